package ui

import (
	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/screen"
)

// The base is the panes and the status line: the surface that lies under all
// layers and is never taken off.
type base struct{}

func (base) open(*App) bool { return true }

// close goes back towards the list where no layer is left: from the contents to
// the text, from the text to the list.
func (base) close(a *App) tea.Cmd {
	switch {
	case a.focus == onOutline:
		a.look(onText)
	case a.focus == onText && !a.listless():
		a.goHome()
	}
	return nil
}

func (base) scope(a *App) scope {
	if a.selecting() {
		return inSelection | inText | hintSelection
	}
	return (inList | hintList) << a.focus
}

func (base) typing() *prompt { return nil }

func (base) move(a *App, m motion) bool {
	if a.selecting() {
		return a.extend(m)
	}
	return a.scroll(a.focus, m)
}

func (base) barren(a *App) string {
	w := a.opt.Words
	switch {
	case a.focus == onOutline && a.reading.Article() != nil && a.outline.empty(a.reading.Article()):
		return w.Say(a.outline.emptySays())
	case a.focus == onOutline:
		return needsArticle(a)
	case a.reading.Listed().Len() == 0 && !a.reading.Filtered().Empty():
		return w.Say("list.none")
	case a.reading.Entry() == nil:
		return needsArticle(a)
	}
	return ""
}

// enter opens the article, or goes to the heading under the cursor.
func (base) enter(a *App) tea.Cmd {
	switch {
	case a.focus == onOutline:
		if i, ok := a.outline.section(&a.reading); ok {
			a.jump(place(a.reading.Article(), i))
			a.look(onText)
		}
	case a.focus == onList && a.reading.Entry() != nil:
		a.look(onText)
		a.whenOpen(func() {
			if a.reading.At().Pos == (model.Pos{}) {
				a.seekFrom(model.Pos{}, true)
			}
		})
	}
	return nil
}

// wheel scrolls what is under the mouse: the text three lines a notch, else one.
func (base) wheel(a *App, m tea.Mouse, n int) {
	at, ok := a.arrangement().at(m.X)
	if !ok {
		return
	}
	if at == onText {
		n *= 3
	}
	if at != onText {
		a.scroll(at, motion{lines, n})
		return
	}
	a.inUnder(m, func() {
		from := a.before()
		a.scroll(at, motion{lines, n})
		a.unsay()
		a.reads(from)
	})
}

func (base) draw(a *App, rows []screen.Row, c canvas) (x, y int) {
	arr := a.arrangement()
	for i := range panes {
		if arr.pane[i].w == 0 {
			continue
		}
		if arr.pane[i].x > 0 {
			rule(rows[:a.h-1], c)
		}
		if i == onText && arr.twoTexts() {
			a.drawTexts(rows, c, arr)
			continue
		}
		p := a.canvas(i)
		rows[0] = append(rows[0], a.paneTitle(i, p)...)
		for y, r := range a.pane(i).draw(&a.reading, p) {
			rows[1+y] = append(rows[1+y], r...)
		}
	}
	rows[a.h-1] = a.statusRow(c)
	return -1, -1
}
