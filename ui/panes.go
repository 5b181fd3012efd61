package ui

import (
	tea "charm.land/bubbletea/v2"
)

// look puts the focus on a pane.
func (a *App) look(at focus) tea.Cmd {
	if a.focus == onOutline && at != onOutline {
		a.outline.leave()
	}
	if at != onText {
		a.wish.side = at
	}
	a.focus = at
	return nil
}

// turn goes n panes to the right, from the last to the first where round is
// set.
func (a *App) turn(n int, round bool) tea.Cmd {
	to := int(a.focus) + n
	if round {
		to = (to + int(panes)) % int(panes)
	}
	if to < 0 || to >= int(panes) {
		return nil
	}
	return a.look(focus(to))
}

// toggleOutline shows the outline, or hides it where it is seen.
func (a *App) toggleOutline() tea.Cmd {
	if a.arrangement().pane[onOutline].w > 0 {
		a.wish.noOutline = true
		if a.focus == onOutline {
			a.look(onText)
		}
		if a.wish.side == onOutline {
			a.wish.side = onText
		}
		return nil
	}
	a.wish.noOutline, a.wish.textOnly, a.wish.side = false, false, onOutline
	if a.arrangement().pane[onOutline].w == 0 { // no room beside the text
		a.look(onOutline)
	}
	return nil
}

// toggleTextOnly leaves the text alone on the screen, or brings the panes back.
func (a *App) toggleTextOnly() tea.Cmd {
	a.look(onText)
	a.wish.textOnly = !a.wish.textOnly
	return nil
}

// slide moves wide lines of the text sideways.
func (a *App) slide(n int) tea.Cmd {
	a.text.slide(&a.reading, a.canvas(onText), n)
	return nil
}

// widen makes the measure n cells wider.
func (a *App) widen(n int) tea.Cmd {
	at := a.text.width(a.canvas(onText))
	want := min(max(at+n, 20), max(20, a.canvas(onText).W-2))
	a.text.wider = want - a.text.measure()
	return nil
}

// widenPane makes the focused side pane n cells wider; the list where the text
// has the focus.
func (a *App) widenPane(n int) tea.Cmd {
	by, from := &a.wish.list, listWidth
	if a.focus == onOutline {
		by, from = &a.wish.other, outlineWidth
	}
	*by = side(from+*by+n) - from
	return nil
}

// wheel scrolls what is under the mouse.
func (a *App) wheel(m tea.Mouse) {
	n := 3
	switch m.Button {
	case tea.MouseWheelUp:
		n = -3
	case tea.MouseWheelDown:
	default:
		return
	}
	if a.popup != nil {
		a.popup.move(a.screen(), motion{lines, n / 3})
		return
	}
	at, ok := a.arrangement().at(m.X)
	if !ok {
		return
	}
	a.touched = true
	if at != onText {
		n /= 3
	}
	from := a.reading.At().Pos
	a.pane(at).move(&a.reading, a.canvas(at), motion{lines, n})
	if at == onText {
		a.moved(from, motion{lines, n})
		a.notice = notice{}
	}
}

// clickPopup chooses the item under the mouse; beside the popup it closes it.
func (a *App) clickPopup(m tea.Mouse) tea.Cmd {
	i, inside := a.popup.at(a.screen(), m.X, m.Y)
	switch {
	case !inside:
		return a.close()
	case i >= 0 && a.popup.choose != nil:
		a.popup.cursor = i
		return a.open()
	}
	return nil
}

// click selects what is under the mouse, and puts the focus there.
func (a *App) click(m tea.Mouse) tea.Cmd {
	if m.Button != tea.MouseLeft || a.prompt != nil {
		return nil
	}
	a.touched = true
	if a.popup != nil {
		return a.clickPopup(m)
	}
	at, ok := a.arrangement().at(m.X)
	if !ok || m.Y >= a.h-1 {
		return nil
	}
	c := a.canvas(at)
	a.look(at)
	if m.Y == 0 {
		return nil
	}
	a.pane(at).click(&a.reading, c, m.Y-1)
	if at == onOutline {
		if i, ok := a.outline.section(&a.reading); ok {
			a.jump(place(a.reading.Article(), i))
		}
	}
	return nil
}
