package data

import (
	"strings"

	"golang.org/x/net/html"

	"juan/data/formula"
	"juan/model"
)

// A page turns HTML, token by token, into blocks. It builds no tree: a block
// knows its containers, and elements that are never closed cost nothing.
type page struct {
	src    string // what is read
	base   int    // where it begins in the source
	at     int    // byte of src
	nest   []model.Container
	nested int
	stack  []element
	line   *composer // the running text of the block that is open
	body   []model.Block
	prose  []int // prose characters of each block, see main
	ranges []stretch
	table  *grid
	tables struct{ next, end int } // where the next table begins, where one ends
	notes  *notes
	meta   pageMeta
	lang   string         // of the code that is open
	all    bool           // nothing is left out as furniture
	kept   bool           // nothing is left out for its name
	beside int            // bytes of text that were left out for their names
	xml    bool           // the rules of XML hold
	ends   map[string]int // where the next end tag of an element stands
	// formula is the MathML that is open, formulaAt the byte of src where it
	// begins, formulaEnd how many pieces the line had behind the last.
	formula    *formula.MathML
	formulaAt  int
	formulaEnd int
	doc        string         // the file of a book, for what its links lead to
	marks      map[string]int // ids that something leads to, with the block they stand at
	pairs      *notePairs     // the notes that are known by their links
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

// newPage returns a page for src, whose blocks lie in nest.
func newPage(src string, base int, nest []model.Container) *page {
	p := &page{src: src, base: base, nest: nest, stack: []element{{nest: nest}}, notes: new(notes)}
	p.line = p.composer()
	return p
}

func (p *page) composer() *composer { return &composer{src: p.src, base: p.base} }

func (p *page) top() *element { return &p.stack[len(p.stack)-1] }

// maxTokens is how many tags and texts a page may have: each may become a
// block, a span or a cell.
const maxTokens = 1_500_000

// read reads the whole page; ok is false where it is too much to keep.
func (p *page) read() (ok bool) {
	p.xml = p.xml || isXHTML(p.src)
	p.src = unended(p.src)
	p.line.src = p.src
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
func (p *page) token(kind html.TokenType, z *html.Tokenizer, to int) {
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
			"start", "colspan", "rowspan", "type", "epub:type", "role", "checked", "lang", "hidden", "itemprop",
			"style", "open", "close", "alttext", "encoding", "align", "data-wr-footernote", "zy-footnote", "data-footnote":
			if t.attrs == nil {
				t.attrs = map[string]string{}
			}
			t.attrs[string(key)] = string(value)
		}
	}
	return t
}

// text adds running text: white space collapses, line breaks are soft.
func (p *page) text(from, to int) {
	if e := p.top(); e.tag == "head" && strings.TrimSpace(p.src[from:to]) != "" {
		p.end("head") // whose end was left out
	}
	e := p.top()
	if e.tag == "title" && p.meta.title == "" {
		p.meta.title = strings.Join(strings.Fields(html.UnescapeString(p.src[from:to])), " ")
	}
	from, to, literal := p.cdata(from, to)
	switch {
	case e.skip:
		if e.aside {
			p.beside += to - from
		}
		return
	case literal && e.pre:
		p.line.verbatim(from, to, e.voice, e.target)
		return
	case e.pre:
		p.unescape(from, to, e)
		return
	}
	if !literal && e.voice&model.Verbatim == 0 {
		from = p.formulas(from, to, e)
	}
	p.words(from, to, e, literal)
}

// words adds src[from:to], which holds no mark-up, with its white space
// collapsed.
func (p *page) words(from, to int, e *element, literal bool) {
	write := p.unescape
	if literal {
		write = func(from, to int, e *element) { p.line.verbatim(from, to, e.voice, e.target) }
	}
	for from < to {
		i := strings.IndexAny(p.src[from:to], " \t\r\n\f")
		if i < 0 {
			i = to - from
		}
		write(from, from+i, e)
		from += i
		rest := strings.TrimLeft(p.src[from:to], " \t\r\n\f")
		if space := p.src[from : to-len(rest)]; strings.IndexByte(space, '\n') >= 0 {
			p.line.softBreak()
		} else if space != "" {
			p.line.space(from, e.voice, e.target)
		}
		from = to - len(rest)
	}
}

// unescape adds src[from:to] with its entities resolved.
func (p *page) unescape(from, to int, e *element) {
	for from < to {
		i := strings.IndexByte(p.src[from:to], '&')
		if i < 0 {
			break
		}
		p.line.verbatim(from, from+i, e.voice, e.target)
		from += i
		text, size := special(p.src[from:to])
		p.line.add(text, from, e.voice, e.target)
		from += size
	}
	p.line.verbatim(from, to, e.voice, e.target)
}

