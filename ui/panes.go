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
		a.wish.side, a.wish.reading = at, false
	}
	a.focus = at
	if from == onText && a.covered() {
		a.raise(overlay{})
	}
	return nil
}

// covered reports whether the focused pane covers the text.
func (a *App) covered() bool {
	return a.focus != onText && a.arrangement().pane[onText].w == 0
}

// turn goes n panes to the right, each of two texts being one, from the last to the first where round is
// set. It leaves out those in which there is nothing to do.
func (a *App) turn(n int, round bool) tea.Cmd {
	two := a.arrangement().twoTexts()
	if a.focus == onText && two && a.pair.second == (n < 0) {
		a.swap()
		return nil
	}
	for to := int(a.focus) + n; ; to += n {
		if round {
			to = (to + int(panes)) % int(panes)
		}
		switch {
		case focus(to) == onText && round && two && a.focus == onText: // round the side panes that are not there
			a.swap()
			return nil
		case to < 0 || to >= int(panes) || focus(to) == a.focus:
			a.say("status.nopane")
			return nil
		case a.empty(focus(to)):
			continue
		case focus(to) == onText && two && a.pair.second == (n > 0): // the nearer of two
			a.swap()
		}
		return a.look(focus(to))
	}
}

// empty reports whether there is nothing to do in a pane: a list of one, the
// contents of a text without headings.
func (a *App) empty(at focus) bool {
	return at == onList && a.listless() || at == onOutline && a.headless()
}

// toggleOutline shows the outline, or hides it where it is seen.
func (a *App) toggleOutline() tea.Cmd {
	if a.arrangement().pane[onOutline].w > 0 {
		if a.focus == onOutline {
			a.look(onText)
		}
		a.wish.noOutline, a.wish.contents, a.wish.side = true, false, onList
		return nil
	}
	a.drop(textOnly{})
	a.wish.noOutline, a.wish.contents, a.wish.side = false, true, onOutline
	switch {
	case a.w < twoPanes: // no room beside the text
		a.look(onOutline)
	case a.arrangement().pane[onOutline].w == 0: // the list had its place, and the focus
		a.look(onText)
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

// fold hides the subsections of the section under the cursor of the contents, or
// focuses the text where nothing is left to hide.
func (a *App) fold() tea.Cmd {
	if !a.outline.setFold(&a.reading, true) {
		a.look(onText)
	}
	return nil
}

// unfold shows the subsections of the section under the cursor of the contents, or
// moves to the first one where they are shown already.
func (a *App) unfold() tea.Cmd {
	if a.outline.setFold(&a.reading, false) {
		return nil
	}
	if i, _ := a.outline.section(&a.reading); parent(a.reading.Article().Outline, i) && a.outline.query.Empty() {
		return a.move(motion{lines, 1})
	}
	a.say("status.nosub")
	return nil
}

// slide moves wide lines of the text sideways. Where they go no further it goes
// to the pane on that side, but not in the run of presses that brought them
// there: a key that is held does not leave the text.
func (a *App) slide(n int) tea.Cmd {
	running := a.slid.goesOn(a.presses)
	if a.text.slide(&a.reading, a.canvas(onText), n) || running {
		a.slid = run(a.presses)
		return nil
	}
	switch {
	case a.arrangement().twoTexts() && a.pair.second == (n < 0):
		a.swap()
		a.slid = run(a.presses)
	case n > 0 && !a.headless():
		a.look(onOutline)
	case n < 0 && !a.listless():
		a.goHome()
	}
	return nil
}

// goHome goes back to the list: it does not lie over the text then, however
// narrow the window.
func (a *App) goHome() {
	a.look(onList)
	a.drop(overlay{})
}

// widen makes the measure n cells wider.
func (a *App) widen(n int) tea.Cmd {
	a.text.wider = a.text.widened(a.canvas(onText), n) - a.text.measure()
	return nil
}

// sidePane returns the side pane whose width is changed: the focused one; where
// the text has the focus, the list if it shows.
func (a *App) sidePane() focus {
	if a.focus == onOutline || a.focus == onText && a.arrangement().pane[onList].w == 0 {
		return onOutline
	}
	return onList
}

// wider returns the wish for a side pane n cells wider.
func (a *App) wider(n int) wish {
	w := a.wish
	if a.sidePane() == onOutline {
		w.other = side(outlineWidth+w.other+n) - outlineWidth
	} else {
		w.list = side(listWidth+w.list+n) - listWidth
	}
	return w
}

// widenPane makes a side pane n cells wider.
func (a *App) widenPane(n int) tea.Cmd {
	a.wish = a.wider(n)
	return nil
}
