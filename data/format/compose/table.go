package compose

import (
	"slices"

	"juan/model"
)

// Table returns the blocks of a table. A row with a cell that is longer than a paragraph may
// be stands as paragraphs, and parts the table.
func Table(t model.Table) []model.Block {
	if !slices.ContainsFunc(t.Rows, isLong) {
		return t.Blocks()
	}
	var all []model.Block
	part := t
	part.Rows = nil
	flush := func() {
		if len(part.Rows) > 0 {
			all = append(all, part.Blocks()...)
		}
		part.Head, part.Rows = false, nil
	}
	for _, row := range t.Rows {
		if !isLong(row) {
			part.Rows = append(part.Rows, row)
			continue
		}
		flush()
		for _, cell := range row {
			for _, p := range cut(cell) {
				all = append(all, model.Paragraph{Leaf: model.Leaf{Nest: t.Nest, Src: p.At}, Prose: p.Prose})
			}
		}
	}
	flush()
	return all
}

func isLong(row []model.Prose) bool {
	return slices.ContainsFunc(row, func(cell model.Prose) bool { return len(cell.Text()) > MaxParagraph })
}

// Heading returns the blocks of a heading, made of what was added. One that is longer than
// a paragraph may be is none, and stands as paragraphs.
func (c *Text) Heading(nest []model.Container, heading func(model.Leaf, model.Prose) model.Block) (all []model.Block) {
	whole := c.Part()
	switch n := len(whole.Prose.Text()); {
	case n == 0:
		return nil
	case n <= MaxParagraph:
		return []model.Block{heading(model.Leaf{Nest: nest, Src: whole.At}, whole.Prose)}
	}
	for _, p := range c.Parts() {
		all = append(all, model.Paragraph{Leaf: model.Leaf{Nest: nest, Src: p.At}, Prose: p.Prose})
	}
	return all
}
