package cell

import (
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/mattn/go-runewidth"
)

// An entry holds the facts about one rune: its cells under the four policies, two bits
// each, flags, and what the renderer counts.
type entry uint16

const (
	joins entry = 1 << (8 + iota) // may form a cluster with a neighbour
	acts                          // acts on the terminal, so it is shown as a mark
	group                         // two bits: the group of signs it is of
	_
	rendered // two bits: its cells to the renderer that adds code points up, two more with clusters
)

// cells picks the width under p from e.
func (p Policy) cells(e entry) int {
	if Signs(e/group)&p.Narrow != 0 {
		return 1
	}
	var shift uint
	if p.WideAmbiguous {
		shift = 2
	}
	if p.Clusters {
		shift += 4
	}
	return int(e>>shift) & 3
}

// counted picks the width that the renderer gives to e in the mode of p.
func (p Policy) counted(e entry) int {
	if p.Clusters {
		return int(e/rendered>>2) & 3
	}
	return int(e/rendered) & 3
}

// pages caches the entries of the basic plane, 256 runes a page, each page
// computed when a rune of it is first met: a Chinese text needs five or six.
var pages [256]atomic.Pointer[[256]entry]

// at returns the entry and the bytes of the rune at s[i:], which is not empty.
func at(s string, i int) (entry, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return lookup(rune(c)), 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	e := lookup(r)
	if n == 1 { // not UTF-8
		e |= acts
	}
	return e, n
}

func lookup(r rune) entry {
	switch {
	case 0x3400 <= r && r <= 0x9FFF && (r <= 0x4DBF || 0x4E00 <= r), 0xAC00 <= r && r <= 0xD7A3:
		return 2 | 2<<2 | 2<<4 | 2<<6 | (2|2<<2)*rendered // ideographs and Hangul syllables
	case uint32(r) > 0xFFFF:
		return compute(r)
	}
	page := pages[r>>8].Load()
	if page == nil {
		page = new([256]entry)
		for i := range page {
			page[i] = compute(r&^0xFF + rune(i))
		}
		pages[r>>8].Store(page)
	}
	return page[r&0xFF]
}

func compute(r rune) (e entry) {
	if m := mark(r); m != r {
		return compute(m) | acts
	}
	if r == '\u00AD' { // a soft hyphen is not sent to the terminal
		return 0
	}
	for i, wide := range []bool{false, true} {
		w := codePoint(r, wide)
		g := displaywidth.Options{EastAsianWidth: wide}.Rune(r)
		e |= entry(w|g<<4) << (2 * i)
	}
	if mayJoin(r) {
		e |= joins
	}
	e |= entry(signs(r)) * group
	alone := string(r)
	e |= entry(ansi.StringWidthWc(alone)|ansi.StringWidth(alone)<<2) * rendered
	return e
}

// codePoint returns the cells by which a terminal without clusters moves its
// cursor for r: none for nonspacing and enclosing marks and format
// characters, else East Asian Width (UAX #11).
func codePoint(r rune, wide bool) int {
	if r < ' ' || unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	c := runewidth.Condition{EastAsianWidth: wide, StrictEmojiNeutral: true}
	w := c.RuneWidth(r)
	if w == 1 && wide && runewidth.IsAmbiguousWidth(r) {
		// go-runewidth 0.0.31 takes the accented letters of class A (é, ā, ü)
		// for narrow; terminals that draw class A wide do not except them.
		return 2
	}
	return w
}

// mayJoin reports whether r can be in a cluster with another rune. Between
// two runes that cannot there is always a boundary.
func mayJoin(r rune) bool {
	switch {
	case r > 0xFFFF, '\u1100' <= r && r <= '\u11FF', '\uA960' <= r && r <= '\uA97F', '\uD7B0' <= r && r <= '\uD7FF':
		return true
	case r < 0x300:
		return false
	}
	s := string(r)
	for _, other := range []string{"a", "가", "क", "©"} {
		if graphemes.FromString(other+s).First() != other || graphemes.FromString(s+other).First() != s {
			return true
		}
	}
	return false
}
