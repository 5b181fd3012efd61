package lines

import (
	"sort"
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/part"
)

// unwrapped finds the parts of a hard-wrapped report, whose headings and
// run-ins may run over the ends of lines: the lines are joined first.
func (d *Document) unwrapped() []part.Part {
	var u seams
	indents := d.indents()
	for i := range d.lines {
		l := &d.lines[i]
		switch {
		case i == 0:
		case d.continues(&d.lines[i-1], l, indents):
			if char.SpaceBetween(char.Last(d.src[:d.lines[i-1].to]), char.First(d.src[l.from:])) {
				u.text.WriteByte(' ')
			}
		case l.after:
			u.text.WriteString("\n\n")
		default:
			u.text.WriteByte('\n')
		}
		u.at = append(u.at, [2]int{u.text.Len(), l.from})
		if l.indented {
			u.text.WriteString("\u3000\u3000")
			u.at[i][0] = u.text.Len()
		}
		u.text.WriteString(d.src[l.from:l.to])
	}
	joined := Document{src: u.text.String(), lines: splitLines(u.text.String())}
	joined.number()
	joined.survey()
	parts := joined.parts()
	for i := range parts {
		p := &parts[i]
		from := u.source(p.From, true)
		if p.Lead > 0 {
			p.Lead = u.source(p.From+p.Lead, false) - from
		}
		if p.Number > 0 {
			p.Number = u.source(p.From+p.Number, false) - from
		}
		p.From, p.To = from, u.source(p.To, false)
	}
	return parts
}

// A text joined from lines knows where each of them came from.
type seams struct {
	text strings.Builder
	at   [][2]int // byte of the joined text, byte of the source
}

// source returns the byte of the source for one of the joined text; at a seam
// that of the line that begins there, or else of the one that ends.
func (u *seams) source(at int, begins bool) int {
	k := sort.Search(len(u.at), func(i int) bool {
		return u.at[i][0] > at || !begins && u.at[i][0] == at
	}) - 1
	return u.at[max(k, 0)][1] + at - u.at[max(k, 0)][0]
}

// full reports whether l is about as long as hard-wrapped lines are.
func (d *Document) full(l *line) bool {
	cells := l.cells
	if l.indented {
		cells += 4
	}
	return cells*10 >= d.usual*9
}

// indents reports whether paragraphs are indented: most lines that follow a
// short one are.
func (d *Document) indents() bool {
	n, all := 0, 0
	for i := range d.lines[1:] {
		if l := &d.lines[i+1]; !d.full(&d.lines[i]) && !l.after {
			all++
			if l.indented {
				n++
			}
		}
	}
	return n >= 3 && n*10 >= all*7
}

// continues reports whether the line b goes on with the paragraph of the line
// a before it.
func (d *Document) continues(a, b *line, indents bool) bool {
	switch {
	case b.after || b.form > number.NoForm && b.form <= number.Section || !d.full(a):
		return false
	case indents:
		return !b.indented
	}
	return !d.endsAt(a) && b.form == number.NoForm && (a.indented || !b.indented)
}

// wrappedReport reports whether the text has lines that begin with 一、 or （一）
// and was hard-wrapped.
func (d *Document) wrappedReport() bool {
	n := 0
	for i := range d.lines {
		if f := d.lines[i].form; f == number.Han || f == number.ParenHan {
			n++
		}
	}
	if n >= 2 {
		d.wrapping()
	}
	return n >= 2 && d.usual > 0 && !d.latin
}
