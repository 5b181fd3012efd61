package data

import (
	"strings"

	"golang.org/x/net/html"

	"juan/model"
)

// maxDepth is how many elements may lie in each other; those deeper are read
// as if their tags were not there.
const maxDepth = 256

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
	doc    string         // the file of a book, for what its links lead to
	marks  map[string]int // ids that something leads to, with the block they stand at
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
	z := html.NewTokenizer(strings.NewReader(p.src))
	tokens := 0
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if tokens++; tokens > maxTokens {
			return false
		}
		size := len(z.Raw())
		switch kind {
		case html.TextToken:
			p.text(p.at, p.at+size)
		case html.StartTagToken, html.SelfClosingTagToken:
			p.start(readTag(z))
		case html.EndTagToken:
			name, _ := z.TagName()
			p.end(string(name))
		}
		p.at = min(p.at+size, len(p.src))
	}
	p.flush()
	for len(p.stack) > 1 {
		p.pop()
	}
	return true
}

// A tag is what is kept of a start tag.
type tag struct {
	name  string
	attrs map[string]string
}

// readTag keeps the attributes that are used.
func readTag(z *html.Tokenizer) tag {
	name, more := z.TagName()
	t := tag{name: string(name)}
	for n := 0; more && n < 64; n++ {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "href", "src", "alt", "title", "class", "id", "name", "property", "content", "datetime",
			"start", "colspan", "rowspan", "type", "epub:type", "role", "checked", "lang", "hidden", "itemprop":
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
	e := p.top()
	if e.tag == "title" && p.meta.title == "" {
		p.meta.title = strings.Join(strings.Fields(html.UnescapeString(p.src[from:to])), " ")
	}
	switch {
	case e.skip:
		return
	case e.pre:
		p.unescape(from, to, e)
		return
	}
	for from < to {
		i := strings.IndexAny(p.src[from:to], " \t\r\n\f")
		if i < 0 {
			i = to - from
		}
		p.unescape(from, from+i, e)
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
	case "meta", "link", "base", "area", "col", "embed", "param", "source", "track", "wbr":
	default:
		p.open(t)
	}
}

// open pushes an element that has an end.
func (p *page) open(t tag) {
	p.closeImplied(t.name)
	if isBlock(t.name) {
		p.flush()
	}
	p.anchor(t.attrs["id"])
	if len(p.stack) >= maxDepth {
		return
	}
	e := *p.top()
	e.tag, e.first, e.ordered, e.number = t.name, len(p.body), false, 0
	e.voice, e.target = p.voice(t, e)
	e.skip = e.skip || p.leftOut(t)
	p.enter(t, &e)
	switch kind := p.notes.kind(t); {
	case e.skip:
	case kind == noteMark:
		p.line.add(e.target, p.at, e.voice, e.target) // its number stands for what the source shows
		e.skip = true
	case kind == noteText:
		p.flush()
		e.note = p.notes.number(p.doc, "#"+t.attrs["id"])
		e.nest = p.within(nil, model.Container{Kind: model.Note, Marker: itoa(e.note)})
	}
	p.stack = append(p.stack, e)
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
	case "rt":
		p.line.add("（", p.at, e.voice, e.target)
	}
}

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
	e := p.top()
	switch e.tag {
	case "rt":
		p.line.add("）", p.at, e.voice, e.target)
	case "table", "tr", "td", "th", "caption":
		p.closeTable(e.tag)
	}
	p.closed(*e)
	p.stack = p.stack[:len(p.stack)-1]
}
