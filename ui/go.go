package ui

import (
	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// move carries out a motion in what is on top: a popup, else the focused pane.
func (a *App) move(m motion) tea.Cmd {
	if a.popup != nil {
		a.popup.move(a.screen(), m)
		return nil
	}
	from := a.reading.At().Pos
	a.pane(a.focus).move(&a.reading, a.canvas(a.focus), m)
	if a.focus == onText {
		a.moved(from, m)
	}
	return nil
}

// moved notes how far the text was read, and says so where it ends.
func (a *App) moved(from model.Pos, m motion) {
	if m.unit != ends {
		a.reading.See(a.text.bottom(&a.reading, a.canvas(onText)))
	}
	if a.reading.At().Pos != from || a.reading.Article() == nil {
		return
	}
	if m.n < 0 {
		a.say("status.top")
	} else {
		a.say("status.end")
	}
}

// open does what Enter does: it accepts what was typed, chooses in a popup,
// opens the article, or goes to the heading.
func (a *App) open() tea.Cmd {
	switch {
	case a.popup != nil:
		p := a.popup
		if p.choose == nil {
			return nil
		}
		if p.cursor >= p.len() {
			return nil
		}
		chosen := p.items.At(p.cursor)
		a.shut()
		return p.choose(chosen)
	case a.prompt != nil:
		p := a.prompt
		a.prompt = nil
		return p.accept(p.text())
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

// close does what Esc does: it closes exactly one layer, and never quits.
func (a *App) close() tea.Cmd {
	switch {
	case a.popup != nil:
		if a.popup.cancel != nil {
			a.popup.cancel()
		}
		a.shut()
	case a.prompt != nil:
		p := a.prompt
		a.prompt = nil
		p.cancel()
	case a.focus == onOutline && !a.outline.query.Empty():
		a.outline.query = model.Query{}
		a.outline.leave()
	case !a.reading.Filtered().Empty() && a.focus == onList:
		a.unfilter()
		a.reading.Find(model.Query{})
	case !a.reading.Query().Empty():
		a.reading.Find(model.Query{})
	case !a.reading.Filtered().Empty():
		a.unfilter()
	case a.wish.textOnly:
		a.wish.textOnly = false
	case a.covered():
		a.look(onText)
	}
	return nil
}

// covered reports whether the focused pane stands where the text would be.
func (a *App) covered() bool {
	return a.focus != onText && a.arrangement().pane[onText].w == 0
}

// shut closes the popup.
func (a *App) shut() {
	a.popup = nil
	a.sought, a.seeking = model.Counts{}, nil
}

// jump goes to a place in the open article and remembers where it came from.
func (a *App) jump(p model.Pos) {
	a.reading.Jump(model.Place{Key: a.reading.At().Key, Pos: p})
}

// nextHeading goes to the next heading, or to the one before; siblings only
// to one of the same level or above.
func (a *App) nextHeading(way int, siblings bool) tea.Cmd {
	art := a.reading.Article()
	if art == nil {
		return nil
	}
	o, at := art.Outline, a.reading.Section()
	level := 99
	if siblings && at >= 0 {
		level = o[at].Level
	}
	i := at + way
	if way < 0 && at >= 0 && o[at].Start != a.reading.At().Pos {
		i = at // first to the start of the section one is in
	}
	for i >= 0 && i < len(o) && o[i].Level > level {
		i += way
	}
	switch {
	case i >= 0 && i < len(o):
		a.jump(o[i].Start)
	case way < 0:
		a.jump(model.Pos{})
	default:
		a.say("status.lastheading")
	}
	a.outline.leave()
	return nil
}

// nextArticle opens the article n below in the list.
func (a *App) nextArticle(n int) tea.Cmd {
	all := a.reading.Listed()
	at, in := a.reading.Cursor()
	if !in && n > 0 {
		at-- // the list goes on with the one in the place of the open one
	}
	if i := at + n; i >= 0 && i < all.Len() {
		a.reading.Mark()
		a.reading.Open(all.At(i).Key)
		a.outline.leave()
	} else {
		a.say("status.lastarticle")
	}
	return nil
}

func (a *App) back() tea.Cmd {
	a.outline.leave()
	if !a.reading.Back() {
		a.say("status.noback")
	}
	return nil
}

func (a *App) forward() tea.Cmd {
	a.outline.leave()
	if !a.reading.Forward() {
		a.say("status.noforward")
	}
	return nil
}
