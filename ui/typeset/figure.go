package typeset

import (
	"juan/model"
	"juan/ui/role"
)

const (
	tallest = 16 // rows that a picture in the text has at most, and what it is
	lowest  = 4  // not worth showing with fewer
	beneath = 4  // lines that its words and the blank ones behind them take
)

// figure writes the picture that a paragraph is over its words, where it is
// shown: in the middle, and no higher than its text has places for, since every
// line has one of its own.
func (b *builder) figure(p model.Paragraph) {
	figures, target := b.doc.settings.Figures, p.Spans()[0].Target
	if figures == nil || target == "" {
		return
	}
	w, h := b.cells-b.over(), min(tallest, len(p.Text())-len(b.lines)-beneath)
	if w < least || h < lowest {
		return
	}
	columns, rows := figures.Figure(target, w, h)
	for k := range min(rows, h) {
		b.begin()
		b.blank((w - columns) / 2)
		b.ours(spaces(min(columns, w)), role.Picture)
		r := &b.runs[len(b.runs)-1]
		r.Target, r.Figure = target, Figure{k + 1, w, h}
		b.end(0, 0)
	}
}
