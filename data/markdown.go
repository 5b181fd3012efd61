package data

import (
	"cmp"
	"context"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"

	"juan/data/fault"
	"juan/model"
)

// markdownParser reads CommonMark with the tables, strike-through, task lists
// and autolinks of GitHub Flavored Markdown, and footnotes.
var markdownParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(blockParsers(), paragraphParsers(),
		parser.WithInlineParsers(allCounted(append(append(parser.DefaultInlineParsers(), authorInlines()...),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(noteRefParser{}, 101),
			util.Prioritized(emphasis{}, 499),
			util.Prioritized(extension.NewLinkifyParser(), 999)))...),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
})

// definitionParser reads the blocks of a text as markdownParser does, and none
// of the marks in them.
var definitionParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(blockParsers(), paragraphParsers())
})

func blockParsers() parser.Option {
	return parser.WithBlockParsers(append(append(parser.DefaultBlockParsers(), authorBlocks()...),
		util.Prioritized(newNoteParser(), 999))...)
}

func paragraphParsers() parser.Option {
	return parser.WithParagraphTransformers(
		util.Prioritized(countedDefinitions{parser.LinkReferenceParagraphTransformer}, 100),
		util.Prioritized(moderate{extension.NewTableParagraphTransformer()}, 200))
}

// A markdown turns the trees of the chunks of a Markdown text into blocks.
type markdown struct {
	src    string // from the first byte of the body on
	raw    []byte // the same bytes
	base   int    // where they begin in the source
	chunk  int    // bytes of a chunk, at least
	steps  steps
	links  []parser.Reference
	notes  footnotes
	nested int       // containers so far
	boxes  []openBox // that lines around blocks have opened
	body   []model.Block
	failed bool // a chunk took too much to parse
}

// markdown reads the text as one Markdown article.
func (f *file) markdown() draft { return last(f.grown(context.Background(), math.MaxInt)) }

// grown reads the text as one Markdown article and yields what there is of it
// when so many bytes are parsed, whenever these have doubled, and, unless ctx is
// done before, as a whole. Notes stand only in the whole.
func (f *file) grown(ctx context.Context, size int) iter.Seq[draft] {
	return func(yield func(draft) bool) {
		e := f.entry()
		title := e.Title
		e.Title = ""
		start, headings := f.front(&e)
		article := func(body []model.Block) (d draft, missed int, first string) {
			d.entry = e
			d.body, d.entry.Title = takeTitle(body, e.Title)
			if headings == nil {
				d.body = inferHeadings(d.body)
			} else {
				d.body, missed, first = correctAll(d.body, headings)
			}
			raise(d.body)
			d.entry.Title = cmp.Or(d.entry.Title, title)
			return d, missed, first
		}
		m := newMarkdown(f.text, start)
		for at := range m.read(ctx) {
			if at < size || at == len(m.src) {
				continue
			}
			size = 2 * at
			d, _, _ := article(slices.Clone(m.body))
			d.entry.Partial = true
			if !yield(d) {
				return
			}
		}
		if ctx.Err() != nil {
			return
		}
		if m.failed {
			f.notice(fault.Unparsed, 0, "")
		}
		d, missed, first := article(append(m.body, m.notes.blocks()...))
		if missed > 0 {
			f.notice(fault.BadMeta, missed, "headings: "+first)
		}
		yield(d)
	}
}

// last returns the last of several.
func last[T any](all iter.Seq[T]) (one T) {
	for one = range all {
	}
	return one
}

// markdownBlocks returns the blocks of the Markdown that begins at byte start
// of src; ok is false where some of it would take too much to parse, and is
// text without mark-up.
func markdownBlocks(src string, start int) (body []model.Block, ok bool) {
	m := newMarkdown(src, start)
	for range m.read(context.Background()) {
	}
	return append(m.body, m.notes.blocks()...), !m.failed
}

// blocks adds the blocks below n, which lie in the containers nest.
func (m *markdown) blocks(n ast.Node, nest []model.Container) {
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
		case *east.Footnote: // stands behind the rest
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
			m.body = append(m.body, model.Rule{Leaf: m.leaf(nest, max(c.Pos(), 0))})
		case *east.Table:
			m.table(c, nest)
		}
	}
	if n.Kind() != ast.KindDocument {
		m.unbox(boxes)
	}
}

// within returns nest with one more container, numbered.
func (m *markdown) within(nest []model.Container, c model.Container) []model.Container {
	if len(nest) >= maxNest {
		return nest
	}
	m.nested++
	c.ID = m.nested
	return append(nest[:len(nest):len(nest)], c)
}

func (m *markdown) leaf(nest []model.Container, at int) model.Leaf {
	return model.Leaf{Nest: nest, Src: m.base + at}
}

func (m *markdown) list(l *ast.List, nest []model.Container) {
	number := l.Start
	for c := l.FirstChild(); c != nil; c = c.NextSibling() {
		item := model.Container{Kind: model.Item, Tight: l.IsTight, Task: task(c)}
		if l.IsOrdered() {
			item.Marker = strconv.Itoa(number) + string(l.Marker)
			number++
		}
		in := m.within(nest, item)
		before := len(m.body)
		if m.blocks(c, in); len(m.body) == before { // an empty item is still an item
			m.body = append(m.body, model.Paragraph{Leaf: m.leaf(in, max(c.Pos(), 0))})
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

func (m *markdown) heading(h *ast.Heading, nest []model.Container) {
	p := m.inline(h).part()
	if p.prose.Text() != "" {
		m.body = append(m.body, newHeading(model.Leaf{Nest: nest, Src: p.at}, p.prose, h.Level))
	}
}

func (m *markdown) paragraph(n ast.Node, nest []model.Container) {
	c := &composer{src: m.src, base: m.base, verse: m.verse(n)}
	m.spans(c, n, 0, "")
	if c.verse {
		if p := c.part(); p.prose.Text() != "" {
			m.body = append(m.body, model.Verse{Leaf: model.Leaf{Nest: nest, Src: p.at}, Prose: p.prose})
		}
		return
	}
	parts := c.parts()
	if len(parts) == 1 && parts[0].plain && isTOC(parts[0].prose.Text()) {
		return
	}
	for _, p := range parts {
		m.body = append(m.body, model.Paragraph{Leaf: model.Leaf{Nest: nest, Src: p.at}, Prose: p.prose})
	}
}

// isTOC reports whether s asks a processor for a table of contents or a new page.
func isTOC(s string) bool {
	const longest = len("\\clearpage")
	if len(s) > longest {
		return false
	}
	switch strings.ToLower(s) {
	case "[toc]", "[[toc]]", "[[_toc_]]", "@[toc]", "{:toc}", "\\newpage", "\\pagebreak", "\\clearpage":
		return true
	}
	return false
}

func (m *markdown) table(t *east.Table, nest []model.Container) {
	table := model.Table{Leaf: m.leaf(nest, 0)}
	for _, a := range t.Alignments {
		table.Align = append(table.Align, align(a))
	}
	for r := t.FirstChild(); r != nil; r = r.NextSibling() {
		var row []model.Prose
		filled := false
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			cell := m.inline(c)
			cell.spanned = true
			p := cell.part()
			filled = filled || p.prose.Text() != ""
			if table.Src == m.base && p.at > 0 {
				table.Src = p.at
			}
			row = append(row, p.prose)
		}
		if _, head := r.(*east.TableHeader); head {
			if table.Head = filled; !filled {
				continue // Markdown wants a head; an empty one says there is none
			}
		}
		table.Rows = append(table.Rows, row)
	}
	if len(table.Rows) > 0 {
		m.body = append(m.body, table)
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
