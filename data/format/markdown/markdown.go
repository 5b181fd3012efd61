// Package markdown reads Markdown as blocks: CommonMark and GFM by goldmark, a
// chunk at a time and with its steps counted, and what authors write beside
// that. It knows no files and no front matter.
package markdown

import (
	"context"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"

	"juan/data/format/compose"
	"juan/data/format/outline"
	"juan/data/format/page"
	"juan/model"
)

// A Reader turns the trees of the chunks of a Markdown text into blocks.
type Reader struct {
	Body   []model.Block // of what was read, without its notes
	Failed bool          // a chunk took too much to parse

	src   string // from the first byte of the body on
	raw   []byte // the same bytes
	base  int    // where they begin in the source
	chunk int    // bytes of a chunk, at least
	steps steps
	large stretch // a piece that takes too much by itself, as far as it was read
	links []parser.Reference
	// targets are long addresses by their first byte, which is that of a definition
	// or of the text: none is kept twice.
	targets map[*byte]string
	notes   footnotes
	nested  int       // containers so far
	boxes   []openBox // that lines around blocks have opened
}

// A stretch is bytes of a text.
type stretch struct{ from, to int }

// Blocks returns the blocks of the Markdown that begins at byte start of
// src; ok is false where some of it would take too much to parse, and is
// text without mark-up.
func Blocks(src string, start int) (body []model.Block, ok bool) {
	m := New(src, start)
	for range m.Read(context.Background()) {
	}
	return m.Whole(), !m.Failed
}

// Whole returns the blocks of what was read and after them the notes.
func (m *Reader) Whole() []model.Block { return append(m.Body, m.notes.blocks()...) }

// blocks adds the blocks below n, which lie in the containers nest.
func (m *Reader) blocks(n ast.Node, nest []model.Container) {
	boxes := len(m.boxes)
	if n.Kind() == ast.KindDocument && boxes > 0 { // the text goes on with another piece
		nest, boxes = m.boxes[boxes-1].inner, 0
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *boxMark:
			nest = m.mark(c, nest, boxes)
		case *boxTitle:
			m.title(c, nest)
		case *box:
			m.blocks(c, m.within(nest, model.Container{Kind: model.Quote}))
		case *display:
			m.display(c.Lines(), nest)
		case *ast.Blockquote:
			m.blocks(c, m.within(nest, model.Container{Kind: model.Quote}))
		case *ast.List:
			m.list(c, nest)
		case *east.Footnote: // stands after the rest
			m.note(c)
		case *ast.Heading:
			m.heading(c, nest)
		case *ast.Paragraph, *ast.TextBlock:
			m.paragraph(c, nest)
		case *ast.FencedCodeBlock:
			m.code(c, string(c.Language(m.raw)), nest)
		case *ast.CodeBlock:
			m.code(c, "", nest)
		case *ast.HTMLBlock:
			m.html(c, nest)
		case *ast.ThematicBreak:
			m.Body = append(m.Body, model.Rule{Leaf: m.leaf(nest, max(c.Pos(), 0))})
		case *east.Table:
			m.table(c, nest)
		}
	}
	if n.Kind() != ast.KindDocument {
		m.unbox(boxes)
	}
}

// within returns nest with one more container, numbered.
func (m *Reader) within(nest []model.Container, c model.Container) []model.Container {
	if len(nest) >= page.MaxNest {
		return nest
	}
	m.nested++
	c.ID = m.nested
	return append(nest[:len(nest):len(nest)], c)
}

func (m *Reader) leaf(nest []model.Container, at int) model.Leaf {
	return model.Leaf{Nest: nest, Src: m.base + at}
}

func (m *Reader) list(l *ast.List, nest []model.Container) {
	if m.isContents(l) {
		return
	}
	number := l.Start
	for c := l.FirstChild(); c != nil; c = c.NextSibling() {
		item := model.Container{Kind: model.Item, Tight: l.IsTight, Task: task(c)}
		if l.IsOrdered() {
			item.Marker = strconv.Itoa(number) + string(l.Marker)
			number++
		}
		in := m.within(nest, item)
		before := len(m.Body)
		if m.blocks(c, in); len(m.Body) == before { // an empty item is still an item
			m.Body = append(m.Body, model.Paragraph{Leaf: m.leaf(in, max(c.Pos(), 0))})
		}
	}
}

// task returns the box at the start of an item.
func task(item ast.Node) model.Task {
	if item.FirstChild() == nil || item.FirstChild().FirstChild() == nil {
		return model.NoTask
	}
	box, ok := item.FirstChild().FirstChild().(*east.TaskCheckBox)
	switch {
	case !ok:
		return model.NoTask
	case box.IsChecked:
		return model.Done
	}
	return model.Open
}

func (m *Reader) heading(h *ast.Heading, nest []model.Container) {
	m.Body = append(m.Body, m.inline(h).Heading(nest, func(at model.Leaf, p model.Prose) model.Block {
		return outline.Heading(at, p, h.Level)
	})...)
}

func (m *Reader) paragraph(n ast.Node, nest []model.Container) {
	c := &compose.Text{Src: m.src, Base: m.base, Verse: m.verse(n)}
	m.spans(c, n, 0, "")
	if c.Verse {
		if p := c.Part(); p.Prose.Text() != "" {
			m.Body = append(m.Body, model.Verse{Leaf: model.Leaf{Nest: nest, Src: p.At}, Prose: p.Prose})
		}
		return
	}
	parts := c.Parts()
	if len(parts) == 1 && parts[0].Plain && isTOC(parts[0].Prose.Text()) || m.isForPrograms(n) {
		return
	}
	for _, p := range parts {
		m.Body = append(m.Body, model.Paragraph{Leaf: model.Leaf{Nest: nest, Src: p.At}, Prose: p.Prose})
	}
}

func (m *Reader) table(t *east.Table, nest []model.Container) {
	table := model.Table{Leaf: m.leaf(nest, 0)}
	for _, a := range t.Alignments {
		table.Align = append(table.Align, align(a))
	}
	for r := t.FirstChild(); r != nil; r = r.NextSibling() {
		var row []model.Prose
		filled := false
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			cell := m.inline(c)
			cell.Spanned = true
			p := cell.Part()
			filled = filled || p.Prose.Text() != ""
			if table.Src == m.base && p.At > 0 {
				table.Src = p.At
			}
			row = append(row, p.Prose)
		}
		if _, head := r.(*east.TableHeader); head {
			if table.Head = filled; !filled {
				continue // Markdown wants a head; an empty one says there is none
			}
		}
		table.Rows = append(table.Rows, row)
	}
	if len(table.Rows) > 0 {
		m.Body = append(m.Body, compose.Table(table)...)
	}
}

func align(a east.Alignment) model.Align {
	switch a {
	case east.AlignLeft:
		return model.Left
	case east.AlignRight:
		return model.Right
	case east.AlignCenter:
		return model.Center
	}
	return model.Natural
}
