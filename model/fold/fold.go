// Package fold holds text as it is matched: one width, one case, one form of
// each quotation mark and dash, no blanks between Han, and a map back to the
// bytes it came from. It knows no articles.
package fold

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Depth says how much of a text is folded away.
type Depth uint8

// The depths.
const (
	Marks  Depth = iota // punctuation is kept, in one form
	Loose               // the marks that readers leave out of a query are dropped too
	Depths = 2
)

// dropped are the marks that a query without punctuation matches across.
const dropped = "“”‘’\"'『』「」《》〈〉、·・（）()，,"

// A Text is a folded text. The zero Text is empty.
type Text struct {
	folded string
	jumps  []jump // where bytes of the folded text and of the source part ways
	end    int    // where the last character that was kept ends in the source
}

// A jump says that folded byte at stands for source byte src, and that the
// character before it ended at source byte end.
type jump struct{ at, src, end int32 }

// New folds s, at most 2 GB of it.
func New(s string, d Depth) Text {
	f := folder{depth: d, src: s}
	f.out.Grow(len(s))
	for i := 0; i < len(s); {
		i += f.step(i)
	}
	return Text{f.out.String(), f.jumps, f.end}
}

// String returns the folded text.
func (t Text) String() string { return t.folded }

// Range returns the bytes of the source that bytes from up to to of the
// folded text came from. A character that folds to several bytes is not cut
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

// A folder is a fold under way.
type folder struct {
	depth Depth
	src   string
	out   strings.Builder
	jumps []jump
	drift int // source bytes read less folded bytes written, as the last jump has it
	end   int // where the last character that was kept ended in the source
	han   bool
}

// step folds the character at byte i and returns its bytes.
func (f *folder) step(i int) int {
	c := f.src[i]
	if c < utf8.RuneSelf && (i+1 == len(f.src) || f.src[i+1] < 0xcc || f.src[i+1] > 0xcd) {
		if c == ' ' || c == '\t' || c == '\n' {
			return f.blank(i, 1)
		}
		if f.depth == Loose && strings.IndexByte(dropped, c) >= 0 {
			return 1
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		f.keep(i, 1)
		f.out.WriteByte(c)
		f.han = false
		return 1
	}
	r, n := utf8.DecodeRuneInString(f.src[i:])
	switch {
	case r == '\u3000' || r == '\u00a0':
		return f.blank(i, n)
	case f.depth == Loose && strings.ContainsRune(dropped, r):
		return n
	case 0x3400 <= r && r <= 0x9fff:
		f.keep(i, n)
		f.out.WriteString(f.src[i : i+n])
		f.han = true
		return n
	}
	return f.segment(i)
}

// blank folds white space: none next to Han, else one space.
func (f *folder) blank(i, n int) int {
	end := i + n
	for end < len(f.src) && (f.src[end] == ' ' || f.src[end] == '\t' || f.src[end] == '\n') {
		end++
	}
	next, _ := utf8.DecodeRuneInString(f.src[end:])
	if end < len(f.src) && !f.han && !isHan(next) && f.out.Len() > 0 {
		f.keep(i, end-i)
		f.out.WriteByte(' ')
	}
	return end - i
}

// segment folds what is neither ASCII nor Han: a character and the marks that
// combine with it, by NFKC and lower case.
func (f *folder) segment(i int) int {
	n := norm.NFKC.NextBoundaryInString(f.src[i:], true)
	if n <= 0 {
		n = 1
	}
	s := strings.ToLower(norm.NFKC.String(f.src[i : i+n]))
	f.keep(i, n)
	for _, r := range s {
		r = plain(r)
		if f.depth == Loose && strings.ContainsRune(dropped, r) {
			continue
		}
		f.out.WriteRune(r)
		f.han = isHan(r)
	}
	return n
}

// keep notes a jump where source byte i is not where the folded text says.
func (f *folder) keep(i, n int) {
	if at := f.out.Len(); i-at != f.drift {
		f.jumps = append(f.jumps, jump{int32(at), int32(i), int32(f.end)})
		f.drift = i - at
	}
	f.end = i + n
}

// plain returns the one form of the quotation marks, dashes and radicals that
// NFKC leaves apart.
func plain(r rune) rune {
	switch r {
	case '“', '”', '„', '‟', '〝', '〞', '「', '」', '『', '』':
		return '"'
	case '‘', '’', '‚', '‛':
		return '\''
	case '‐', '‑', '‒', '–', '—', '―', '−', '─':
		return '-'
	case '・', '‧', '•', '∙':
		return '·'
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
