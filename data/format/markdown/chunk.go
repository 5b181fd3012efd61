package markdown

import (
	"bytes"
	"context"
	"iter"
	"strings"
	"unsafe"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"juan/data/format/plain"
	"juan/model"
)

// chunkSize is how many bytes of Markdown are parsed at once: of the tree, many
// times as large as its text, no more is ever in memory. A chunk ends where no
// block is open, so it is longer where a list or a quotation is.
const chunkSize = 64 << 10

// A chunkReader gives the parser a text chunk by chunk: where no block is open
// any more and the chunk is long enough, it says that the text is over. All
// that a parser knows of what it has read is what is open and the definitions,
// so the blocks are those of the whole text parsed at once.
type chunkReader struct {
	text.Reader
	size  int // bytes of a chunk, at least
	from  int // byte where the chunk begins
	over  bool
	steps *steps
	pc    parser.Context // of the parse under way
}

// at returns the byte that is read next.
func (r *chunkReader) at() int {
	_, at := r.Position()
	return min(at.Start, len(r.Source()))
}

// SkipBlankLines goes to the next line that is not blank. The parser calls it
// where no block is open and nowhere else; ok is false at the end.
func (r *chunkReader) SkipBlankLines() (at text.Segment, lines int, ok bool) {
	at, lines, ok = r.Reader.SkipBlankLines()
	r.over = !ok || r.ends()
	return at, lines, !r.over
}

// ends reports whether the chunk is long enough to end here, where no block is
// open. Where it is not, another piece of it begins.
func (r *chunkReader) ends() bool {
	if r.at()-r.from >= r.size {
		return true
	}
	r.steps.begin(r.at())
	return false
}

// shut reports whether the line that was read is a block that no line goes on with.
func (r *chunkReader) shut() bool {
	open := r.pc.OpenedBlocks()
	if len(open) != 1 {
		return false
	}
	switch open[0].Node.(type) {
	case *ast.ThematicBreak:
		return true
	case *ast.Heading: // the line under a heading may be the next paragraph’s
		return bytes.IndexByte(open[0].Parser.Trigger(), '#') >= 0
	}
	return false
}

// PeekLine returns the rest of the line. Every block that is open asks for it.
func (r *chunkReader) PeekLine() ([]byte, text.Segment) {
	if r.over {
		return nil, text.Segment{}
	}
	line, at := r.Reader.PeekLine()
	r.over = line == nil
	r.steps.take(1 + at.Padding*len(line)/64) // a line is copied to be padded
	return line, at
}

// LineOffset returns the column, counted anew for each block that is open.
func (r *chunkReader) LineOffset() int {
	n := r.Reader.LineOffset()
	r.steps.take(n / 16)
	return n
}

// AdvanceLine goes to the next line.
func (r *chunkReader) AdvanceLine() {
	if r.over {
		return
	}
	r.Reader.AdvanceLine()
	r.grant()
	r.steps.node(1)
	if r.at()-r.steps.piece > maxPiece {
		panic(outOfSteps{})
	}
	r.over = r.shut() && r.ends()
}

// grant lets the parser take the steps that come with the line under way.
func (r *chunkReader) grant() {
	_, line := r.Position()
	r.steps.left += stepsPerByte * (line.Stop - line.Start)
}

// reader returns a reader of the chunks of the text from a byte on, which
// begins a line.
func (m *Reader) reader(from int) *chunkReader {
	r := &chunkReader{Reader: text.NewReader(m.raw), size: m.chunk, from: from, steps: &m.steps}
	r.SetPosition(0, text.NewSegment(from, from))
	r.Reader.AdvanceLine()
	return r
}

// New returns what turns the Markdown that begins at byte start of src
// into blocks.
func New(src string, start int) *Reader {
	m := &Reader{src: src[start:], base: start, chunk: chunkSize}
	m.raw = unsafe.Slice(unsafe.StringData(m.src), len(m.src)) // the parser only reads it
	m.steps.left = firstSteps
	return m
}

