package lines

import (
	"strings"

	"juan/model/structure/number"
)

// usualWords marks the heads that papers, cases and minutes have without a
// number, in a story where two different ones stand. It mends cases that were one
// section: 基本案情 over what happened. It cannot fire on the first line of a text,
// nor in a list, where a line no longer and without a number follows that is not the
// last.
func (d *Document) usualWords() {
	var found []int
	differ := map[string]bool{}
	for _, i := range d.others {
		l := &d.lines[i]
		if i == 0 || l.role != body || l.runes > 14 || i+1 == len(d.lines) || !number.IsUsual(d.text(l)) {
			continue
		}
		if next := &d.lines[i+1]; next.runes > l.runes || next.form != number.NoForm || i+2 == len(d.lines) {
			found = append(found, i)
			differ[d.text(l)] = true
		}
	}
	if len(differ) == 0 || len(differ) == 1 && d.narrates() {
		return
	}
	for _, i := range found {
		if d.lines[i+1].role == own || endsBook(d.text(&d.lines[i])) { // it stands over numbered ones, or behind all
			d.head(i)
		} else {
			d.below(i)
		}
	}
	if len(differ) >= 2 && !d.narrates() {
		d.besideUsual()
	}
}

// endsBook reports whether s heads what stands behind all parts of a text.
func endsBook(s string) bool {
	return strings.Join(strings.Fields(s), "") == "注释"
}

// besideUsual marks the lines that look as the heads in usual words around them
// do, but say something else: 委托人 beside 委托事项 and 委托权限, 结果 beside 讨论.
// It mends outlines that lacked some of several equal parts. It cannot fire in a
// story, nor where fewer than two different usual words are headings.
func (d *Document) besideUsual() {
	for _, i := range d.others {
		if l := &d.lines[i]; i > 0 && l.runes <= 8 && d.standsOver(i, 12) {
			d.below(i)
		}
	}
}
