package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"juan/model"
)

// footnotes are the notes of a Markdown text. They are numbered in the order
// of their first mark, and labelled as the source does where it numbers all of
// them, else by their number.
type footnotes struct {
	defined map[string]*footnote // by their labels; of several with one label the first
	all     []*footnote          // in the order of the text, as far as it was read
	named   bool                 // one is called other than by a number
	marked  int                  // those that a mark leads to
}

type footnote struct {
	ref   string // what the source calls it
	index int    // by its first mark, from 1; 0 where none leads to it
	read  bool   // it is one of all
	body  []model.Block
}

// footnotesKey finds the notes of a text in the context of its parse.
var footnotesKey = parser.NewContextKey()

// define notes that the text has a note of that name.
func (f *footnotes) define(ref string) {
	if f.defined == nil {
		f.defined = map[string]*footnote{}
	}
	if f.defined[ref] == nil {
		f.defined[ref] = &footnote{ref: ref}
		_, err := strconv.Atoi(ref)
		f.named = f.named || err != nil
	}
}

// label returns what a note that has a mark is called.
func (f *footnotes) label(n *footnote) string {
	if f.named {
		return strconv.Itoa(n.index)
	}
	return n.ref
}

// add adds a note of the text with its blocks.
func (f *footnotes) add(ref string, body []model.Block) {
	n := f.defined[ref]
	if n == nil || n.read {
		n = &footnote{ref: ref}
	}
	n.body, n.read = body, true
	f.all = append(f.all, n)
}

// blocks returns the blocks of the notes, as far as the text was read: those
// that have a mark by their number, then the others, which are still text. The
// container of each gets its label.
func (f *footnotes) blocks() []model.Block {
	sorted := slices.Clone(f.all)
	slices.SortStableFunc(sorted, func(a, b *footnote) int {
		return cmp.Compare(uint(a.index-1), uint(b.index-1)) // 0 comes last
	})
	var body []model.Block
	last := f.marked
	for _, n := range sorted {
		label := n.ref
		switch {
		case f.named && n.index > 0:
			label = f.label(n)
		case f.named:
			last++
			label = strconv.Itoa(last)
		}
		for _, b := range n.body {
			b.In()[0].Marker = label
		}
		body = append(body, n.body...)
	}
	return body
}

// A noteParser reads the text of a note and leaves it where it stands: the
// extension’s own moves all notes to the first of them, so that they would
// have to be at hand together.
type noteParser struct{ parser.BlockParser }

func newNoteParser() noteParser { return noteParser{extension.NewFootnoteBlockParser()} }

// Close notes the name of a note.
func (noteParser) Close(n ast.Node, _ text.Reader, pc parser.Context) {
	pc.Get(footnotesKey).(*footnotes).define(string(n.(*east.Footnote).Ref))
}

// A noteRefParser reads the mark of a note, [^1]: of one that the text has.
type noteRefParser struct{}

// Trigger returns the bytes that a mark begins with; the exclamation mark keeps
// it from being read as an image.
func (noteRefParser) Trigger() []byte { return []byte{'!', '['} }

// Parse reads a mark.
func (noteRefParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	bang := 0
	if line[0] == '!' {
		bang = 1
	}
	if !bytes.HasPrefix(line[bang:], []byte("[^")) {
		return nil
	}
	block.Advance(bang + len("[^"))
	found, ok := block.FindClosure('[', ']', text.FindClosureOptions{Advance: true})
	if !ok {
		return nil
	}
	f := pc.Get(footnotesKey).(*footnotes)
	n := f.defined[string(block.Value(found.At(0)))]
	if n == nil {
		return nil
	}
	if n.index == 0 {
		f.marked++
		n.index = f.marked
	}
	if bang > 0 {
		parent.AppendChild(parent, ast.NewTextSegment(text.NewSegment(at.Start, at.Start+1)))
	}
	return &noteRef{FootnoteLink: *east.NewFootnoteLink(n.index), note: n}
}

// A noteRef leads to a note.
type noteRef struct {
	east.FootnoteLink
	note *footnote
}
