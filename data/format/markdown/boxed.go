package markdown

import (
	"github.com/yuin/goldmark/ast"

	"juan/data/format/compose"
	"juan/model"
)

// title adds the title of a box.
func (m *Reader) title(n ast.Node, nest []model.Container) {
	c := &compose.Text{Src: m.src, Base: m.base}
	m.spans(c, n, model.Strong, "")
	if p := c.Part(); p.Prose.Text() != "" {
		m.Body = append(m.Body, model.Paragraph{Leaf: model.Leaf{Nest: nest, Src: p.At}, Prose: p.Prose})
	}
}

// An openBox is a box that a line has opened and none has ended yet.
type openBox struct {
	name  string
	outer []model.Container // around it
	inner []model.Container // around what is in it
	first int               // its first block
}

// mark opens or ends a box; it returns the containers of what follows. Boxes
// below the nth lie around the block that holds the line.
func (m *Reader) mark(b *boxMark, nest []model.Container, nth int) []model.Container {
	if !b.ends {
		inner := m.within(nest, model.Container{Kind: model.Quote})
		if len(inner) == len(nest) {
			return nest
		}
		m.boxes = append(m.boxes, openBox{b.name, nest, inner, len(m.Body)})
		m.title(b, inner)
		return inner
	}
	for i := len(m.boxes) - 1; i >= nth; i-- {
		if m.boxes[i].name == b.name {
			nest = m.boxes[i].outer
			m.unbox(i + 1)
			m.boxes = m.boxes[:i]
			return nest
		}
	}
	return nest
}

// unbox takes the boxes from the nth on, which nothing has ended, away from
// around their blocks.
func (m *Reader) unbox(nth int) {
	for i := len(m.boxes) - 1; i >= nth; i-- {
		one := m.boxes[i]
		id := one.inner[len(one.inner)-1].ID
		for k, b := range m.Body[one.first:] {
			m.Body[one.first+k] = without(b, id)
		}
	}
	m.boxes = m.boxes[:min(nth, len(m.boxes))]
}

// without returns a block that is no longer in the container id.
func without(b model.Block, id int) model.Block {
	var nest []model.Container
	for _, c := range b.In() {
		if c.ID != id {
			nest = append(nest, c)
		}
	}
	switch b := b.(type) {
	case model.Heading:
		b.Nest = nest
		return b
	case model.Paragraph:
		b.Nest = nest
		return b
	case model.Verse:
		b.Nest = nest
		return b
	case model.Code:
		b.Nest = nest
		return b
	case model.Table:
		b.Nest = nest
		return b
	case model.Rule:
		b.Nest = nest
		return b
	}
	return b
}
