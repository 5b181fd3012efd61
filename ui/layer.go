package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"juan/ui/screen"
)

// A layer lies over the panes or changes what they show, until Esc takes it
// off. App.layers has them in the order in which they came, the topmost last.
type layer interface {
	// open reports whether there is still something to take off: a filter, say,
	// may have been emptied by hand.
	open(a *App) bool
	// close takes it off; it is not among the layers any more.
	close(a *App) tea.Cmd
}

// A surface is a layer with a look of its own. While no other surface lies over
// it, it takes the keys and the mouse.
type surface interface {
	layer
	scope(a *App) scope                                  // which commands hold
	typing() *prompt                                     // what takes the characters that are typed, nil for nothing
	move(a *App, m motion) bool                          // carries out a motion, false where it leads nowhere
	barren(a *App) string                                // why Enter has nothing to take, "" where it has
	enter(a *App) tea.Cmd                                // Enter
	click(a *App, m tea.Mouse) tea.Cmd                   // the left button was pressed
	wheel(a *App, m tea.Mouse, n int)                    // the wheel was turned by n notches, negative upwards
	draw(a *App, rows []screen.Row, c canvas) (x, y int) // lays it over the rows of the screen; the cell of the caret, -1 for none
}

// raise puts a layer on top, one that lies deeper included.
func (a *App) raise(l layer) {
	a.drop(l)
	a.layers = append(a.layers, l)
}

// drop takes a layer away without closing it.
func (a *App) drop(l layer) {
	a.layers = slices.DeleteFunc(a.layers, func(o layer) bool { return o == l })
}

// raised reports whether a layer is there.
func (a *App) raised(l layer) bool { return slices.Contains(a.layers, l) }

// front returns the surface that takes the keys.
func (a *App) front() surface {
	for _, l := range slices.Backward(a.layers) {
		if s, ok := l.(surface); ok {
			return s
		}
	}
	return base{}
}

// close does what Esc does: it takes off the topmost layer, and never quits.
func (a *App) close() tea.Cmd {
	for n := len(a.layers); n > 0; n-- {
		l := a.layers[n-1]
		a.layers = a.layers[:n-1]
		if l.open(a) {
			return l.close(a)
		}
	}
	return base{}.close(a)
}
