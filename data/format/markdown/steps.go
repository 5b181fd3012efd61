package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"juan/data/format/page"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Parsing Markdown takes time in the square of its length where brackets, quotes or
// lists are opened thousandfold, and cannot be stopped from outside. So its work is
// counted from inside, in the readers that it takes the text from and around each
// inline parser; a parse that takes too many steps is left by a panic. A step is some
// ten nanoseconds. The count depends on the text alone: the same text is parsed, or is
// not, on any machine.
type steps struct {
	left   int
	piece  int // byte where what is read now begins: no block was open there
	nodes  int // of its tree, at least
	inline countedReader
}

const (
	firstSteps   = 1 << 22  // that any text may take
	stepsPerByte = 16       // that come with each byte of it; lists of short items take four
	maxPiece     = 24 << 20 // bytes of a piece: the tree of a text takes many times its size
	maxNodes     = 250_000  // of the tree of a piece that are counted: each is one to two kilobytes
)

// maxTemplate is how many bytes are looked at for the end of a template, by a
// regular expression.
const maxTemplate = 1000

// outOfSteps is the panic.
type outOfSteps struct{}

func (s *steps) take(n int) {
	if s.left -= n; s.left < 0 {
		panic(outOfSteps{})
	}
}

// begin says that a piece of a chunk begins at a byte of the text.
func (s *steps) begin(at int) { s.piece, s.nodes = at, 0 }

// node counts nodes of the piece. Those of the pieces before it in the chunk, whose marks
// are parsed at its end as well, are not counted: they are no more than a chunk has bytes.
func (s *steps) node(n int) {
	if s.nodes += n; s.nodes > maxNodes {
		panic(outOfSteps{})
	}
}

// stepsKey finds the steps of a parse in its context.
var stepsKey = parser.NewContextKey()

// A countedReader is what a parser of marks reads the text of a block from.
type countedReader struct {
	text.Reader
	steps *steps
	end   int // byte of the source where the block ends
	lines int // of the block
}

// rest is how far it is to the end of the block.
func (r *countedReader) rest() int {
	_, at := r.Position()
	return max(0, r.end-at.Start)
}

// Value returns a stretch of the block, whose line is looked for from the last
// on.
func (r *countedReader) Value(at text.Segment) []byte {
	r.steps.take(r.lines/16 + max(0, at.Stop-at.Start)/8)
	return r.Reader.Value(at)
}

// ReadRune is what a regular expression is matched by.
func (r *countedReader) ReadRune() (rune, int, error) {
	r.steps.take(1)
	return r.Reader.ReadRune()
}

// Match reports whether a regular expression matches here, and goes after it.
func (r *countedReader) Match(reg *regexp.Regexp) bool {
	line, at := r.Position()
	m := reg.FindReaderIndex(r)
	r.SetPosition(line, at)
	if m != nil {
		r.Advance(m[1] - m[0])
	}
	return m != nil
}

// FindClosure finds the end of a bracket.
func (r *countedReader) FindClosure(opener, closer byte, opt text.FindClosureOptions) (*text.Segments, bool) {
	from := r.rest()
	line, _ := r.PeekLine()
	found, ok := r.Reader.FindClosure(opener, closer, opt)
	reach := from
	switch i := bytes.IndexByte(line, opener); {
	case ok:
		reach -= r.rest()
	case i >= 0 && !opt.Nesting: // it went no further
		reach = i
	case !opt.Newline:
		reach = len(line)
	}
	r.steps.take(reach / 8)
	return found, ok
}

// A counted parser of marks takes steps for what it looks at.
type counted struct{ parser.InlineParser }

// allCounted returns the parsers counted.
func allCounted(all []util.PrioritizedValue) []util.PrioritizedValue {
	for i, v := range all {
		all[i].Value = counted{v.Value.(parser.InlineParser)}
	}
	return all
}

// Parse reads a mark. How much text a failed search has looked at depends on the mark:
// a back quote looks for another in all of the block, a closing bracket for an address
// in the line, the brace of a template for its end.
func (c counted) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	s := pc.Get(stepsKey).(*steps)
	s.take(1)
	r := &s.inline
	*r = countedReader{Reader: block, steps: s}
	if lines := parent.Lines(); lines != nil && lines.Len() > 0 {
		r.lines, r.end = lines.Len(), lines.At(lines.Len()-1).Stop
	}
	line, at := r.PeekLine()
	mark, reach := line[0], len(line)
	address := mark == ']' && reach > 1 && line[1] == '('
	if mark == ']' && pc.IsInLinkLabel() {
		s.take(sinceLabel(parent))
	}
	rest := r.rest()
	n := c.InlineParser.Parse(parent, r, pc)
	switch n := n.(type) {
	case nil:
		switch {
		case address:
			s.take(reach / 8)
		case mark == '{' && reach > 1 && strings.IndexByte("{%/", line[1]) >= 0:
			s.take(2 * min(reach, maxTemplate))
		}
		return nil
	case *ast.Text:
		if mark == '`' {
			s.take(rest / 8)
		}
	case *parser.Delimiter:
		s.take(tillOpener(n))
	}
	if at.Start >= s.piece {
		s.node(1)
	}
	return n
}

// sinceLabel returns how many nodes stand after the last bracket that is open:
// those that are looked at when it closes.
func sinceLabel(parent ast.Node) int {
	n := 0
	for c := parent.LastChild(); c != nil && c.Kind().String() != "LinkLabelState"; c = c.PreviousSibling() {
		n++
	}
	return n
}

// tillOpener returns how many marks of emphasis are looked at to find the one
// that d closes.
func tillOpener(d *parser.Delimiter) int {
	n := 0
	if d.CanClose {
		for o := d.PreviousDelimiter; o != nil && (o.Char != d.Char || !o.CanOpen); o = o.PreviousDelimiter {
			n++
		}
	}
	return n
}

// CloseBlock ends a block.
func (c counted) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if one, ok := c.InlineParser.(parser.CloseBlocker); ok {
		one.CloseBlock(parent, block, pc)
	}
}

// Definitions are taken out of their paragraph one by one, each time moving
// the lines after it. countedDefinitions takes steps for that.
type countedDefinitions struct{ parser.ParagraphTransformer }

// Transform takes the definitions out of p.
func (d countedDefinitions) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	lines := p.Lines()
	if first := lines.At(0); r.Source()[first.Start] != '[' && r.Source()[first.Start] != ' ' {
		return // no definition begins with anything else
	}
	all := 0
	for i := range lines.Len() {
		if line := lines.At(i); bytes.Contains(line.Value(r.Source()), []byte("]:")) {
			all++
		}
	}
	if all > 0 {
		pc.Get(stepsKey).(*steps).take(all * lines.Len() / 16)
		d.ParagraphTransformer.Transform(p, r, pc)
	}
}

// A moderate table parser leaves larger tables to be paragraphs.
type moderate struct{ parser.ParagraphTransformer }

// Transform makes a table of p where it is one.
func (m moderate) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	if lines := p.Lines(); lines.Len() > 1 {
		head := lines.At(0)
		if columns := bytes.Count(head.Value(r.Source()), []byte("|")); columns*lines.Len() < page.MaxCells {
			m.ParagraphTransformer.Transform(p, r, pc)
			if p.Parent() == nil {
				pc.Get(stepsKey).(*steps).node(columns * lines.Len())
			}
		}
	}
}
