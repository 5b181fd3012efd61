package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// doubleClick is how soon a second click at the same cell follows the first.
const doubleClick = 400 * time.Millisecond

// A mouse is what is remembered of its buttons between two events.
type mouse struct {
	drag func(x, y int) tea.Cmd // a divider is held, or the text; nil for neither
	pull pull
	last tea.Mouse // the last click, and when it was
	when time.Time
}

// mouseEvent hands an event of the mouse to the surface that takes it.
func (a *App) mouseEvent(msg tea.MouseMsg) tea.Cmd {
	m := msg.Mouse()
	switch msg.(type) {
	case tea.MouseWheelMsg:
		n := 1
		switch m.Button {
		case tea.MouseWheelUp:
			n = -1
		case tea.MouseWheelDown:
		default:
			return nil
		}
		a.touched = true
		a.presses++
		a.front().wheel(a, m, n)
	case tea.MouseClickMsg:
		if m.Button == tea.MouseLeft {
			return a.click(m)
		}
	case tea.MouseMotionMsg:
		if a.mouse.drag != nil {
			return a.mouse.drag(m.X, m.Y)
		}
	case tea.MouseReleaseMsg:
		a.mouse.drag, a.mouse.pull = nil, pull{}
	}
	return nil
}

// click gives the command that the status line names under the mouse, or hands
// the click to the surface that takes it.
func (a *App) click(m tea.Mouse) tea.Cmd {
	c, hinted := a.hinted(m) // as it stood there when it was clicked
	a.presses++
	a.unsay()
	a.touched, a.seeking = true, nil
	if hinted {
		return a.give(c)
	}
	return a.front().click(a, m)
}

// again reports whether a click is the second of a double click.
func (a *App) again(m tea.Mouse) bool {
	now, last := a.now(), a.mouse
	a.mouse.last, a.mouse.when = m, now
	if m != last.last || now.Sub(last.when) > doubleClick {
		return false
	}
	a.mouse.when = time.Time{} // a third click begins anew
	return true
}

// hinted returns the command that the status line names under the mouse, and
// whether there is one.
func (a *App) hinted(m tea.Mouse) (command, bool) {
	if _, typing := a.front().(*asking); typing || m.Y != a.h-1 {
		return command{}, false
	}
	if i := a.statusRow(a.screen()).At(m.X).Act; i > 0 {
		return a.commands[i-1], true
	}
	return command{}, false
}

// textCorner returns the cell of the screen at which the active text begins, below its
// title.
func (a *App) textCorner() (x, y int) {
	arr := a.arrangement()
	if arr.twoTexts() {
		area := arr.active(a.pair.second)
		return area.x, area.y + 1
	}
	return arr.pane[onText].x, 1
}

// divider returns the function that drags the rule at column x, nil where there is
// none.
func (a *App) divider(x int) func(x, y int) tea.Cmd {
	arr := a.arrangement()
	list, text, outline := arr.pane[onList], arr.pane[onText], arr.pane[onOutline]
	switch {
	case list.w > 0 && text.w > 0 && x == text.x-1:
		return func(x, _ int) tea.Cmd { a.wish.list = side(x) - listWidth; return nil }
	case outline.w > 0 && text.w > 0 && x == outline.x-1:
		return func(x, _ int) tea.Cmd { a.wish.other = side(a.w-1-x) - outlineWidth; return nil }
	}
	return nil
}

// click takes hold of a divider, or puts the focus on the pane under the mouse
// and selects what stands there. A click on what is selected already opens it.
func (base) click(a *App, m tea.Mouse) tea.Cmd {
	if m.Y >= a.h-1 {
		return nil
	}
	if a.mouse.drag = a.divider(m.X); a.mouse.drag != nil {
		return nil
	}
	at, ok := a.arrangement().at(m.X)
	if !ok {
		return nil
	}
	from := a.focus
	a.look(at)
	if second, ok := a.arrangement().text(m.X, m.Y); ok && second != a.pair.second {
		a.swap()
	}
	c, x, y := a.canvas(at), m.X-a.arrangement().pane[at].x, m.Y-1
	if at == onText {
		left, top := a.textCorner()
		x, y = m.X-left, m.Y-top
	}
	if y < 0 {
		return nil
	}
	twice := a.again(m)
	switch at {
	case onText:
		a.unselect()
		if p, ok := a.text.at(&a.reading, c, x, y); ok && !twice && a.unfoldBlock(p.Block) {
			break
		}
		if twice {
			a.pick(c, x, y)
		} else {
			a.mouse.drag = a.sweep(x, y)
		}
	case onOutline:
		if a.outline.click(&a.reading, c, x, y) {
			return a.show(place(a.reading.Article(), a.outline.cursor))
		}
	case onList:
		was := a.reading.At()
		if a.list.click(&a.reading, c, y) && from == onList {
			return a.front().enter(a)
		}
		a.browsedFrom(was)
	}
	return nil
}
