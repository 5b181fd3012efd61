package lines

import (
	"strings"

	"juan/model/structure/number"
)

// latinVerse returns the end of the lines from lines[i] on that are verse in Latin
// letters: four or more of at most sixty characters, each with a capital at its
// head, a good part with a comma, a semicolon or nothing at the end. It mends
// stanzas whose lines were paragraphs: The boat is gone, the night is here, over The
// lamp is on the other side;
//
// It cannot fire on talk, on numbered lines, nor on sentences one under the other,
// whose lines end with full stops.
func (d *Document) latinVerse(i int) int {
	j, open, parted := i, 0, 0
	for ; j < len(d.lines); j++ {
		l := &d.lines[j]
		s := d.text(l)
		if l.role != body || l.runes > 60 || l.runes < 12 || l.form != number.NoForm || l.gaps || strings.IndexByte("ABCDEFGHIJKLMNOPQRSTUVWXYZ'", s[0]) < 0 || words(s) < 3 || strings.Contains(s, ": ") {
			break
		}
		switch s[len(s)-1] {
		case ',', ';', '-':
			open, parted = open+1, parted+1
		case '.', '?', '!', ':', '"':
		default:
			open++
		}
	}
	if n := j - i; n >= 4 && open*10 >= n*5 && parted*10 >= n*3 {
		return j
	}
	return i
}
