package ui

import (
	"juan/model"
	"juan/ui/typeset"
)

// signs returns the signs of marks for the lines on screen, in the column before the
// text; nil where there are none.
func (t *textPane) signs(r *model.Reading, on []typeset.Line, c canvas) []string {
	marks := r.Marks()
	if len(marks) == 0 {
		return nil
	}
	out := make([]string, len(on))
	for y, l := range on {
		from, to := model.Pos{Block: l.Block, Byte: l.From}, model.Pos{Block: l.Block, Byte: l.To}
		for _, m := range marks {
			switch {
			case m.Lost || m.Stop.Before(from) || !m.Start.Before(to):
			case m.Kind == model.Highlight:
				if out[y] == "" && from.Before(m.Stop) {
					out[y] = c.Glyphs.Lit
				}
			case m.Start.Before(from): // it stands beside the line it begins in
			case m.Kind == model.Noted:
				out[y] = c.Glyphs.Note
			case out[y] != c.Glyphs.Note:
				out[y] = c.Glyphs.Mark
			}
		}
	}
	return out
}

// highlightsIn returns the bytes of a block that are highlighted.
func highlightsIn(r *model.Reading, block int) (out []model.Stretch) {
	for _, m := range r.Marks() {
		if m.Kind == model.Bookmark || m.Lost || m.Start == m.Stop {
			continue
		}
		if low, high := (extent{m.Start, m.Stop}).in(block); low < high {
			out = append(out, model.Stretch{From: low, To: high})
		}
	}
	return out
}

// sign returns the sign before the size of a section that has marks: those in the text
// that its row stands for, folded subsections included.
func (o *outlinePane) sign(r *model.Reading, section int, c canvas) string {
	a := r.Article()
	if len(r.Marks()) == 0 {
		return " "
	}
	from, to := o.bounds(a, section)
	if section >= 0 && parent(a.Outline, section) && (!o.isFolded(a, section) || !o.query.Empty()) {
		to = a.Outline[section+1].Start
	}
	m, ok := r.MarksBetween(from, to)
	switch {
	case !ok:
		return " "
	case m.Kind == model.Noted:
		return " " + c.Glyphs.Note + " "
	case m.Kind == model.Highlight:
		return " " + c.Glyphs.Lit + " "
	}
	return " " + c.Glyphs.Mark + " "
}
