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
	if nth >= len(m.boxes) {
		return
	}
	ids := map[int]bool{}
	for _, one := range m.boxes[nth:] {
		ids[one.inner[len(one.inner)-1].ID] = true
	}
	var in, nest []model.Container
	rest := m.Body[m.boxes[nth].first:] // the later ones begin behind it
	for k, b := range rest {
		if now := b.In(); len(now) != len(in) || len(now) > 0 && &now[0] != &in[0] { // neighbours share theirs
			in, nest = now, without(now, ids)
		}
		rest[k] = enclosed(b, nest)
	}
	m.boxes = m.boxes[:nth]
}

// without returns the containers that are not named.
func without(in []model.Container, ids map[int]bool) []model.Container {
	var nest []model.Container
	for _, c := range in {
		if !ids[c.ID] {
			nest = append(nest, c)
		}
	}
	return nest
}

// enclosed returns a block that is in other containers.
func enclosed(b model.Block, nest []model.Container) model.Block {
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
