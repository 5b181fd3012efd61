// Package page reads pages of HTML and XHTML as blocks: all of one, or its main
// content without the furniture around it; notes, tables and formulas in it. It
// knows no files, and of a book only that texts lead to each other.
package page

import (
	"golang.org/x/net/html"

	"juan/data/format/compose"
	"juan/data/format/formula"
	"juan/model"
)

// A Page turns HTML, token by token, into blocks. It builds no tree: a block
// knows its containers, and elements that are never closed cost nothing.
type Page struct {
	Base   int            // where the page begins in its source, in bytes
	All    bool           // nothing is left out as furniture
	Piece  bool           // of another text, whose author wrote it: there is no furniture in it
	XML    bool           // the rules of XML hold
	Doc    string         // the file of a book, for what its links lead to
	Marks  map[string]int // ids that something leads to, with the block they stand at
	Notes  *Notes
	Pairs  *Links // the notes that are known by their links
	Nested int    // containers so far: the next has the ID after it
	Body   []model.Block

	src    string // what is read
	at     int    // byte of src
	nest   []model.Container
	stack  []element
	line   *compose.Text // the running text of the block that is open
	prose  []int         // prose characters of each block, see main
	ranges []stretch
	table  *grid
	tables struct{ next, end int } // where the next table begins, where one ends
	meta   pageMeta
	lang   string         // of the code that is open
	kept   bool           // nothing is left out for its name
	beside int            // bytes of text that were left out for their names
	ends   map[string]int // where the next end tag of an element stands
	// formula is the MathML that is open, formulaAt the byte of src where it
	// begins, formulaEnd how many pieces the line had after the last.
	formula    *formula.MathML
	formulaAt  int
	formulaEnd int
}

// An element is a tag that is open and what holds inside of it.
type element struct {
	tag     string
	nest    []model.Container
	voice   model.Voice
	target  string
	skip    bool // left out
	pre     bool // kept as it is
	ordered bool // a list with numbers
	number  int  // of its last item
	text    bool // its name says that it is the text of the page
	aside   bool // its name says that it stands beside the text
	note    int  // the note whose text it is
	first   int  // index of the first block in it
}

// New returns a page for src, which begins at byte base of its source; its blocks
// lie in nest.
func New(src string, base int, nest []model.Container) *Page {
	p := &Page{src: src, Base: base, nest: nest, stack: []element{{nest: nest}}, Notes: new(Notes)}
	p.line = p.newLine()
	return p
}

func (p *Page) newLine() *compose.Text { return &compose.Text{Src: p.src, Base: p.Base} }

func (p *Page) top() *element { return &p.stack[len(p.stack)-1] }

// maxTokens is how many tags and texts a page may have: each may become a
// block, a span or a cell.
const maxTokens = 1_500_000

// Read reads the whole page into Body and Notes; ok is false where it is too much
// to keep.
func (p *Page) Read() (ok bool) {
	p.XML = p.XML || isXHTML(p.src)
	p.src = unended(p.src)
	p.line.Src = p.src
	p.at = afterDoctype(p.src)
	z := p.tokenizer()
	tokens := 0
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if tokens++; tokens > maxTokens {
			return false
		}
		size := len(z.Raw())
		p.token(kind, z, p.at+size)
		p.at = min(p.at+size, len(p.src))
	}
	if p.formula != nil {
		p.endMath()
	}
	p.flush()
	for len(p.stack) > 1 {
		p.pop()
	}
	return true
}

// token reads one token, which ends at byte to.
func (p *Page) token(kind html.TokenType, z *html.Tokenizer, to int) {
	var t tag
	switch kind {
	case html.StartTagToken, html.SelfClosingTagToken:
		t = readAttributes(z)
		t.empty = kind == html.SelfClosingTagToken
		if p.holdsText(t.name, to, t.empty) {
			z.NextIsNotRawText()
			t.empty = t.empty || t.name != "noscript" && t.name != "iframe"
		}
	case html.EndTagToken:
		name, _ := z.TagName()
		t.name = local(string(name))
	}
	if p.formula != nil && p.math(kind, t, p.at, to) {
		return
	}
	switch kind {
	case html.TextToken:
		p.text(p.at, to)
	case html.StartTagToken, html.SelfClosingTagToken:
		p.start(t)
	case html.EndTagToken:
		p.end(t.name)
	}
}

// A tag is what is kept of a start tag.
type tag struct {
	name  string
	attrs map[string]string
	empty bool // its end is its own
}

// readAttributes keeps the attributes that are used.
func readAttributes(z *html.Tokenizer) tag {
	name, more := z.TagName()
	t := tag{name: local(string(name))}
	for n := 0; more && n < 64; n++ {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "href", "src", "alt", "title", "class", "id", "name", "property", "content", "datetime",
			"start", "value", "colspan", "rowspan", "type", "epub:type", "role", "checked", "lang", "hidden", "itemprop",
			"style", "aria-hidden", "open", "close", "alttext", "encoding", "align", "data-wr-footernote", "zy-footnote", "data-footnote":
			if t.attrs == nil {
				t.attrs = map[string]string{}
			}
			t.attrs[string(key)] = string(value)
		}
	}
	return t
}
