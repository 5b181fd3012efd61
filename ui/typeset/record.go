package typeset

import (
	"strings"

	"juan/model"
	"juan/ui/linebreak"
	"juan/ui/role"
)

// setRecords sets a table row by row, one cell below the other, each after
// the head of its column: for where there is no room for columns.
func (g *grid) setRecords() {
	first := 0
	if g.head && len(g.rows) > 1 {
		first = 1
	}
	for i := first; i < len(g.rows); i++ {
		if i > first {
			g.begin()
			g.ours(level(g.doc.settings, min(g.cells, 2*ribbon)), role.TableRule)
			g.end(g.ends[i-1], g.ends[i-1])
		}
		n := len(g.rows[i])
		if i == 1 && first == 1 {
			n = max(n, len(g.rows[0])) // each head stands once at least
		}
		for j := range n {
			g.setField(i, j, first == 1)
		}
	}
}

// setField sets one cell of a record. Only the first record shows the heads
// themselves; later ones repeat them, short and where there is room.
func (g *grid) setField(i, j int, labelled bool) {
	cell := slot{at: g.ends[i]}
	if j < len(g.rows[i]) {
		cell = g.rows[i][j]
	}
	label := g.label(i, j, labelled)
	if label.text == "" && cell.text == "" || i > 1 && cell.text == "" {
		return
	}
	s := cell.moved(cell.at)
	if label.text != "" {
		s = label.join(s)
	}
	hang := 2
	if g.cells-hang < least {
		hang = 0
	}
	from := len(g.lines)
	g.wrap(&s, 0, len(s.text), cell.at+cell.size, layout{rest: hang})
	for k := from; k < len(g.lines); k++ {
		// What is a label's byte in the head is this cell's here.
		l := &g.lines[k]
		l.From, l.To = min(max(l.From, cell.at), cell.at+cell.size), min(max(l.To, cell.at), cell.at+cell.size)
		l.At = l.From
	}
}

// label returns what stands before cell j of row i.
func (g *grid) label(i, j int, labelled bool) shown {
	if !labelled || j >= len(g.rows[0]) || g.rows[0][j].text == "" {
		return shown{}
	}
	head := &g.rows[0][j]
	s := head.moved(head.at)
	if i > 1 {
		if g.cells < least {
			return shown{}
		}
		s = shown{}
		s.append(g.elide(head.text, g.cells/2&^1), role.TableHead)
	}
	mark := ": "
	if script := linebreak.ScriptOf(head.text); script == linebreak.Chinese || script == linebreak.Japanese {
		mark = "："
	}
	s.append(mark, role.TableHead)
	return s
}

// elide returns the first line of s in at most n cells.
func (g *grid) elide(s string, n int) string {
	line, _, more := strings.Cut(s, "\n")
	if !more && g.policy.Width(line) <= n {
		return line
	}
	p := g.policy
	p.ASCII = plain(g.doc.settings)
	mark := p.Ellipsis()
	return g.policy.Cut(line, n-g.policy.Width(mark)) + mark
}

// moved returns s with the source counted from off.
func (s slot) moved(off int) shown {
	out := shown{text: s.text, spans: s.spans, pieces: append([]piece(nil), s.pieces...)}
	for k := range out.pieces {
		if p := &out.pieces[k]; p.from >= 0 {
			p.from, p.to = p.from+off, p.to+off
		}
	}
	return out
}

// append puts our own text after s.
func (s *shown) append(text string, r role.Role) {
	s.pieces = append(s.pieces, piece{len(s.text), -1, -1, len(s.spans), r})
	s.text += text
}

// join returns s with t after it.
func (s shown) join(t shown) shown {
	spans := append(append([]model.Span(nil), s.spans...), model.Span{})
	for _, p := range t.pieces {
		p.at, p.span = p.at+len(s.text), p.span+len(spans)
		s.pieces = append(s.pieces, p)
	}
	s.text += t.text
	s.spans = append(spans, t.spans...)
	return s
}
