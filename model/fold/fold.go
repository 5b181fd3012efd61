// Package fold holds text as it is matched: one width, one case, one form of
// each quotation mark and dash, no blanks between Han, and a map back to the
// bytes it came from. The marks that readers leave out of a query are taken out
// of the folded text and kept beside it. It knows no articles.
package fold

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Break stands behind each part of a folded text. No query holds it, so no
// match runs over the end of a part.
const Break = "\x00"

// Version counts the changes of what folding does. Folded text that is kept
// counts only for the version it was made with.
const Version = 1

// A Text is a folded text. The zero Text is empty.
type Text struct {
	folded string
	marks  []mark
	jumps  []jump // where bytes of the folded text and of the source part ways
	end    int    // where the last character that was kept ends in the source
}

// A jump says that folded byte at stands for source byte src, and that the
// character before it ended at source byte end.
type jump struct{ at, src, end int32 }

// New folds s, at most 2 GB of it.
func New(s string) Text {
	var f Folder
	f.Grow(len(s))
	f.fold(s)
	return f.Text()
}

// String returns the folded text.
func (t Text) String() string { return t.folded }

// Range returns the bytes of the source that bytes [from, to) of the folded
// text came from. A character that folds to several bytes is not cut
// by callers that round outwards to whole runes.
func (t Text) Range(from, to int) (int, int) {
	return t.start(from), t.stop(to)
}

func (t Text) start(i int) int {
	k := sort.Search(len(t.jumps), func(k int) bool { return int(t.jumps[k].at) > i })
	return t.linear(k, i)
}

func (t Text) stop(i int) int {
	k := sort.Search(len(t.jumps), func(k int) bool { return int(t.jumps[k].at) >= i })
	if k < len(t.jumps) && int(t.jumps[k].at) == i {
		return int(t.jumps[k].end)
	}
	return t.linear(k, i)
}

// linear maps i, which lies before jump k, by the jump before that; a
// character that folds to more bytes than it has ends where it ends.
func (t Text) linear(k, i int) int {
	last := t.end
	if k < len(t.jumps) {
		last = int(t.jumps[k].end)
	}
	if k > 0 {
		i += int(t.jumps[k-1].src) - int(t.jumps[k-1].at)
	}
	return min(i, last)
}

// A Folder folds the parts of a text one after the other, as if the source
// had a [Break] behind each. The zero Folder is ready.
type Folder struct {
	out   []byte
	marks []mark
	jumps []jump

	src   string // the part under way
	base  int    // where it begins in the source
	begin int    // where it begins in the folded text
	drift int    // source bytes read less folded bytes written, as the last jump has it
	end   int    // where the last character that was kept ended in the source
	han   bool   // the last character that was kept is Han
}

// Grow makes room for so many more bytes.
func (f *Folder) Grow(n int) { f.out = slices.Grow(f.out, n) }

// Reset forgets what was folded and keeps the room for it.
func (f *Folder) Reset() {
	*f = Folder{out: f.out[:0], marks: f.marks[:0], jumps: f.jumps[:0]}
}

// Add folds one part, by itself.
func (f *Folder) Add(s string) {
	f.fold(s)
	f.keep(len(s), 1)
	f.out = append(f.out, Break...)
	f.base += len(s) + len(Break)
	f.begin, f.han = len(f.out), false
}

// Text returns what was folded.
func (f *Folder) Text() Text {
	return Text{string(f.out), slices.Clone(f.marks), slices.Clone(f.jumps), f.end}
}

// Bytes returns what was folded, until the folder is used again.
func (f *Folder) Bytes() []byte { return f.out }

// AppendMarks appends the marks that were taken out, see [Text.AppendMarks].
func (f *Folder) AppendMarks(b []byte) []byte { return appendMarks(b, f.marks) }

func (f *Folder) fold(s string) {
	f.src = s
	for i := 0; i < len(s); {
		if n := f.asIs(i); n > 0 {
			f.keep(i, n)
			f.out = append(f.out, s[i:i+n]...)
			i += n
			continue
		}
		i += f.step(i)
	}
}

// asIs returns how many bytes from byte i of the part on are folded to
// themselves: Han, small letters, digits and most marks of ASCII, and 。. It is
// only a faster way: what it passes over [Folder.step] folds.
func (f *Folder) asIs(i int) int {
	s, at := f.src, i
	for at < len(s) {
		c := s[at]
		switch {
		case 0xe4 <= c && c <= 0xe9:
			n := hanRun(s[at:])
			if n == 0 {
				return at - i
			}
			at += n
			f.han = true
			continue
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '.', c == '%', c == '-', c == '/', c == ':', c == ';', c == '\x00':
			if at+1 < len(s) && s[at+1] >= 0xcc && s[at+1] <= 0xcd {
				return at - i // a mark combines with it
			}
			at++
			f.han = false
			continue
		case c == 0xe3 && at+3 < len(s) && s[at+1] == 0x80 && s[at+2] == 0x82 && (s[at+3] < utf8.RuneSelf || s[at+3] >= 0xe4 && s[at+3] <= 0xe9):
			at += 3
			f.han = false
			continue
		}
		return at - i
	}
	return at - i
}