// Read reads the text chunk by chunk. After each the blocks up to a byte of
// the text are there, and that is yielded. ctx is asked once a chunk; when it
// is done the sequence ends.
func (m *Reader) Read(ctx context.Context) iter.Seq[int] {
	return func(yield func(int) bool) {
		if !m.define(ctx) {
			return
		}
		pc := m.context(nil)
		for r := m.reader(0); r.at() < len(m.raw); {
			if ctx.Err() != nil {
				return
			}
			if at := r.at(); at == m.large.from && at < m.large.to {
				r = m.leave(m.large)
			} else if doc, ok := parseChunk(markdownParser(), r, pc); ok {
				m.blocks(doc, nil)
			} else {
				pc, r = m.context(pc), m.retry(r)
			}
			if !yield(r.at()) {
				return
			}
		}
		m.unbox(0)
	}
}

// define finds the definitions of links and the names of notes, which may be
// used before. Where the text has none, nothing is read. It returns false where
// ctx is done.
func (m *Reader) define(ctx context.Context) bool {
	last := strings.LastIndex(m.src, "]:")
	if last < 0 {
		return true
	}
	pc := m.context(nil)
	for r := m.reader(0); r.at() <= last; {
		if ctx.Err() != nil {
			return false
		}
		if _, ok := parseChunk(definitionParser(), r, pc); !ok {
			pc, r = m.context(pc), m.reader(r.behind())
		}
		m.links = pc.References()
	}
	return true
}

// context returns a context with what is known of the text. Of an old one,
// where a chunk broke off, it keeps the definitions.
func (m *Reader) context(old parser.Context) parser.Context {
	pc := parser.NewContext()
	pc.Set(stepsKey, &m.steps)
	pc.Set(footnotesKey, &m.notes)
	if old != nil {
		m.links = old.References()
	}
	for _, link := range m.links {
		pc.AddReference(link)
	}
	return pc
}

// parseChunk returns the tree of the next chunk; ok is false where that would
// take too much.
func parseChunk(p parser.Parser, r *chunkReader, pc parser.Context) (doc ast.Node, ok bool) {
	defer func() {
		switch e := recover(); e.(type) {
		case nil:
		case outOfSteps:
			doc, ok = nil, false
		default:
			panic(e)
		}
	}()
	r.from, r.over, r.pc = r.at(), false, pc
	r.steps.begin(r.from)
	r.steps.left = min(r.steps.left, firstSteps)
	r.grant()
	doc = p.Parse(r, parser.WithContext(pc))
	if r.at() == r.from { // nothing began here
		r.Reader.AdvanceLine()
	}
	return doc, true
}

// behind returns where to go on behind a chunk that could not be parsed: where
// it ends, or at the next paragraph where it was not read to its end.
func (r *chunkReader) behind() int {
	at := r.at()
	if r.over && at > r.from {
		return at
	}
	from := max(r.from, at-1) // on a blank line already, perhaps
	if i := bytes.Index(r.Source()[from:], []byte("\n\n")); i >= 0 {
		return from + i + len("\n\n")
	}
	return len(r.Source())
}

// retry returns a reader that begins again where a chunk could not be parsed. A
// piece that is too large by itself is not parsed again: the chunk ends before it. Else
// the chunks are the smallest there can be, and one of these that cannot be parsed either
// is left.
func (m *Reader) retry(r *chunkReader) *chunkReader {
	m.steps.left = max(m.steps.left, 0)
	again := m.reader(r.from)
	switch piece := m.steps.piece; {
	case m.steps.nodes > maxNodes, r.at()-piece > maxPiece:
		m.large = stretch{piece, r.behind()}
		again.size = piece - r.from
	case r.size > 1:
		again.size = 1
	default:
		return m.leave(stretch{r.from, r.behind()})
	}
	return again
}

// leave adds a stretch as text without mark-up, and returns a reader of what follows.
func (m *Reader) leave(s stretch) *chunkReader {
	m.Failed = true
	body, _ := plain.Read(context.Background(), m.src[s.from:s.to], m.base+s.from)
	m.Body = append(m.Body, body...)
	return m.reader(s.to)
}

// note adds a note.
func (m *Reader) note(n *east.Footnote) {
	body := m.Body
	m.Body = nil
	m.blocks(n, m.within(nil, model.Container{Kind: model.Note}))
	m.notes.add(string(n.Ref), m.Body)
	m.Body = body
}
