package typeset

import (
	"juan/model"
	"juan/ui/role"
)

// tallest is how many rows a picture in the text has at most: with its words and the
// blank lines around it takes fewer than model.PictureRows lines.
const tallest = 16

// figure writes the picture that a paragraph is over its words, where it is
// shown, in the middle.
func (b *builder) figure(p model.Paragraph, target string) {
	figures := b.doc.settings.Figures
	if figures == nil || target == "" {
		return
	}
	w, h := b.cells-b.over(), min(tallest, model.Places(p)-len(b.lines)-4)
	if w < least || h < 1 {
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

// isPicture reports whether a paragraph is one picture, which then stands in the
// middle.
func isPicture(p model.Paragraph) bool {
	_, ok := model.PictureOf(p)
	return ok
}
