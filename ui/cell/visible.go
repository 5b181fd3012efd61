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
//   - C1 controls, bidi embeddings, overrides and isolates, deprecated format
//     characters, interlinear annotation and language tags become ␦, and so do
//     code points that are used as stand-ins (see [Policy.Frame]);
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
	b.WriteString(s[:i])
	for _, r := range s[i:] {
		b.WriteRune(mark(r))
	}
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
		r, n := utf8.DecodeRuneInString(s[i:])
		if mark(r) != r || r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(s)
}

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
	case r < '\u2028' || '\u206F' < r && r < '\uFFF9':
		return r
	case r == '\u2028', r == '\u2029':
		return '␤'
	case '\u202A' <= r && r <= '\u202E', '\u2066' <= r && r <= '\u206F', // bidi, deprecated
		'\uFFF9' <= r && r <= '\uFFFB', r == '\U000E0001', // annotation, language tag
		wideStandIns <= r && r < standInsEnd:
		return '␦'
	}
	return r
}
