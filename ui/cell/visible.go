package cell

import (
	"strings"
	"unicode/utf8"
)

// Visible returns s with every character that would act on a terminal
// replaced by one that is only seen. It allocates nothing when there is none.
//
//   - C0 controls and DEL become their pictures, ESC is ␛;
//   - a tab becomes one space: who wants tab stops sets them first;
//   - a newline stays, and has no width: who paints lines cuts there first;
//   - U+2028 and U+2029 become ␤;
//   - C1 controls, bidi marks, embeddings, overrides and isolates, deprecated format
//     characters, interlinear annotation and tags become ␦, except for the tags of the
//     emoji of a flag, and so do code points that are used as stand-ins (see
//     [Policy.Frame]);
//   - each byte that is not UTF-8 becomes U+FFFD.
//
// Joiners, variation selectors and combining marks stay. So does a soft hyphen,
// which has no width; terminals draw it or not as they please, so [Policy.Unjoin]
// and [Printed] leave it out. Each rune (or stray
// byte) of s gives exactly one rune.
func Visible(s string) string {
	i := harmless(s)
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for i < len(s) {
		b.WriteString(s[:i])
		r, n := utf8.DecodeRuneInString(s[i:])
		b.WriteRune(mark(r))
		s = s[i+n:]
		i = harmless(s)
	}
	b.WriteString(s)
	return b.String()
}

// harmless returns the length of the longest part of s, from its start, that
// is its own visible form.
func harmless(s string) int {
	for i := 0; i < len(s); {
		if h := han(s, i); h > 0 {
			i += 3 * h
			continue
		}
		if a := ascii(s, i); a > 0 {
			i += a
			continue
		}
		if f := flag(s, i); f > 0 {
			i += f
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if mark(r) != r || r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(s)
}

// flag returns the length of the emoji of a flag that is spelled with tags and begins
// at s[i:], 0 where none does: a black flag, the code of a region, the tag that
// ends it (UTS #51, ED-14a).
func flag(s string, i int) int {
	const black, end = "\U0001F3F4", '\U000E007F'
	if s[i] != black[0] || !strings.HasPrefix(s[i:], black) {
		return 0
	}
	for n, tags := len(black), 0; tags <= 6; tags++ {
		r, size := utf8.DecodeRuneInString(s[i+n:])
		n += size
		switch {
		case r == end && tags >= 3:
			return n
		case '\U000E0061' <= r && r <= '\U000E007A', '\U000E0030' <= r && r <= '\U000E0039':
		default:
			return 0
		}
	}
	return 0
}

// tag reports whether r is one of the characters that repeat ASCII unseen.
func tag(r rune) bool { return '\U000E0000' <= r && r <= '\U000E007F' }

// mark returns what is shown for r: r itself when it does no harm.
func mark(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t':
		return ' '
	case r < ' ':
		return '␀' + r
	case r < 0x7F:
		return r
	case r == 0x7F:
		return '␡'
	case r < 0xA0:
		return '␦'
	case r == '\u200E', r == '\u200F', r == '\u061C', r == '\u180E': // bidi marks, and what once was a space
		return '␦'
	case r < '\u2028' || '\u206F' < r && r < '\uFFF9':
		return r
	case r == '\u2028', r == '\u2029':
		return '␤'
	case '\u202A' <= r && r <= '\u202E', '\u2066' <= r && r <= '\u206F', // bidi, deprecated
		'\uFFF9' <= r && r <= '\uFFFB', tag(r), // annotation
		wideStandIns <= r && r < standInsEnd:
		return '␦'
	}
	return r
}
