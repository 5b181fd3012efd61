package page

import (
	"strings"

	"golang.org/x/net/html"

	"juan/data/format/formula"
)

// math reads a token of the formula that is open; ok is false where the token does not
// belong to it, because the end of the formula is missing.
func (p *Page) math(kind html.TokenType, t tag, from, to int) (ok bool) {
	switch kind {
	case html.TextToken:
		from, to, _ := p.cdata(from, to)
		p.formula.Text(html.UnescapeString(p.src[from:to]))
	case html.StartTagToken, html.SelfClosingTagToken:
		if isBlock(t.name) && t.name != "text" {
			p.endMath()
			return false
		}
		p.formula.Open(t.name, t.attrs, t.empty)
	case html.EndTagToken:
		if t.name == "math" {
			p.endMath()
			return true
		}
		p.formula.Close(t.name)
	}
	return true
}

// endMath writes the formula that is open.
func (p *Page) endMath() {
	f, e := p.formula, p.top()
	p.formula = nil
	p.line.Add(f.String(), p.formulaAt, e.voice, e.target)
	p.formulaEnd = len(p.line.Pieces)
}

// formulas adds the text of src[from:to] up to after its last formula that is
// written in TeX, for a program of the page to draw; it returns where that is.
func (p *Page) formulas(from, to int, e *element) int {
	at := from
	for at < to {
		i := strings.IndexAny(p.src[at:to], `$\`)
		if i < 0 {
			break
		}
		at += i
		inside, size := formula.OnPage(p.src[at:to])
		if size == 0 {
			at++
			continue
		}
		p.words(from, at, e, false)
		p.line.Add(formula.TeX(html.UnescapeString(inside)), at, e.voice, e.target)
		at += size
		from = at
	}
	return from
}
