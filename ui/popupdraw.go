package ui

import (
	"juan/ui/role"
	"juan/ui/screen"
	"juan/ui/theme"
)

// draw lays the popup over the rows of a screen and returns where the caret of
// its prompt is, -1 where it has none.
func (p *popup) draw(_ *App, rows []screen.Row, c canvas) (x, y int) {
	w, h := p.size(c.W, c.H)
	left, top := p.corner(c)
	g, border := c.Glyphs, func(s string) screen.Seg { return c.Seg(role.PopupBorder, s) }
	line := func(y int, in screen.Row) {
		full := append(screen.Row{border(g.Left), c.Seg(role.Popup, " ")}, in.Pad(w-4, c.Policy, theme.Ink{Role: role.Popup})...)
		full = append(full, c.Seg(role.Popup, " "), border(g.Right))
		rows[top+y] = rows[top+y].Cover(left, full, c.Policy)
	}
	head := c.Seg(role.PopupTitle, " "+c.Policy.Cut(p.title, max(0, w-6))+" ")
	edge := screen.Row{border(g.TopLeft + g.Top), head}
	rows[top] = rows[top].Cover(left, append(edge, c.dashes(w-3-head.W), border(g.TopRight)), c.Policy)
	rows[top+h-1] = rows[top+h-1].Cover(left, screen.Row{border(g.BottomLeft), c.dashes(w - 2), border(g.BottomRight)}, c.Policy)
	body, at := p.body(c), 1
	x, y = -1, -1
	if p.prompt != nil {
		tally, _ := p.said()
		in, caret := p.prompt.draw(body, tally)
		line(at, in)
		x, y, at = left+2+caret, top+at, at+1
		if note := p.prompt.said(); note != "" && at < h-1 {
			line(at, body.Say(role.RowDim, note))
			at++
		}
	}
	for i := range body.H {
		line(at+i, p.row(body, p.shown(body, i)))
	}
	return x, y
}

// said returns the tally at the end of the prompt, and the words shown where there are
// no items.
func (p *popup) said() (tally, empty string) {
	if p.status != nil {
		return p.status()
	}
	return "", p.empty
}

// dashes returns n cells of a popup's edge.
func (c canvas) dashes(n int) screen.Seg {
	s := ""
	for c.Policy.Width(s) < n {
		s += c.Glyphs.Top
	}
	return c.Seg(role.PopupBorder, s)
}

func (p *popup) row(c canvas, i int) screen.Row {
	if i >= p.len() {
		if p.len() == 0 && i == 0 {
			_, empty := p.said()
			return c.Say(role.RowDim, empty)
		}
		return nil
	}
	it, ink, dim := p.items.At(i), role.Popup, role.RowDim
	if it.row != nil {
		return it.row
	}
	if p.choose != nil && i == p.cursor {
		ink, dim = role.RowCursor, role.RowCursor
	}
	switch {
	case ink == role.RowCursor:
	case it.dim:
		ink = role.RowDim
	case it.title:
		ink = role.PaneTitle
	}
	right := c.Seg(dim, c.Shown(it.right))
	if right.W > c.W*2/5 {
		right = c.Seg(dim, c.Fit(right.Text, c.W*2/5))
	}
	if right.W > 0 {
		right = c.Seg(dim, " "+right.Text)
	}
	var lead screen.Row
	if it.under {
		lead = screen.Row{c.Seg(dim, "  ")}
	}
	if it.lead != "" {
		lead = append(lead, c.Seg(dim, c.Policy.Cut(c.Shown(it.lead), c.W/3)), c.Seg(dim, "  "))
	}
	room := c.W - right.W
	left := append(lead, c.around(it, ink, room-lead.Width())...)
	return append(left.Pad(room, c.Policy, theme.Ink{Role: ink}), right)
}
