package ui

import (
	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/role"
	"juan/ui/theme"
)

// narrowPopup is the width below which a popup of hits does not say where they
// are.
const narrowPopup = 56

// A popup is a list over the panes: headings to jump to, commands, keys, hits.
// With a prompt it is narrowed as one types.
type popup struct {
	title   string
	prompt  *prompt // nil: the list is only looked at
	items   rows
	cursor  int
	choose  func(item) tea.Cmd // nil: nothing can be chosen
	preview func(item)         // what is under the cursor is tried, nil for nothing
	cancel  func()             // nothing was chosen, nil for nothing
	empty   string             // what is said where there are no items
	// status says anew at each frame what tally stands at the end of the prompt,
	// and what is said where there are no items; nil where nothing changes.
	status func() (tally, empty string)
}

// Rows are what a popup lists: there may be millions, so only those on screen
// are made.
type rows interface {
	Len() int
	At(i int) item
}

// Items are rows that were made beforehand.
type items []item

// Len returns the number of items.
func (s items) Len() int { return len(s) }

// At returns item i.
func (s items) At(i int) item { return s[i] }

func (p *popup) len() int {
	if p.items == nil {
		return 0
	}
	return p.items.Len()
}

// An item is a row of a popup.
type item struct {
	left, right string
	from, to    int // bytes of left to light
	do          func() tea.Cmd
}

// newPicker returns a popup whose items are those that all gives for what is
// typed.
func newPicker(title, label string, all func(model.Query) items) *popup {
	p := &popup{title: title, prompt: newPrompt(label), items: all(model.Query{})}
	p.prompt.change = func(text string) tea.Cmd {
		p.items, p.cursor = all(model.NewQuery(text)), 0
		return nil
	}
	p.choose = func(i item) tea.Cmd { return i.do() }
	return p
}

// size returns the cells and rows that the popup takes of a w × h screen, its
// border with it.
func (p *popup) size(w, h int) (int, int) {
	rows := p.len() + 2
	if p.prompt != nil {
		rows = h * 2 / 3
	}
	return min(w, max(40, min(w*3/4, 90))), min(max(rows, 6), h-1)
}

// body returns the canvas of the rows that items stand on.
func (p *popup) body(c canvas) canvas {
	w, h := p.size(c.w, c.h)
	c.w, c.h = max(1, w-4), max(0, h-2)
	if p.prompt != nil {
		c.h = max(0, c.h-1)
	}
	return c
}

func (p *popup) move(c canvas, m motion) {
	body := p.body(c)
	last := p.len() - 1
	if p.choose == nil { // looked at: the cursor is the row on top
		last = p.len() - body.h
	}
	p.cursor = max(0, min(p.cursor+m.step(body.h), last))
	if p.preview != nil && p.cursor < p.len() {
		p.preview(p.items.At(p.cursor))
	}
}

// top returns the first item on screen.
func (p *popup) top(body canvas) int {
	if p.choose == nil {
		return p.cursor
	}
	return window(p.len(), p.cursor, body.h)
}

// at returns the item at a cell of the screen, -1 for none, and whether the
// cell is the popup's.
func (p *popup) at(c canvas, x, y int) (i int, inside bool) {
	w, h := p.size(c.w, c.h)
	x, y = x-(c.w-w)/2, y-(c.h-h)/2
	body := p.body(c)
	row := y - (h - 1 - body.h)
	if i = p.top(body) + row; row < 0 || row >= body.h || i >= p.len() {
		i = -1
	}
	return i, x >= 0 && x < w && y >= 0 && y < h
}

// draw lays the popup over the rows of a screen and returns where the caret of
// its prompt is.
func (p *popup) draw(rows []row, c canvas) (x, y int) {
	w, h := p.size(c.w, c.h)
	left, top := (c.w-w)/2, (c.h-h)/2
	g, border := c.glyphs, func(s string) seg { return c.seg(role.PopupBorder, s) }
	line := func(y int, in row) {
		full := append(row{border(g.left), c.seg(role.Popup, " ")}, in.pad(w-4, c.policy, theme.Ink{Role: role.Popup})...)
		full = append(full, c.seg(role.Popup, " "), border(g.right))
		rows[top+y] = rows[top+y].cover(left, full, c.policy)
	}
	head := c.seg(role.PopupTitle, " "+c.policy.Cut(p.title, max(0, w-6))+" ")
	edge := row{border(g.topLeft + g.top), head}
	rows[top] = rows[top].cover(left, append(edge, c.dashes(w-3-head.w), border(g.topRight)), c.policy)
	rows[top+h-1] = rows[top+h-1].cover(left, row{border(g.bottomLeft), c.dashes(w - 2), border(g.bottomRight)}, c.policy)
	body, at := p.body(c), 1
	if p.prompt != nil {
		tally := ""
		if p.status != nil {
			tally, p.empty = p.status()
		}
		in, caret := p.prompt.draw(body, tally)
		line(at, in)
		x, y, at = left+2+caret, top+at, at+1
	}
	first := p.top(body)
	for i := range body.h {
		line(at+i, p.row(body, first+i))
	}
	return x, y
}

// dashes returns n cells of a popup's edge.
func (c canvas) dashes(n int) seg {
	s := ""
	for c.policy.Width(s) < n {
		s += c.glyphs.top
	}
	return c.seg(role.PopupBorder, s)
}

func (p *popup) row(c canvas, i int) row {
	if i >= p.len() {
		if p.len() == 0 && i == 0 {
			return c.say(role.RowDim, p.empty)
		}
		return nil
	}
	it, ink, dim := p.items.At(i), role.Popup, role.RowDim
	if p.choose != nil && i == p.cursor {
		ink, dim = role.RowCursor, role.RowCursor
	}
	right := c.seg(dim, c.shown(it.right))
	if it.to > it.from && c.w < narrowPopup {
		right = seg{} // what was found matters more than where
	} else if right.w > c.w*2/5 {
		right = c.seg(dim, c.fit(right.text, c.w*2/5))
	}
	if right.w > 0 {
		right = c.seg(dim, " "+right.text)
	}
	left := p.left(c, it, ink, c.w-right.w)
	return append(left.pad(c.w-right.w, c.policy, theme.Ink{Role: ink}), right)
}

// left draws the words of an item in room cells: cut at their end, or, where a
// part is to be lit, around that.
func (p *popup) left(c canvas, it item, ink role.Role, room int) row {
	if it.to <= it.from {
		return row{c.seg(ink, c.fit(c.shown(it.left), room))}
	}
	before, hit, after := c.seg(ink, c.shown(it.left[:it.from])), c.seg(ink, c.shown(it.left[it.from:it.to])), c.seg(ink, c.shown(it.left[it.to:]))
	hit.ink.Over = role.Hit
	if skip := before.w - max(0, room-hit.w)*2/3; skip > 0 {
		kept := row{before}.cut(skip, before.w, c.policy)
		return append(kept, hit, after)
	}
	return row{before, hit, after}
}
