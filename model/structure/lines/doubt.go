package lines

import (
	"strings"

	"juan/model/structure/sentence"
)

// doubt appends what tells a paragraph that ends at a full line from a sentence that
// does, in a text that shows paragraphs neither by indents nor by blank lines: what
// its other paragraphs begin with, how long they are, and how full its lines are.
func (d *Document) doubt(v []joinFeature, i, j int) []joinFeature {
	a, b := &d.lines[i], &d.lines[j]
	begins := d.open.odds(a.last, b.first, d.sizeOf(j, 0))
	v = append(v, gradeOdds(begins+d.sizes.odds(d.sofar, d.ahead(j))+d.fill.odds(d.left(a, b))))
	if d.reach(b) < d.floor {
		v = append(v, shortBehind)
	}
	if ties(d.text(b)) {
		return append(v, connects)
	}
	if sentence.OpensParagraph(d.text(b)) {
		return append(v, opensAsOne)
	}
	return v
}

// gradeOdds grades the logarithm of the odds that a paragraph begins.
func gradeOdds(log float64) joinFeature {
	switch {
	case log > 1.8:
		return breakSure
	case log > .8:
		return breakLikely
	case log > 0:
		return breakRather
	case log > -.8:
		return joinRather
	case log > -1.8:
		return joinLikely
	}
	return joinSure
}

// ties reports whether s begins with a word that ties it to what was said before.
func ties(s string) bool {
	for _, w := range [...]string{"但", "而", "并", "也", "还", "又", "则", "就", "却", "因此", "所以", "然而", "于是", "同时", "其中", "此外", "这", "那", "其", "如果", "可", "因为", "只", "另外", "即", "此"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
