package ui

import (
	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/role"
	"juan/ui/screen"
)

// A pair is two texts side by side. The active one is the one that App.reading and
// App.text are about; messages to it and its methods concern that one alone.
type pair struct {
	on     bool
	second bool  // the active one stands at the right, or below
	aside  aside // of the other
	linked bool  // one is scrolled along the other
	along  model.Pairing
	back   bool         // the reader came back: the text stands where it stood
	at     model.Place  // where the active one was when the other was last moved along
	kept   *arrangement // while something is done as if the other one were active
}

// An aside is what the ui knows of a text, apart from what the Reading knows.
type aside struct {
	leaf
	unread  *model.Entry
	later   later
	seeking *seeking
}

// exchange makes the other text the active one.
func (a *App) exchange() {
	p := &a.pair
	a.reading.Swap()
	p.second = !p.second
	p.aside, a.text.leaf, a.unread, a.later, a.seeking =
		aside{a.text.leaf, a.unread, a.later, a.seeking}, p.aside.leaf, p.aside.unread, p.aside.later, p.aside.seeking
}

// in does something as if the first or the second text were the active one. The
// panes stand meanwhile as they do: which of them there are hangs on the active text.
func (a *App) in(second bool, do func()) {
	if !a.pair.on || a.pair.second == second {
		do()
		return
	}
	a.fixPanes(func() {
		a.exchange()
		do()
		a.exchange()
	})
}

// fixPanes does something while the panes stand as they do.
func (a *App) fixPanes(do func()) {
	if a.pair.kept == nil {
		arr := a.arrangement()
		a.pair.kept = &arr
		defer func() { a.pair.kept = nil }()
	}
	do()
}

// swap makes the other text the active one, from now on.
func (a *App) swap() {
	a.exchange()
	a.pair.along, a.pair.at = a.pair.along.Reversed(), a.reading.At()
}

// inUnder does something as if the text under the mouse were the active one.
func (a *App) inUnder(m tea.Mouse, do func()) {
	if second, ok := a.arrangement().text(m.X, m.Y); !ok || second == a.pair.second {
		do()
		return
	}
	a.fixPanes(func() {
		a.swap()
		do()
		a.goAlong()
		a.swap()
	})
}

// togglePair puts a second text beside the first, the same at the same place, or
// closes the one that is not active.
func (a *App) togglePair() tea.Cmd {
	if a.pair.on {
		a.reading.Join()
		a.pair = pair{}
		a.say("status.one")
		return nil
	}
	a.reading.Split()
	a.pair = pair{on: true, second: true, aside: aside{leaf: leaf{rolled: a.text.rolled}}}
	a.say("status.two")
	return a.look(onText)
}

// toggleLinked has one text scrolled along the other, or each by itself.
func (a *App) toggleLinked() tea.Cmd {
	a.pair.linked, a.pair.along, a.pair.back = !a.pair.linked, model.Pairing{}, false
	if a.pair.linked {
		a.say("status.linked")
	} else {
		a.say("status.free")
	}
	return nil
}

// goAlong scrolls the text beside the active one along it, where they are linked and
// the active one has moved. Sections that are side by side when the texts are linked
// correspond; in an article opened afterwards, each section corresponds to the one with
// the same number, and the article opens there, unless the user came back to it by the
// trail.
func (a *App) goAlong() {
	p, r := &a.pair, &a.reading
	mine := r.Article()
	beside, at := r.Beside()
	if !p.linked || mine == nil || beside == nil || a.focus == onList && !p.along.Of(mine, beside) {
		return
	}
	here, other := r.At(), mine != beside && !p.back && !p.along.Of(mine, beside)
	switch {
	case other && here.Pos == (model.Pos{}):
		p.along = model.Pair(mine, model.Pos{}, beside, model.Pos{})
		r.Scroll(a.lineOf(p.along.Reversed().Across(at.Pos)))
	case other && at.Pos == (model.Pos{}):
		p.along = model.Pair(mine, model.Pos{}, beside, model.Pos{})
		a.scrollBeside()
	case !p.along.Of(mine, beside):
		p.along = model.Pair(mine, here.Pos, beside, at.Pos)
	case here != p.at:
		a.scrollBeside()
	}
	p.at, p.back = r.At(), false
}

// scrollBeside scrolls the text beside the active one to the corresponding place, not
// past its own end before the active text is at its end.
func (a *App) scrollBeside() {
	at := a.reading.At().Pos
	to, within := a.pair.along.Across(at), !a.lastTop().Before(at)
	a.in(!a.pair.second, func() {
		to = a.lineOf(to)
		if last := a.lastTop(); within && last.Before(to) {
			to = last
		}
		a.reading.Scroll(to)
		if c := a.canvas(onText); a.arrangement().twoTexts() {
			a.reading.See(a.text.bottom(&a.reading, c))
		}
	})
}

// lineOf returns the place of the line that p is on.
func (a *App) lineOf(p model.Pos) model.Pos {
	return a.text.lay(&a.reading, a.canvas(onText)).Scroll(p, 0)
}

// lastTop returns the place from which the end of the text is the last line on screen.
func (a *App) lastTop() model.Pos {
	c := a.canvas(onText)
	return a.text.lay(&a.reading, c).Scroll(a.reading.Article().End(), 1-c.H)
}

// drawTexts draws two texts, and the rule between them where they stand side by side.
func (a *App) drawTexts(rows []screen.Row, c canvas, arr arrangement) {
	for k, area := range arr.texts {
		active := a.pair.second == (k == 1)
		if area.y == 0 && area.x > arr.texts[0].x {
			rule(rows[:a.h-1], c)
		}
		a.in(k == 1, func() {
			p := a.canvas(onText)
			p.focused, p.ruled = p.focused && active, area.y > 0
			rows[area.y] = append(rows[area.y], a.paneTitle(onText, p)...)
			for y, r := range a.text.draw(&a.reading, p) {
				rows[area.y+1+y] = append(rows[area.y+1+y], r...)
			}
		})
	}
}

// rule appends the rule between two panes.
func rule(rows []screen.Row, c canvas) {
	for y := range rows {
		rows[y] = append(rows[y], c.Seg(role.Separator, c.Glyphs.Rule))
	}
}
