package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/part"
)

// unwrapped finds the parts of a hard-wrapped text, whose headings and
// run-ins may run over the ends of lines: the lines are joined first.
func (d *Document) unwrapped() []part.Part {
	d.pairs()
	joined, u := d.join()
	joined.sift()
	joined.number()
	joined.survey()
	return u.back(d.src, joined.parts())
}

// pairs finds the lines that go on with the paragraph of the one before them.
func (d *Document) pairs() {
	before := -1 // the last line of text
	for i := range d.lines {
		l := &d.lines[i]
		if l.role == furniture {
			continue
		}
		l.joins = before >= 0 && d.continues(before, i)
		d.goOn(l, l.joins)
		before = i
	}
}

// join returns the text with its paragraphs joined, which take the place of their
// lines in memory.
func (d *Document) join() (*Document, *seams) {
	u := &seams{at: make([][2]int, 0, len(d.lines))}
	u.text.Grow(len(d.src))
	joined := &Document{latin: d.latin, lines: d.lines[:0]}
	var one *line // the paragraph
	short := false
	for _, l := range d.lines {
		if l.role == furniture {
			u.left = append(u.left, part.Part{Kind: part.Furniture, From: l.from, To: l.to})
			continue
		}
		from := l.from
		if l.joins {
			if char.SpaceBetween(one.last, l.first) {
				u.text.WriteByte(' ')
				one.runes, one.cells = one.runes+1, one.cells+1
			}
			one.extend(&l)
		} else {
			if one != nil {
				one.whole(u.text.String(), short)
				u.text.WriteByte('\n')
			}
			l.from, short = u.text.Len(), false
			joined.lines = append(joined.lines, l)
			one = &joined.lines[len(joined.lines)-1]
		}
		short = short || l.runes <= 8
		u.at = append(u.at, [2]int{u.text.Len(), from})
		u.text.WriteString(d.src[from:l.to])
		one.to = u.text.Len()
	}
	joined.src = u.text.String()
	if one != nil {
		one.whole(joined.src, short)
	}
	return joined, u
}

// extend lets l go on with line next.
func (l *line) extend(next *line) {
	l.runes, l.cells = l.runes+next.runes, l.cells+next.cells
	l.last, l.mark, l.ends = next.last, next.mark, next.ends
}

// whole updates the properties of l that depend on all of its joined lines. Where one
// of them is short, so that the first or last few characters come from several, these
// are all properties.
func (l *line) whole(src string, short bool) {
	if s := src[l.from:l.to]; short {
		l.look(s)
	} else {
		l.sort(s)
	}
}

// A seams is a text joined from lines that knows where each of them came from.
type seams struct {
	text strings.Builder
	at   [][2]int    // byte of the joined text, byte of the source
	left []part.Part // furniture, left out of the joined text
}

// back returns the parts of the joined text as those of the source, what was
// left out put in again where it falls between two of them.
func (u *seams) back(src string, parts []part.Part) []part.Part {
	k := 0 // the seam at or before the part
	for i := range parts {
		p := &parts[i]
		for k+1 < len(u.at) && u.at[k+1][0] <= p.From {
			k++
		}
		from := u.at[k][1] + p.From - u.at[k][0]
		if p.Lead > 0 {
			p.Lead = u.end(k, p.From+p.Lead) - from
		}
		if p.Number > 0 {
			p.Number = u.end(k, p.From+p.Number) - from
		}
		p.From, p.To = from, u.end(k, p.To)
	}
	return weave(src, parts, u.left)
}

// weave puts the furniture of src between the parts. A paragraph that it falls
// into is cut in two, the second of which goes on with the first.
func weave(src string, parts, left []part.Part) []part.Part {
	if len(left) == 0 {
		return parts
	}
	out := make([]part.Part, 0, len(parts)+2*len(left))
	for _, p := range parts {
		for len(left) > 0 && left[0].From < p.From {
			out, left = append(out, left[0]), left[1:]
		}
		for len(left) > 0 && left[0].From < p.To {
			f := left[0]
			left = left[1:]
			if f.From > p.From {
				first := p
				first.From, first.To = char.Trim(src, p.From, f.From)
				first.Lead, first.Number = min(first.Lead, first.To-first.From), min(first.Number, first.To-first.From)
				out = append(out, first)
				p = part.Part{Kind: part.Continued, From: p.From, To: p.To}
			}
			p.From, _ = char.Trim(src, f.To, p.To)
			out = append(out, f)
		}
		out = append(out, p)
	}
	return append(out, left...)
}

// end returns the byte of the source for one of the joined text at which
// something ends that begins after seam k: at a seam that of the line before.
func (u *seams) end(k, at int) int {
	for k+1 < len(u.at) && u.at[k+1][0] < at {
		k++
	}
	return u.at[k][1] + at - u.at[k][0]
}
