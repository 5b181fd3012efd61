package data

import (
	"bytes"
	"time"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Parsing Markdown takes time in the square of its length where brackets,
// quotes or lists are opened thousandfold, and cannot be stopped from
// outside. Patience ends it from inside: the reader and a parser that never
// finds anything look at the clock, and leave by a panic.
type patience struct {
	text.Reader
	until time.Time
	calls int
}

// maxMarkdown is how many bytes are parsed: the tree of a text takes many
// times its size.
const maxMarkdown = 24 << 20

// maxMarks is how many lines and inline marks a text may have together: each
// may become a node of about a kilobyte.
const maxMarks = 650_000

// marks counts one kind after the other, which is faster than looking at each
// byte once: bytes.Count takes many at a time.
func marks(raw []byte) int {
	n := 0
	for _, c := range []byte("\n*_[`<~|&\\") {
		n += bytes.Count(raw, []byte{c})
	}
	return n
}

// outOfPatience is the panic.
type outOfPatience struct{}

// patient returns a reader of raw for at most so long as any honest text of
// its size takes several times over.
func patient(raw []byte) *patience {
	allowed := 1500*time.Millisecond + time.Duration(len(raw)>>20)*100*time.Millisecond
	return &patience{Reader: text.NewReader(raw), until: time.Now().Add(allowed)}
}

func (p *patience) look(every int) {
	if p.calls++; p.calls%every == 0 && time.Now().After(p.until) {
		panic(outOfPatience{})
	}
}

// PeekLine returns the line, as text.Reader does.
func (p *patience) PeekLine() ([]byte, text.Segment) {
	p.look(256)
	return p.Reader.PeekLine()
}

// patienceKey finds the patience of a parse in its context.
var patienceKey = parser.NewContextKey()

// parse returns the tree of raw; ok is false where that would take too much.
func parse(raw []byte) (doc ast.Node, ok bool) {
	defer func() {
		switch r := recover(); r.(type) {
		case nil:
		case outOfPatience:
			doc, ok = nil, false
		default:
			panic(r)
		}
	}()
	if len(raw) > maxMarkdown || marks(raw) > maxMarks {
		return nil, false
	}
	p := patient(raw)
	pc := parser.NewContext()
	pc.Set(patienceKey, p)
	return markdownParser().Parse(p, parser.WithContext(pc)), true
}

// An impatient parser finds nothing; it looks at the clock.
type impatient struct{}

func (impatient) Trigger() []byte { return []byte("[]<(`") }

func (impatient) Parse(_ ast.Node, _ text.Reader, pc parser.Context) ast.Node {
	if p, ok := pc.Get(patienceKey).(*patience); ok {
		p.look(16)
	}
	return nil
}

// maxCells is how many cells a table may have: rows are filled up to the
// width of the head, so that few bytes could make many.
const maxCells = 1 << 18

// A moderate table parser leaves larger tables to be paragraphs.
type moderate struct{ parser.ParagraphTransformer }

func (m moderate) Transform(p *ast.Paragraph, r text.Reader, pc parser.Context) {
	if lines := p.Lines(); lines.Len() > 1 {
		head := lines.At(0)
		if columns := bytes.Count(head.Value(r.Source()), []byte("|")); columns*lines.Len() < maxCells {
			m.ParagraphTransformer.Transform(p, r, pc)
		}
	}
}
