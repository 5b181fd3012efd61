package page

import (
	"strings"

	"golang.org/x/net/html"

	"juan/data/format/compose"
	"juan/model"
)

// text adds running text: white space collapses, line breaks are soft.
func (p *Page) text(from, to int) {
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
		p.line.Verbatim(from, to, e.voice, e.target)
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
func (p *Page) words(from, to int, e *element, literal bool) {
	write := p.unescape
	if literal {
		write = func(from, to int, e *element) { p.line.Verbatim(from, to, e.voice, e.target) }
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
			p.line.SoftBreak()
		} else if space != "" {
			p.line.Space(from, e.voice, e.target)
		}
		from = to - len(rest)
	}
}

// unescape adds src[from:to] with its entities resolved.
func (p *Page) unescape(from, to int, e *element) {
	for from < to {
		i := strings.IndexByte(p.src[from:to], '&')
		if i < 0 {
			break
		}
		p.line.Verbatim(from, from+i, e.voice, e.target)
		from += i
		text, size := compose.Entity(p.src[from:to])
		p.line.Add(text, from, e.voice, e.target)
		from += size
	}
	p.line.Verbatim(from, to, e.voice, e.target)
}
