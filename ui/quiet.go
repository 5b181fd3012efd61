package ui

import (
	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// The quiet layers have no look of their own: they change what the panes show.

// textOnly leaves the text alone on the screen.
type textOnly struct{}

func (textOnly) open(a *App) bool { return a.sided() }

func (textOnly) close(*App) tea.Cmd { return nil }

// An overlay is a side pane that stands where the text would be.
type overlay struct{}

func (overlay) open(a *App) bool { return a.covered() }

func (overlay) close(a *App) tea.Cmd { return a.look(onText) }

// A listFilter narrows the list; what it looks for is lit in the text.
type listFilter struct{}

func (listFilter) open(a *App) bool { return !a.reading.Filtered().Empty() }

func (listFilter) close(a *App) tea.Cmd {
	a.unfilter()
	a.reading.Find(model.Query{})
	a.sayUnfiltered(onList)
	return nil
}

// A headingFilter narrows the contents.
type headingFilter struct{}

func (headingFilter) open(a *App) bool { return !a.outline.query.Empty() }

func (headingFilter) close(a *App) tea.Cmd {
	a.outline.query = model.Query{}
	a.outline.leave()
	a.sayUnfiltered(onOutline)
	return nil
}

// sayUnfiltered says that a pane is no longer filtered where it does not show.
func (a *App) sayUnfiltered(at focus) {
	if a.arrangement().pane[at].w == 0 {
		a.say("status.unfiltered")
	}
}

// A keyword is lit in the text; that of the list's filter is no layer of its
// own.
type keyword struct{}

func (keyword) open(a *App) bool {
	q := a.reading.Query()
	return !q.Empty() && !q.Same(a.reading.Filtered())
}

// close highlights the filter of the list again. Where no hit is on screen it says what
// it has done.
func (keyword) close(a *App) tea.Cmd {
	if len(a.reading.Hits()) == 0 || !a.atHits() {
		a.say("status.unlit")
	}
	a.reading.Find(a.reading.Filtered())
	return nil
}