// hanRun returns how many bytes at the start of s are characters of three bytes
// from U+4000 to U+9FFF.
func hanRun(s string) (n int) {
	for ; n+8 <= len(s); n += 6 { // two at a time
		c := s[n : n+8]
		two := uint64(c[0]) | uint64(c[1])<<8 | uint64(c[2])<<16 | uint64(c[3])<<24 | // the compiler makes one load of it
			uint64(c[4])<<32 | uint64(c[5])<<40 | uint64(c[6])<<48 | uint64(c[7])<<56
		const mask, continuations = 0xc0c0_00c0_c000, 0x8080_0080_8000
		if two&mask != continuations || byte(two)-0xe4 > 0xe9-0xe4 || byte(two>>24)-0xe4 > 0xe9-0xe4 {
			break
		}
	}
	for n+2 < len(s) && s[n]-0xe4 <= 0xe9-0xe4 && ((s[n+1]^0x80)|(s[n+2]^0x80))&0xc0 == 0 {
		n += 3
	}
	return n
}

// step folds the character at byte i of the part and returns its bytes.
func (f *Folder) step(i int) int {
	c := f.src[i]
	if c < utf8.RuneSelf && (i+1 == len(f.src) || f.src[i+1] < 0xcc || f.src[i+1] > 0xcd) {
		switch {
		case c == ' ' || c == '\t' || c == '\n':
			return f.blank(i, 1)
		case f.drop(i, 1, rune(c)):
			return 1
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		f.keep(i, 1)
		f.out = append(f.out, c)
		f.han = false
		return 1
	}
	r, n := utf8.DecodeRuneInString(f.src[i:])
	switch {
	case r == '\u3000' || r == '\u00a0':
		return f.blank(i, n)
	case 0x3400 <= r && r <= 0x9fff:
		f.keep(i, n)
		f.out = append(f.out, f.src[i:i+n]...)
		f.han = true
		return n
	case f.drop(i, n, r):
		return n
	case 0xff01 <= r && r <= 0xff5e && standsAlone(f.src[i+n:]):
		return f.wide(i, n, byte(r-0xff01+'!'))
	}
	return f.segment(i)
}

// wide folds a wide form of c, a character of ASCII. It is only a faster way than
// [Folder.segment].
func (f *Folder) wide(i, n int, c byte) int {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	if !f.drop(i, n, rune(c)) {
		f.keep(i, n)
		f.out = append(f.out, c)
		f.han = false
	}
	return n
}

// standsAlone reports whether nothing at the start of s combines with what stands
// before it, as far as that is easily told.
func standsAlone(s string) bool {
	return s == "" || s[0] < utf8.RuneSelf || 0xe4 <= s[0] && s[0] <= 0xe9 || len(s) > 2 && s[0] == 0xe3 && s[1] == 0x80 && s[2] <= 0x82
}

// blank folds white space: none next to Han or at the start of a part, else
// one space.
func (f *Folder) blank(i, n int) int {
	end := i + n
	for end < len(f.src) && (f.src[end] == ' ' || f.src[end] == '\t' || f.src[end] == '\n') {
		end++
	}
	next, _ := utf8.DecodeRuneInString(f.src[end:])
	if end < len(f.src) && !f.han && !isHan(next) && len(f.out) > f.begin {
		f.keep(i, end-i)
		f.out = append(f.out, ' ')
	}
	return end - i
}

// segment folds what is neither ASCII nor Han: a character and the marks that
// combine with it, by NFKC and lower case.
func (f *Folder) segment(i int) int {
	n := norm.NFKC.NextBoundaryInString(f.src[i:], true)
	if n <= 0 {
		n = 1
	}
	s := strings.ToLower(norm.NFKC.String(f.src[i : i+n]))
	kept := false
	for _, r := range s {
		r = plain(r)
		if f.drop(i, n, r) {
			continue
		}
		if !kept {
			f.keep(i, n)
			kept = true
		}
		f.out = utf8.AppendRune(f.out, r)
		f.han = isHan(r)
	}
	return n
}

// keep notes a jump where byte i of the part is not where the folded text
// says.
func (f *Folder) keep(i, n int) {
	i += f.base
	if at := len(f.out); i-at != f.drift {
		f.jumps = append(f.jumps, jump{int32(at), int32(i), int32(f.end)})
		f.drift = i - at
	}
	f.end = i + n
}

// plain returns the one form of the quotation marks, dashes and radicals that
// NFKC leaves apart.
func plain(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛':
		return '\''
	case '‐', '‑', '‒', '–', '—', '―', '−', '─':
		return '-'
	case '〇', '○':
		return '〇'
	}
	if 0x2e80 <= r && r <= 0x2eff {
		return radical(r)
	}
	return r
}

func isHan(r rune) bool {
	return 0x3400 <= r && r <= 0x9fff || 0xf900 <= r && r <= 0xfaff || r >= 0x20000 && unicode.Is(unicode.Han, r)
}
