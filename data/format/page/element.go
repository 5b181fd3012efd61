package page

import (
	"strings"

	"juan/data/format/compose"
	"juan/data/format/formula"
	"juan/model"
)

// start opens an element.
func (p *Page) start(t tag) {
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
			p.line.Add("\n", p.at, 0, "")
		} else {
			p.line.HardBreak(p.at)
		}
	case "img", "image":
		p.image(t)
	case "hr":
		p.flush()
		if !p.top().skip && p.table == nil {
			p.add(model.Rule{Leaf: model.Leaf{Nest: p.top().nest, Src: p.Base + p.at}}, 0)
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
func (p *Page) open(t tag) (ok bool) {
	p.closeImplied(t.name)
	if isBlock(t.name) {
		p.flush()
	}
	p.anchor(t.attrs["id"])
	if len(p.stack) >= compose.MaxDepth {
		return false
	}
	e := *p.top()
	e.tag, e.first, e.ordered, e.number = t.name, len(p.Body), false, 0
	e.text = isTextName(t)
	e.aside = e.aside || !p.All && !p.Piece && !p.kept && isAsideName(t)
	e.voice, e.target = p.voice(t, e)
	e.skip = e.skip || e.aside || p.leftOut(t)
	p.enter(t, &e)
	switch kind := p.noteKind(t); {
	case e.skip:
	case kind == noteMark:
		p.line.Add(e.target, p.at, e.voice, e.target) // its number stands for what the source shows
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
func (p *Page) enter(t tag, e *element) {
	switch t.name {
	case "code":
		if e.pre && strings.HasSuffix(p.src[:p.at], "</code>") { // a line of code each
			p.line.Add("\n", p.at, 0, "")
		}
		p.language(t)
	case "blockquote":
		e.nest = p.within(e.nest, model.Container{Kind: model.Quote})
	case "ol":
		e.ordered, e.number = true, atoi(t.attrs["start"], 1)-1
	case "li":
		e.nest = p.within(e.nest, p.item(atoi(t.attrs["value"], 0)))
	case "pre":
		e.pre, p.lang = true, ""
		p.language(t)
	case "table", "tr", "td", "th", "thead", "caption":
		p.openTable(t)
	default:
		if !e.skip {
			p.line.OpenTag(t.name, p.at, e.voice, e.target)
		}
	}
}

// MaxNest is how many containers a block lies in at most; those deeper are
// left out, their text is not.
const MaxNest = 32

// within returns nest with one more container.
func (p *Page) within(nest []model.Container, c model.Container) []model.Container {
	if len(nest) >= MaxNest {
		return nest
	}
	p.Nested++
	c.ID = p.Nested
	return append(nest[:len(nest):len(nest)], c)
}

// item returns the container of the item that begins in the innermost list; number is
// its explicit number, or 0.
func (p *Page) item(number int) model.Container {
	c := model.Container{Kind: model.Item, Tight: true}
	for i := len(p.stack) - 1; i >= 0; i-- {
		switch e := &p.stack[i]; e.tag {
		case "ol":
			if e.number++; number > 0 {
				e.number = number
			}
			c.Marker = itoa(e.number) + "."
			return c
		case "ul", "menu":
			return c
		}
	}
	return c
}

// end closes the innermost element of that name, and those inside of it.
func (p *Page) end(name string) {
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
		p.line.HardBreak(p.at)
	case isBlock(name):
		p.flush()
	}
}

// pop takes the innermost element away.
func (p *Page) pop() {
	switch e := p.top(); e.tag {
	case "table", "tr", "td", "th", "caption":
		p.closeTable(e.tag)
	default:
		if !e.skip {
			p.line.CloseTag(e.tag, p.at, e.voice, e.target)
		}
	}
	e := p.top()
	p.closed(*e)
	p.stack = p.stack[:len(p.stack)-1]
}
