package data

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// maxMath is how many elements of a formula may lie in each other.
const maxMath = 64

// A mathNode is an element of MathML. All that it needs to be read is what its
// children say.
type mathNode struct {
	name string
	attr tag
	kids []*mathNode
	text string
}

// A formula is MathML that is being read, token by token.
type formula struct {
	at   int // byte where it begins
	root *mathNode
	open []*mathNode // never empty, the root first
	tex  string      // what the source says in TeX
}

func newFormula(t tag, at int) *formula {
	root := &mathNode{name: t.name, attr: t}
	return &formula{at: at, root: root, open: []*mathNode{root}}
}

// math reads a token of the formula that is open; ok is false where the token
// is none of it, because its end was left out.
func (p *page) math(kind html.TokenType, t tag, from, to int) (ok bool) {
	f := p.formula
	in := f.open[len(f.open)-1]
	switch kind {
	case html.TextToken:
		from, to, _ := p.cdata(from, to)
		s := strings.Join(strings.Fields(html.UnescapeString(p.src[from:to])), " ")
		switch {
		case s == "":
		case in.name == "annotation" && strings.Contains(in.attr.attrs["encoding"], "tex"):
			f.tex += s
		default:
			in.kids = append(in.kids, &mathNode{text: s})
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		if isBlock(t.name) && t.name != "text" {
			p.endMath()
			return false
		}
		n := &mathNode{name: t.name, attr: t}
		in.kids = append(in.kids, n)
		if !t.empty && len(f.open) < maxMath {
			f.open = append(f.open, n)
		}
	case html.EndTagToken:
		if t.name == "math" {
			p.endMath()
			return true
		}
		for i := len(f.open) - 1; i > 0; i-- {
			if f.open[i].name == t.name {
				f.open = f.open[:i]
				break
			}
		}
	}
	return true
}

// endMath writes the formula that is open.
func (p *page) endMath() {
	f, e := p.formula, p.top()
	p.formula = nil
	p.line.add(f.String(), f.at, e.voice, e.target)
	p.formulaEnd = len(p.line.pieces)
}

// String returns the formula as a line of text: what its elements say, or TeX
// where the source says it so too and its elements leave something of that
// out, as those of a formula that is drawn do.
func (f *formula) String() string {
	text := strings.TrimSpace(f.root.read())
	said := f.tex
	if said == "" {
		said = f.root.attr.attrs["alttext"]
	}
	if said = readTeX(said); countWords(said) > countWords(text) {
		return said
	}
	return text
}

// countWords returns how many letters and digits s has.
func countWords(s string) int {
	n := 0
	for _, r := range s {
		if isWordRune(r) {
			n++
		}
	}
	return n
}

// read returns what an element says.
func (n *mathNode) read() string {
	switch n.name {
	case "":
		return strings.Map(dropInvisible, n.text)
	case "mfrac":
		return fraction(n.kid(0), n.kid(1))
	case "msqrt":
		return rootSign("", n.all())
	case "mroot":
		return rootSign(n.kid(1), n.kid(0))
	case "msup":
		return base(n.kid(0)) + raised(n.kid(1))
	case "msub", "munder":
		return base(n.kid(0)) + lowered(n.kid(1))
	case "msubsup", "munderover":
		return base(n.kid(0)) + lowered(n.kid(1)) + raised(n.kid(2))
	case "mover":
		return over(n.kid(0), n.kid(1))
	case "mfenced":
		return n.fenced()
	case "mtable":
		return n.joined("; ")
	case "mtr", "mlabeledtr":
		return n.joined(", ")
	case "mspace":
		return " "
	case "semantics":
		return n.kid(0)
	case "annotation", "annotation-xml":
		return ""
	}
	return n.all()
}

// kid returns what a child says, "" where there is no such child.
func (n *mathNode) kid(i int) string {
	if i < len(n.kids) {
		return n.kids[i].read()
	}
	return ""
}

// all returns what the children say one after the other.
func (n *mathNode) all() string {
	var b strings.Builder
	last := ""
	for _, k := range n.kids {
		one := k.read()
		b.WriteString(gapBetween(last, one) + one)
		if one != "" {
			last = one
		}
	}
	return b.String()
}

// joined returns what the children say with a mark between.
func (n *mathNode) joined(mark string) string {
	var all []string
	for _, k := range n.kids {
		all = append(all, k.read())
	}
	return strings.Join(all, mark)
}

func (n *mathNode) fenced() string {
	open, shut, mark := "(", ")", ", "
	if s, ok := n.attr.attrs["open"]; ok {
		open = s
	}
	if s, ok := n.attr.attrs["close"]; ok {
		shut = s
	}
	return open + n.joined(mark) + shut
}

// base puts parentheses around what a script hangs on, where it is more than
// one thing and not an operator.
func base(s string) string {
	if utf8.RuneCountInString(s) < 2 {
		return s
	}
	return grouped(s)
}

// over writes what stands over a letter as an accent, else as a superscript.
func over(s, above string) string {
	switch above {
	case "^", "ˆ":
		return accented(s, "hat")
	case "¯", "‾", "_", "-", "―", "\u0304":
		return accented(s, "bar")
	case "→", "⃗", "⟶":
		return accented(s, "vec")
	case "~", "˜":
		return accented(s, "tilde")
	case ".", "˙":
		return accented(s, "dot")
	}
	return base(s) + raised(above)
}

// dropInvisible leaves out the operators that are only heard.
func dropInvisible(r rune) rune {
	if r >= 0x2061 && r <= 0x2064 {
		return -1
	}
	return r
}

// formulas adds the text of src[from:to] up to behind its last formula that is
// written in TeX, for a program of the page to draw; it returns where that is.
func (p *page) formulas(from, to int, e *element) int {
	at := from
	for at < to {
		i := strings.IndexAny(p.src[at:to], `$\`)
		if i < 0 {
			break
		}
		at += i
		inside, size := texOnPage(p.src[at:to])
		if size == 0 {
			at++
			continue
		}
		p.words(from, at, e, false)
		p.line.add(readTeX(html.UnescapeString(inside)), at, e.voice, e.target)
		at += size
		from = at
	}
	return from
}

// texOnPage returns the formula that s begins with, between $ and $, \( and \)
// or \[ and \], and the bytes it takes, 0 where there is none. What has no sign
// of TeX is none: it may be money, or a path.
func texOnPage(s string) (inside string, size int) {
	if s[0] == '$' {
		inside, size = formulaAt(s)
	} else if len(s) > 2 && (s[1] == '(' || s[1] == '[') {
		shut := `\)`
		if s[1] == '[' {
			shut = `\]`
		}
		if end := strings.Index(s[:min(len(s), maxFormula)], shut); end > 0 {
			inside, size = s[2:end], end+2
		}
	}
	if !strings.ContainsAny(inside, `\^_=`) {
		return "", 0
	}
	return inside, size
}
