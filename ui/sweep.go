package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// pullEvery is how often the text moves by a line while the mouse is held above or
// below it.
const pullEvery = 60 * time.Millisecond

// A pull is the mouse held above or below the text that it selects.
type pull struct {
	x, y int // where it was last
	on   bool
}

// pulled is the message that the text may scroll again.
type pulled struct{}

// sweep returns what dragging the mouse does that was pressed at a cell of the
// text: it selects from there to where it is. Above and below the pane the text
// moves.
func (a *App) sweep(x, y int) func(x, y int) tea.Cmd {
	c := a.canvas(onText)
	if a.reading.Article() == nil {
		return nil
	}
	start, key := a.text.span(&a.reading, c, x, y), a.reading.At().Key
	return func(toX, toY int) tea.Cmd {
		c := a.canvas(onText)
		left, top := a.textCorner()
		toX, toY = toX-left, toY-top
		if a.reading.At().Key != key || a.reading.Article() == nil || a.covered() {
			return nil
		}
		if toX == x && toY == y && !a.selecting() {
			return nil
		}
		a.mouse.pull.x, a.mouse.pull.y = toX, toY
		cmd := a.pullText(c)
		a.sweepTo(start, a.text.span(&a.reading, a.canvas(onText), toX, min(max(toY, -1), c.H)))
		return cmd
	}
}

// sweepTo selects the text between two extents, both with it.
func (a *App) sweepTo(start, end extent) {
	art := a.reading.Article()
	back := end.from.Before(start.from)
	if back {
		start, end = end, start
	}
	if !start.from.Before(end.to) {
		a.unselect()
		return
	}
	s := model.Selection{Fixed: start.from, Moving: art.StretchBefore(end.to, model.Clusters)}
	if back {
		s = s.Swapped()
	}
	a.choose(s)
}

// pullText moves the text by a line where the mouse is held above or below it, and
// once more a little later.
func (a *App) pullText(c canvas) tea.Cmd {
	p := &a.mouse.pull
	m := motion{lines, 1}
	switch {
	case p.on || 0 <= p.y && p.y < c.H:
		return nil
	case p.y < 0:
		m.n = -1
	}
	if !a.text.move(&a.reading, c, m) {
		return nil
	}
	p.on = true
	return tea.Tick(pullEvery, func(time.Time) tea.Msg { return pulled{} })
}

// pulled moves the text again as long as the mouse is held where it was.
func (a *App) pulled(pulled) tea.Cmd {
	p := &a.mouse.pull
	if a.mouse.drag == nil || !p.on {
		return nil
	}
	p.on = false
	left, top := a.textCorner()
	return a.mouse.drag(p.x+left, p.y+top)
}

// span returns the extent of the character in a cell of the pane; for a cell without
// one, an empty extent at the end of the text before it.
func (t *textPane) span(r *model.Reading, c canvas, x, y int) extent {
	on := t.page(r, c)
	if y < 0 || len(on) == 0 {
		return extent{r.At().Pos, r.At().Pos}
	}
	if y >= len(on) {
		end := t.bottom(r, c)
		return extent{end, end}
	}
	l := on[y]
	edge := l.From
	x -= (c.W - t.width(c)) / 2
	for _, run := range t.visible(l, c) {
		if x < 0 {
			break
		}
		from, to := run.From, run.To
		at := 0
		for g, n := range c.Policy.Graphemes(run.Text) {
			if run.To-run.From == len(run.Text) {
				from, to = run.From+at, run.From+at+len(g)
			}
			if x -= n; x < 0 && run.From >= 0 {
				return extent{model.Pos{Block: l.Block, Byte: from}, model.Pos{Block: l.Block, Byte: to}}
			}
			at += len(g)
		}
		if run.From >= 0 {
			edge = run.To
		}
	}
	p := model.Pos{Block: l.Block, Byte: edge}
	return extent{p, p}
}
