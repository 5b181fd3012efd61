package ui

import (
	tea "charm.land/bubbletea/v2"
)

// look puts the focus on a pane. One that stands where the text was is a layer.
func (a *App) look(at focus) tea.Cmd {
	from := a.focus
	if from == onOutline && at != onOutline {
		a.outline.leave()
	}
	if at != onText {
		a.wish.side = at
	}
	a.focus = at
	if from == onText && a.covered() {
		a.raise(overlay{})
	}
	return nil
}

// covered reports whether the focused pane stands where the text would be.
func (a *App) covered() bool {
	return a.focus != onText && a.arrangement().pane[onText].w == 0
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
	a.drop(textOnly{})
	a.wish.noOutline, a.wish.side = false, onOutline
	if a.arrangement().pane[onOutline].w == 0 { // no room beside the text
		a.look(onOutline)
	}
	return nil
}

// toggleTextOnly leaves the text alone on the screen, or brings the panes back.
func (a *App) toggleTextOnly() tea.Cmd {
	a.look(onText)
	if a.raised(textOnly{}) {
		a.drop(textOnly{})
	} else {
		a.raise(textOnly{})
	}
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

// wheel hands the wheel to the surface that takes the mouse.
func (a *App) wheel(m tea.Mouse) {
	n := 1
	switch m.Button {
	case tea.MouseWheelUp:
		n = -1
	case tea.MouseWheelDown:
	default:
		return
	}
	a.touched = true
	a.front().wheel(a, m, n)
}

// click hands a click to the surface that takes the mouse.
func (a *App) click(m tea.Mouse) tea.Cmd {
	if m.Button != tea.MouseLeft {
		return nil
	}
	a.touched = true
	return a.front().click(a, m)
}
