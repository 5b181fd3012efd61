// Package screen holds rows of cells before they are painted, and the canvas they are
// made on: so they can be cut, padded and covered without looking into control
// sequences. It does not know who draws them.
package screen

import (
	"strings"

	"juan/ui/cell"
	"juan/ui/theme"
)

// A Seg is a stretch of a screen row in one ink.
type Seg struct {
	Text string
	W    int // cells
	Ink  theme.Ink
	Act  uint16 // what a click on it does, as whoever draws counts that; 0 for nothing
	Link string // where it leads, "" for nowhere
}

// A Row is one row of a pane or of the screen, not yet painted: so it can be
// cut and covered without looking into control sequences.
type Row []Seg

// At returns the stretch that cell x is in; it is empty beyond the row.
func (r Row) At(x int) Seg {
	for _, s := range r {
		if x < s.W {
			return s
		}
		x -= s.W
	}
	return Seg{}
}

// Width returns the cells of the row.
func (r Row) Width() int {
	n := 0
	for _, s := range r {
		n += s.W
	}
	return n
}

// Pad returns the row with blanks after it to n cells, or cut to them.
func (r Row) Pad(n int, p cell.Policy, k theme.Ink) Row {
	w := r.Width()
	switch {
	case w > n:
		return r.Cut(0, n, p)
	case w < n:
		return append(r, Seg{Text: blanks(n - w), W: n - w, Ink: k})
	}
	return r
}

// blanks returns n spaces.
func blanks(n int) string {
	const some = "                                                                                                                                "
	if n <= len(some) {
		return some[:n]
	}
	return strings.Repeat(" ", n)
}

// Text returns the characters of the row.
func (r Row) Text() string {
	var b strings.Builder
	for _, s := range r {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Bytes returns the bytes [from, to) of its text, which are whole characters.
func (r Row) Bytes(from, to int, p cell.Policy) Row {
	var out Row
	at := 0
	for _, s := range r {
		end := at + len(s.Text)
		if first, last := max(from, at), min(to, end); first < last {
			s.Text = s.Text[first-at : last-at]
			s.W = p.Width(s.Text)
			out = append(out, s)
		}
		at = end
	}
	return out
}

// Cut returns exactly the cells [from, to); the half of a wide character
// that lies on an edge becomes a blank.
func (r Row) Cut(from, to int, p cell.Policy) Row {
	var out Row
	at := 0
	for _, s := range r {
		if at+s.W <= from || at >= to {
			at += s.W
			continue
		}
		if from <= at && at+s.W <= to {
			out = append(out, s)
			at += s.W
			continue
		}
		var b strings.Builder
		w := 0
		for g, gw := range p.Graphemes(s.Text) {
			if gw == 0 {
				if w > 0 {
					b.WriteString(g)
				}
				continue
			}
			in := min(at+gw, to) - max(at, from)
			switch {
			case in == gw:
				b.WriteString(g)
			case in > 0:
				b.WriteString(strings.Repeat(" ", in))
			}
			w += max(in, 0)
			at += gw
		}
		out = append(out, Seg{b.String(), w, s.Ink, s.Act, s.Link})
	}
	return out
}

// Cover lays top over the row from cell x on.
func (r Row) Cover(x int, top Row, p cell.Policy) Row {
	out := r.Cut(0, x, p)
	out = append(out, top...)
	return append(out, r.Cut(x+top.Width(), r.Width(), p)...)
}

// Paint appends the row to b, neighbours in the same ink in one go: the
// renderer reads every control sequence again.
func (r Row) Paint(b *strings.Builder, t *theme.Theme) {
	var room [16]string
	for i := 0; i < len(r); {
		s, texts := r[i], room[:0]
		for ; i < len(r) && r[i].Ink == s.Ink && r[i].Link == s.Link; i++ {
			if r[i].Text != "" {
				texts = append(texts, r[i].Text)
			}
		}
		if len(texts) > 0 {
			t.PaintLink(b, s.Ink, s.Link, texts...)
		}
	}
}
