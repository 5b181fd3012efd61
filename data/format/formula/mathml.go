package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMath is how many elements of a formula may lie in each other.
const maxMath = 64

// A mathNode is an element of MathML. All that it needs to be read is what its
// children say.
type mathNode struct {
	name  string
	attrs map[string]string
	kids  []*mathNode
	text  string
}

// A MathML is a formula that is being read, element by element.
type MathML struct {
	root *mathNode
	open []*mathNode // never empty, the root first
	tex  string      // what the source says in TeX
}

// NewMathML begins a formula with the attributes of its element math.
func NewMathML(attrs map[string]string) *MathML {
	root := &mathNode{name: "math", attrs: attrs}
	return &MathML{root: root, open: []*mathNode{root}}
}

// Text adds text that stands in the element that is open.
func (f *MathML) Text(s string) {
	in := f.open[len(f.open)-1]
	s = strings.Join(strings.Fields(s), " ")
	switch {
	case s == "":
	case in.name == "annotation" && strings.Contains(in.attrs["encoding"], "tex"):
		if len(f.tex) <= MaxSize { // TeX makes nothing of more
			f.tex += s
		}
	default:
		in.kids = append(in.kids, &mathNode{text: s})
	}
}

// Open begins an element; an empty one ends with it.
func (f *MathML) Open(name string, attrs map[string]string, empty bool) {
	in := f.open[len(f.open)-1]
	n := &mathNode{name: name, attrs: attrs}
	in.kids = append(in.kids, n)
	if !empty && len(f.open) < maxMath {
		f.open = append(f.open, n)
	}
}

// Close ends the innermost open element of that name, and those in it; where
// none is open nothing ends.
func (f *MathML) Close(name string) {
	for i := len(f.open) - 1; i > 0; i-- {
		if f.open[i].name == name {
			f.open = f.open[:i]
			break
		}
	}
}

// String returns the formula as a line of text: what its elements say, or TeX
// where the source says it so too and its elements leave something of that
// out, as those of a formula that is drawn do.
func (f *MathML) String() string {
	text := strings.TrimSpace(f.root.read())
	said := f.tex
	if said == "" {
		said = f.root.attrs["alttext"]
	}
	if said = TeX(said); countWords(said) > countWords(text) {
		return said
	}
	return text
}

// countWords returns how many letters and digits s has.
func countWords(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
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
		return base(n.kid(0)) + Raised(n.kid(1))
	case "msub", "munder":
		return base(n.kid(0)) + Lowered(n.kid(1))
	case "msubsup", "munderover":
		return base(n.kid(0)) + Lowered(n.kid(1)) + Raised(n.kid(2))
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
	if s, ok := n.attrs["open"]; ok {
		open = s
	}
	if s, ok := n.attrs["close"]; ok {
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
	return base(s) + Raised(above)
}

// dropInvisible leaves out the operators that are only heard.
func dropInvisible(r rune) rune {
	if r >= 0x2061 && r <= 0x2064 {
		return -1
	}
	return r
}
