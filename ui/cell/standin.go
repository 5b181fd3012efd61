package cell

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// The renderer under bubbletea measures every character again, in one way for the whole
// program, and terminals differ. Where the two disagree the renderer is given another
// character, a stand-in, which it counts as wide as the terminal draws the character
// that is meant; behind the renderer [Meant] turns it back. Stand-ins are code points
// that are assigned to nothing, and [Visible] shows those of a text as marks, so what
// comes back is only what was sent.
const (
	wideStandIns   = 0x33800 // in the plane of ideographs: two cells
	narrowStandIns = 0x40000 // in planes without characters: one cell
	narrowPrivate  = 0x60000 // for the private planes
	privatePlanes  = 0xF0000
	standInsEnd    = 0x80000
)

// tooMany is shown in two cells for private characters that have no stand-in: the
// mark of Chinese and Japanese printers for a missing type.
const tooMany = '〓'

// A series is the characters from first to last.
type series struct{ first, last rune }

// ambiguous lists where the characters are that terminals set up for Chinese draw in
// two cells. Of the private-use planes only the stretches that icons use have room
// here.
func ambiguous() [4]series {
	return [...]series{{0xA0, 0x2FFF}, {0xE000, 0xFFFF}, {0x1F100, 0x1F1FF}, {privatePlanes, privatePlanes + 0x6FFF}}
}

// standIn returns what stands for r in so many cells, 1 or 2.
func standIn(r rune, cells int) rune {
	switch {
	case cells == 1 && r < 0x20000:
		return narrowStandIns + r
	case cells == 1:
		return narrowPrivate + r - privatePlanes
	}
	n := rune(wideStandIns)
	for _, s := range ambiguous() {
		if s.first <= r && r <= s.last {
			return n + r - s.first
		}
		n += s.last - s.first + 1
	}
	return tooMany
}

// Meant returns the character that r stands for in a [Policy.Frame], r itself
// where it stands for none.
func Meant(r rune) rune {
	switch {
	case r < wideStandIns || r >= standInsEnd:
		return r
	case r >= narrowPrivate:
		return r - narrowPrivate + privatePlanes
	case r >= narrowStandIns:
		return r - narrowStandIns
	}
	n := r - wideStandIns
	for _, s := range ambiguous() {
		if size := s.last - s.first + 1; n >= size {
			n -= size
			continue
		}
		return s.first + n
	}
	return r
}

// Counted reports whether the renderer counts every character as p does.
func (p Policy) Counted() bool {
	return !p.WideAmbiguous && p.Narrow == 0 && p.counted(lookup('“')) == 1
}

// Frame returns s, a whole screen with its control sequences, in the form that the
// renderer needs: [Policy.Unjoin], and a stand-in for each character that the renderer
// would count with another width.
func (p Policy) Frame(s string) string {
	s = p.Unjoin(s)
	if p.Counted() {
		return s
	}
	if !p.Clusters {
		return p.exchanged(s)
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for s != "" {
		n, w := p.First(s)
		if e, size := at(s, 0); e&acts == 0 && w != p.countedFirst(e, s[:n]) {
			r, _ := utf8.DecodeRuneInString(s)
			b.WriteRune(standIn(r, w))
			b.WriteString(s[size:n])
		} else {
			b.WriteString(s[:n])
		}
		s = s[n:]
	}
	return b.String()
}

// exchanged returns s with stand-ins where the terminal draws no clusters. Most screens
// need none, and consist of characters that are skipped quickly.
func (p Policy) exchanged(s string) string {
	miscounted := func(e entry) bool { return p.cells(e) != p.counted(e) && e&acts == 0 }
	for i := 0; i < len(s); {
		if n := 3*han(s, i) + ascii(s, i); n > 0 {
			i += n
			continue
		}
		e, n := at(s, i)
		if i += n; !miscounted(e) {
			continue
		}
		return strings.Map(func(r rune) rune {
			if e := lookup(r); miscounted(e) {
				return standIn(r, p.cells(e))
			}
			return r
		}, s)
	}
	return s
}

// countedFirst returns the cells that the renderer gives to a cluster that
// begins with a rune of entry e.
func (p Policy) countedFirst(e entry, cluster string) int {
	if e&joins == 0 && len(cluster) <= utf8.UTFMax && utf8.RuneCountInString(cluster) == 1 {
		return p.counted(e)
	}
	return ansi.StringWidth(cluster)
}

// Printed returns s, text without control sequences, as a terminal gets it
// without the renderer: the soft hyphen, which terminals draw or not as they
// please, left out.
func Printed(s string) string { return strings.ReplaceAll(s, softHyphen, "") }
