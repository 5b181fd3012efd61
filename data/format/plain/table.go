package plain

import (
	"strings"

	"juan/model"
	"juan/model/structure"
)

// maxCells is how many cells the tables of a text have; each takes many times its
// text. What is more stands as it is.
const maxCells = 1 << 19

// verbatim adds lines that stand as they are.
func (t *reader) verbatim(p structure.Part) {
	t.body = append(t.body, model.Code{Leaf: model.Leaf{Src: t.base + p.From}, Source: t.src[p.From:p.To]}.Blocks()...)
}

// table adds a table that blanks, tabs or bars part into cells. Its first row is
// its head where a border under it shows that, or where it has no figures and the
// others have.
func (t *reader) table(p structure.Part) {
	text := t.src[p.From:p.To]
	k := model.Table{Leaf: model.Leaf{Src: t.base + p.From}}
	figures := func(row []structure.Cell) bool {
		for _, c := range row {
			if strings.ContainsAny(text[c.From:c.To], "0123456789") {
				return true
			}
		}
		return false
	}
	rows := structure.Cells(text)
	for _, row := range rows {
		t.cells += len(row)
	}
	if t.cells > maxCells {
		t.verbatim(p)
		return
	}
	for _, row := range rows {
		var cells []model.Prose
		for _, c := range row {
			src := t.base + p.From + c.From
			cells = append(cells, model.NewProse(text[c.From:c.To], []model.Span{{To: c.To - c.From, Src: src}}))
		}
		k.Rows = append(k.Rows, cells)
	}
	if len(rows) == 0 || len(rows[0]) == 0 {
		return
	}
	k.Leaf.Src = k.Rows[0][0].At(0).Src
	k.Head = structure.Headed(text) || len(rows) > 1 && !figures(rows[0]) && figures(rows[1])
	k.Align = make([]model.Align, len(rows[0]))
	t.body = append(t.body, k.Blocks()...)
}
