package linebreak

import (
	"sort"

	"juan/ui/cell"
)

// MinWidth returns the cells of the widest part of text that no line should
// end inside: the narrowest column in which text stands without a fault.
func MinWidth(text string, p cell.Policy) int {
	s := newScanner(cell.Visible(text), p, Options{})
	widest, unit, blanks := 0, 0, 0
	for s.i < len(s.text) {
		c := s.next()
		switch {
		case c.class == space:
			blanks += c.cells
			continue
		case c.grade == allowed || c.class == newline:
			unit, blanks = 0, 0
		}
		unit, blanks = unit+blanks+c.cells, 0
		widest = max(widest, unit)
	}
	return widest
}

// mostBalanced is how many lines are made even, which sets them some ten times.
const mostBalanced = 40

// Balance appends to dst the lines of text, as few as room cells allow and as
// even as they can be: for titles, which are centred. What fills more than a page is
// none.
func Balance(dst []Line, text string, room int, p cell.Policy, o Options) []Line {
	base := len(dst)
	dst = Fill(dst, text, room, room, p, o)
	count := len(dst) - base
	if count == 1 || count > mostBalanced {
		return dst
	}
	// The narrowest room that gives the same number of lines and cuts no word.
	narrow := sort.Search(room, func(n int) bool {
		dst = Fill(dst[:base], text, n, n, p, o)
		return len(dst)-base <= count
	})
	narrow = min(room, max(narrow, MinWidth(text, p)))
	return Fill(dst[:base], text, narrow, narrow, p, o)
}
