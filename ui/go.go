package ui

import (
	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// move carries out a motion on the surface that takes the keys, and says where
// it goes no further.
func (a *App) move(m motion) tea.Cmd {
	if !a.front().move(a, m) {
		a.sayEnd(m)
	}
	return nil
}

// sayEnd says which end stands in the way of a motion.
func (a *App) sayEnd(m motion) {
	if m.n < 0 {
		a.say("status.top")
	} else {
		a.say("status.end")
	}
}

// A before is what is read, before a key or the wheel moves it.
type before struct {
	at     model.Place
	second bool        // of two texts
	last   []model.Hit // the last line on screen, where the measure may change
}

func (a *App) before() before {
	b := before{at: a.reading.At(), second: a.pair.second}
	a.text.seen = nil
	if a.focus == onText && !a.wish.reading {
		b.last = a.text.last(&a.reading, a.canvas(onText))
	}
	return b
}

// reads notes that the text is read where it has the focus and has moved: it then takes
// over the room of the list where it needs it. That changes all line breaks, so the
// line that was the last on screen is marked.
func (a *App) reads(from before) {
	if to := a.reading.At(); a.focus != onText || a.wish.reading || to.Key != from.at.Key || to.Pos == from.at.Pos || a.pair.second != from.second {
		return
	}
	w := a.canvas(onText).W
	if a.wish.reading = true; a.canvas(onText).W != w {
		a.text.seen = from.last
	}
}

// scroll carries out a motion in a pane, and reports whether it led anywhere.
func (a *App) scroll(at focus, m motion) bool {
	from := a.reading.At()
	moved := a.pane(at).move(&a.reading, a.canvas(at), m)
	to := a.reading.At()
	if at == onText {
		a.followed(m)
	}
	switch {
	case at == onText && m.unit == ends && moved:
		a.reading.Scroll(from.Pos)
		a.reading.Jump(to)
	case at == onText && m.unit != ends:
		a.reading.See(a.text.bottom(&a.reading, a.canvas(onText)))
	case at == onList:
		a.browsedFrom(from)
	}
	return moved
}

// readOn turns n pages of the text from the list, or of the list where it covers
// the text.
func (a *App) readOn(n int) tea.Cmd {
	at, m := onText, motion{pages, n}
	if a.covered() {
		at = onList
	}
	if !a.scroll(at, m) {
		a.sayEnd(m)
	}
	return nil
}

// browsedFrom remembers where the reader was before another article was selected
// in the list; keys that follow each other there are one leap. While one types that
// is where the prompt was opened.
func (a *App) browsedFrom(from model.Place) {
	to, running := a.reading.At(), a.browsed.goesOn(a.presses)
	a.browsed = run(a.presses)
	if to.Key != from.Key && !running {
		if p, typing := a.front().(*asking); typing {
			from = p.before
		}
		a.comeBack(from)
		a.reading.Mark()
		a.reading.Open(to.Key)
	}
}

// jump goes to a place in the open article and remembers where it came from.
func (a *App) jump(p model.Pos) {
	a.reading.Jump(model.Place{Key: a.reading.At().Key, Pos: p})
	a.extendUntil(p)
}

// show jumps to a place that the user chose, and brings the text on screen where
// another pane covers it.
func (a *App) show(p model.Pos) tea.Cmd {
	a.jump(p)
	if a.covered() {
		a.look(onText)
	}
	return nil
}

// nextHeading goes to the next heading, or to the one before; siblings only
// to one of the same level or above. In a diff one goes from file to file, and as
// siblings from hunk to hunk.
func (a *App) nextHeading(way int, siblings bool) tea.Cmd {
	art := a.reading.Article()
	o, at := art.Outline, a.reading.Section()
	level := 99
	if siblings && at >= 0 {
		level = o[at].Level
	}
	i := at + way
	if way < 0 && at >= 0 && o[at].Start.Before(a.reading.At().Pos) {
		i = at // first to the start of the section one is in
	}
	passed := func(s model.Section) bool {
		if s.Kind == model.Hunk {
			return !siblings
		}
		return s.Level > level
	}
	for i >= 0 && i < len(o) && passed(o[i]) {
		i += way
	}
	switch {
	case i >= 0 && i < len(o):
		a.jump(o[i].Start)
	case way < 0 && a.reading.At().Pos != model.Pos{}:
		a.jump(model.Pos{})
	case way < 0:
		a.say("status.top")
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
		a.openEntry(all.At(i).Key)
	} else {
		a.say("status.lastarticle")
	}
	return nil
}

// openEntry opens another article where it was left, and remembers where it came from.
func (a *App) openEntry(key string) {
	a.reading.Mark()
	a.reading.Open(key)
	a.outline.leave()
}

func (a *App) back() tea.Cmd {
	a.outline.leave()
	if a.pair.back = a.reading.Back(); !a.pair.back {
		a.say("status.noback")
	}
	return nil
}

func (a *App) forward() tea.Cmd {
	a.outline.leave()
	if a.pair.back = a.reading.Forward(); !a.pair.back {
		a.say("status.noforward")
	}
	return nil
}
