package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"juan/data/format/compose"
	"juan/data/format/formula"
	"juan/model"
)

// inlineMath parses $formula$, $$formula$$ and \(formula\) in running text.
type inlineMath struct{}

func (inlineMath) Trigger() []byte { return []byte{'$', '\\'} }

func (inlineMath) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	inside, size := "", 0
	if line[0] == '$' {
		inside, size = formula.InText(util.BytesToReadOnlyString(line))
	} else if len(line) > 1 && line[1] == '(' { // \[ is an escape
		inside, size = formula.OnPage(util.BytesToReadOnlyString(line))
	}
	switch {
	case size > 0:
		return said(block, size, &written{text: formula.TeX(strings.Clone(inside))})
	case bytes.HasPrefix(line, []byte("$$")):
		return formulaOfLines(block)
	}
	return nil
}

// formulaOfLines parses a formula between $$ and $$ that goes over several lines
// of a paragraph.
func formulaOfLines(block text.Reader) ast.Node {
	line, segment := block.PeekLine()
	number, start := block.Position()
	lines := [][]byte{line[2:]}
	for size := len(line); size < formula.MaxSize && len(lines) <= 40; {
		block.AdvanceLine()
		next, _ := block.PeekLine()
		if next == nil {
			break
		}
		if end := bytes.Index(next, []byte("$$")); end >= 0 {
			block.Advance(end + 2)
			src := bytes.Join(append(lines, next[:end]), nil)
			return &written{text: formula.TeX(string(src)), at: segment.Start}
		}
		lines = append(lines, next)
		size += len(next)
	}
	block.SetPosition(number, start)
	return nil
}

// displayMath parses a formula on lines of its own: between lines of $$, between
// \[ and \], or in an environment of LaTeX.
type displayMath struct{ oneLine }

type display struct {
	ast.BaseBlock
	end string
}

func (*display) Kind() ast.NodeKind              { return authorKind }
func (*display) IsRaw() bool                     { return true }
func (n *display) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

func (displayMath) Trigger() []byte { return []byte{'$', '\\'} }

func (displayMath) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := openingLine(reader, pc)
	node := &display{end: "$$"}
	switch string(bytes.TrimRight(line, " \t\r\n")) {
	case "$$":
	case `\[`:
		node.end = `\]`
	default:
		name, _, ok := strings.Cut(strings.TrimPrefix(string(line), `\begin{`), "}")
		if !bytes.HasPrefix(line, []byte(`\begin{`)) || !ok || len(name) > 20 {
			return nil, parser.NoChildren
		}
		node.end = `\end{` + name + "}"
	}
	rest := reader.Source()[min(at+len(line), len(reader.Source())):]
	if !bytes.Contains(rest[:min(len(rest), formula.MaxSize)], []byte(node.end)) {
		return nil, parser.NoChildren // it has no end
	}
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

func (displayMath) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, segment := reader.PeekLine()
	n := node.(*display)
	if end := bytes.Index(line, []byte(n.end)); end >= 0 {
		n.Lines().Append(text.NewSegment(segment.Start, segment.Start-segment.Padding+end))
		reader.AdvanceToEOL()
		return parser.Close
	}
	n.Lines().Append(segment)
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// display adds a formula that stands by itself, its rows as lines.
func (m *Reader) display(lines *text.Segments, nest []model.Container) {
	var src strings.Builder
	at := 0
	for i := range lines.Len() {
		s := lines.At(i)
		if at == 0 {
			at = s.Start
		}
		src.WriteString(m.src[s.Start:max(s.Start, s.Stop)])
	}
	c := &compose.Text{Src: m.src, Base: m.base}
	for _, row := range strings.Split(formula.TeX(src.String()), "; ") {
		c.HardBreak(at)
		c.Add(row, at, 0, "")
	}
	if p := c.Part(); p.Prose.Text() != "" {
		m.Body = append(m.Body, model.Paragraph{Leaf: model.Leaf{Nest: nest, Src: p.At}, Prose: p.Prose})
	}
}
