// Package cell measures text in terminal cells and cuts it by them.
//
// It holds the one width policy of the program and what follows from it:
// widths, grapheme clusters, cutting, padding, and the visible form of
// characters that would act on the terminal instead of standing on it. It
// knows nothing of articles, lines or colours.
//
// All widths are those of the visible form: Width(s) is what the renderer
// measures for Visible(s), so text may be laid out as it stands in the source
// and made visible when it is painted.
package cell

import (
	"iter"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
)

// A Policy says how wide this terminal draws a character. It is a value: two
// layouts made under equal policies are interchangeable. The zero Policy is
// that of a plain terminal.
type Policy struct {
	// WideAmbiguous: East Asian ambiguous characters (UAX #11, class A) take
	// two cells, as in terminals set up for Chinese.
	WideAmbiguous bool
	// Clusters: the terminal draws a grapheme cluster as one glyph (mode
	// 2027) and moves its cursor by the glyph; otherwise it moves by the sum
	// of the code points.
	Clusters bool
	// Narrow: the terminal draws these signs in one cell.
	Narrow Signs
	// ASCII: what the program draws itself is of ASCII alone; text is as it is.
	ASCII bool
}

// PlainSigns reports whether the signs that the program draws itself are of ASCII:
// where it is asked for, and where others would be of an unknown width.
func (p Policy) PlainSigns() bool { return p.WideAmbiguous || p.ASCII }

// Rune returns the cells r takes when it stands alone: 0, 1 or 2. A character
// that is shown as a mark (see [Visible]) has the width of its mark.
func (p Policy) Rune(r rune) int {
	return p.cells(lookup(r))
}

// Width returns the cells s takes, the sum of the widths of [Policy.Graphemes].
func (p Policy) Width(s string) int {
	var (
		sum  int
		last = -1 // where the single-rune cluster before i begins
		lead int  // its cells
	)
	for i := 0; i < len(s); {
		if h := han(s, i); h > 0 {
			i += 3 * h
			sum, last, lead = sum+2*h, i-3, 2
			continue
		}
		if a := ascii(s, i); a > 0 {
			i += a
			sum, last, lead = sum+a, i-1, 1
			continue
		}
		e, n := at(s, i)
		if f := flag(s, i); f > 0 {
			_, w := p.First(s[i : i+f])
			sum, last, lead = sum+w, i, w
			i += f
			continue
		}
		switch w := p.cells(e); {
		case e&acts != 0:
			return p.Width(Visible(s))
		case !p.Clusters || e&joins == 0:
			sum, last, lead = sum+w, i, w
			i += n
		default: // r joins what stands before or after it: measure both as one
			if last >= 0 {
				i, sum = last, sum-lead
			}
			n, w := p.First(s[i:])
			sum, last = sum+w, -1
			i += n
		}
	}
	return sum
}

// First returns the bytes and the cells of the first grapheme cluster of s,
// both 0 when s is empty.
func (p Policy) First(s string) (n, w int) {
	if s == "" {
		return 0, 0
	}
	e, n := at(s, 0)
	if e&joins == 0 && flag(s, 0) == 0 {
		if n == len(s) {
			return n, p.cells(e)
		}
		if next, _ := at(s, n); next&(joins|acts) != joins {
			return n, p.cells(e)
		}
	}
	if e&acts != 0 { // a mark: what joins it in the text does not join it on screen
		return n, p.cells(e)
	}
	c := graphemes.FromString(s).First()
	c = c[:harmless(c)] // the segmenter glues a cut-off rune and tags to what precedes them
	return len(c), p.cluster(c)
}

// Graphemes yields the grapheme clusters of s (UAX #29) and their cells. The
// clusters are parts of s as it stands; a cluster with a character that is
// shown as a mark has the width of the mark.
func (p Policy) Graphemes(s string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		if v := Visible(s); v != s {
			p.shown(s, v, yield)
			return
		}
		for s != "" {
			n, w := p.First(s)
			if !yield(s[:n], w) {
				return
			}
			s = s[n:]
		}
	}
}

// shown yields the parts of s that correspond to the clusters of v, its visible form;
// each rune of v corresponds to one of s.
func (p Policy) shown(s, v string, yield func(string, int) bool) {
	for v != "" {
		n, w := p.First(v)
		m := 0
		for range utf8.RuneCountInString(v[:n]) {
			_, size := utf8.DecodeRuneInString(s[m:])
			m += size
		}
		if !yield(s[:m], w) {
			return
		}
		s, v = s[m:], v[n:]
	}
}

// cluster returns the cells of one cluster without marks.
func (p Policy) cluster(c string) int {
	if p.Clusters {
		w := displaywidth.Options{EastAsianWidth: p.WideAmbiguous}.String(c)
		if r, _ := utf8.DecodeRuneInString(c); w == 2 && signs(r)&p.Narrow != 0 {
			return 1
		}
		return w
	}
	w := 0
	for _, r := range c {
		if !tag(r) { // of a flag
			w += p.Rune(r)
		}
	}
	return w
}

// ascii returns how many printable ASCII characters follow one another at s[i:].
func ascii(s string, i int) int {
	n := 0
	for ; i < len(s) && s[i]-' ' < 0x7F-' '; i++ {
		n++
	}
	return n
}

// han returns how many characters of U+5000 to U+9FFF, all two cells wide and
// joining nothing, follow one another at s[i:].
func han(s string, i int) int {
	n := 0
	for ; i+2 < len(s) && s[i]-0xE5 <= 0xE9-0xE5 && s[i+1]&s[i+2]&0xC0 == 0x80 && (s[i+1]|s[i+2])&0x40 == 0; i += 3 {
		n++
	}
	return n
}