// start opens an element.
func (p *page) start(t tag) {
	p.meta.read(t)
	if said := attributeNote(t); said != "" && !p.top().skip {
		p.noteOf(said)
		if t.name == "img" {
			return
		}
	}
	switch t.name {
	case "br":
		if p.top().pre {
			p.line.add("\n", p.at, 0, "")
		} else {
			p.line.hardBreak(p.at)
		}
	case "img", "image":
		p.image(t)
	case "hr":
		p.flush()
		if !p.top().skip && p.table == nil {
			p.add(model.Rule{Leaf: model.Leaf{Nest: p.top().nest, Src: p.base + p.at}}, 0)
		}
	case "input":
		p.box(t)
	case "math":
		if !p.top().skip && !p.top().pre {
			if p.formula, p.formulaAt = formula.NewMathML(t.attrs), p.at; t.empty {
				p.endMath()
			}
		}
	case "meta", "link", "base", "area", "col", "embed", "param", "source", "track", "wbr":
	default:
		if p.open(t) && t.empty {
			p.end(t.name)
		}
	}
}

// open pushes an element that has an end; ok is false where too many are open.
func (p *page) open(t tag) (ok bool) {
	p.closeImplied(t.name)
	if isBlock(t.name) {
		p.flush()
	}
	p.anchor(t.attrs["id"])
	if len(p.stack) >= maxDepth {
		return false
	}
	e := *p.top()
	e.tag, e.first, e.ordered, e.number = t.name, len(p.body), false, 0
	e.text = isTextName(t)
	e.aside = e.aside || !p.all && !p.kept && isAsideName(t)
	e.voice, e.target = p.voice(t, e)
	e.skip = e.skip || e.aside || p.leftOut(t)
	p.enter(t, &e)
	switch kind := p.noteKind(t); {
	case e.skip:
	case kind == noteMark:
		p.line.add(e.target, p.at, e.voice, e.target) // its number stands for what the source shows
		e.skip = true
	case kind == noteText && p.top().note > 0: // an item that holds the text of the note around it
		e.nest = e.nest[:1:1]
	case kind == noteText:
		p.flush()
		e.note = p.noteNumber(t)
		e.nest = p.within(nil, model.Container{Kind: model.Note, Marker: itoa(e.note)})
	}
	p.stack = append(p.stack, e)
	return true
}

// enter does what an element asks for besides being open.
func (p *page) enter(t tag, e *element) {
	switch t.name {
	case "code":
		p.language(t)
	case "blockquote":
		e.nest = p.within(e.nest, model.Container{Kind: model.Quote})
	case "ol":
		e.ordered, e.number = true, atoi(t.attrs["start"], 1)-1
	case "li":
		e.nest = p.within(e.nest, p.item())
	case "pre":
		e.pre, p.lang = true, ""
		p.language(t)
	case "table", "tr", "td", "th", "thead", "caption":
		p.openTable(t)
	default:
		if !e.skip {
			p.line.opens(t.name, p.at, e.voice, e.target)
		}
	}
}

// maxNest is how many containers a block lies in at most; those deeper are
// left out, their text is not.
const maxNest = 32

// within returns nest with one more container.
func (p *page) within(nest []model.Container, c model.Container) []model.Container {
	if len(nest) >= maxNest {
		return nest
	}
	p.nested++
	c.ID = p.nested
	return append(nest[:len(nest):len(nest)], c)
}

// item returns the container of the item that begins in the innermost list.
func (p *page) item() model.Container {
	c := model.Container{Kind: model.Item, Tight: true}
	for i := len(p.stack) - 1; i >= 0; i-- {
		switch e := &p.stack[i]; e.tag {
		case "ol":
			e.number++
			c.Marker = itoa(e.number) + "."
			return c
		case "ul", "menu":
			return c
		}
	}
	return c
}

// end closes the innermost element of that name, and those inside of it.
func (p *page) end(name string) {
	for i := len(p.stack) - 1; i > 0; i-- {
		if p.stack[i].tag != name {
			continue
		}
		if isBlock(name) {
			p.flush()
		}
		for len(p.stack) > i {
			p.pop()
		}
		return
	}
	switch {
	case name == "br":
		p.line.hardBreak(p.at)
	case isBlock(name):
		p.flush()
	}
}

// pop takes the innermost element away.
func (p *page) pop() {
	switch e := p.top(); e.tag {
	case "table", "tr", "td", "th", "caption":
		p.closeTable(e.tag)
	default:
		if !e.skip {
			p.line.closes(e.tag, p.at, e.voice, e.target)
		}
	}
	e := p.top()
	p.closed(*e)
	p.stack = p.stack[:len(p.stack)-1]
}
