package ui

import (
	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// A seeking is a wish to go to the nearest hit, kept while the article is
// still being searched where it may be.
type seeking struct {
	from  model.Pos
	way   int  // 1 forward, -1 back
	at    bool // a hit at from counts
	found func(i int, wrapped bool)
	none  func() // nil for nothing
}

// nextHit goes to the next hit of the keyword, or to the one before: from the
// hit last gone to while it is on screen, else from the top of the screen.
func (a *App) nextHit(way int) tea.Cmd {
	c := a.canvas(onText)
	from, at := a.reading.At().Pos, true
	if p, ok := a.reading.Chosen(); ok && a.text.shows(&a.reading, c, p) {
		from, at = p, false
	}
	a.seeking = &seeking{from: from, way: way, at: at,
		found: func(i int, wrapped bool) {
			switch {
			case wrapped && a.goOn(way):
				return
			case wrapped && way > 0:
				a.say("status.wrapped")
			case wrapped:
				a.say("status.wrappedback")
			}
			a.goToHit(i)
		},
		none: func() {
			if !a.goOn(way) {
				a.notice = notice{text: a.noneSays()}
			}
		},
	}
	a.seek()
	return nil
}

// seekFrom goes to the first hit after p, or at it where at is set, once it
// is found.
func (a *App) seekFrom(p model.Pos, at bool) {
	a.seeking = &seeking{from: p, way: 1, at: at, found: func(i int, _ bool) { a.goToHit(i) }}
	a.seek()
}

// seek goes to the hit that is wanted if it is known to be the nearest: all
// between must have been searched.
func (a *App) seek() {
	s, r := a.seeking, &a.reading
	if s == nil || r.Article() == nil {
		return
	}
	i, wrapped := r.NextHit(s.from, s.at)
	if s.way < 0 {
		i, wrapped = r.PreviousHit(s.from)
	}
	whole := r.SearchedShare() == 100
	if !whole && (i < 0 || !r.SearchedBetween(s.from, r.Hits()[i].From(), s.way)) {
		return
	}
	a.seeking = nil
	if i >= 0 {
		s.found(i, wrapped)
	} else if s.none != nil {
		s.none()
	}
}

// goToHit shows a hit and remembers where it came from when that is off screen.
func (a *App) goToHit(i int) {
	if p := a.placeOf(i); p != a.reading.At().Pos {
		a.jump(p)
	}
	a.reading.Choose(i)
	a.extendTo(a.reading.Hits()[i].From())
}

// showHit makes a hit the current one and scrolls only when it is off screen.
func (a *App) showHit(i int) {
	a.reading.Scroll(a.placeOf(i))
	a.reading.Choose(i)
}

// placeOf returns the reader's place from which a hit is seen: the one there is
// where it is on screen.
func (a *App) placeOf(i int) model.Pos {
	c, p := a.canvas(onText), a.reading.Hits()[i].From()
	if a.text.shows(&a.reading, c, p) {
		return a.reading.At().Pos
	}
	return a.text.above(&a.reading, c, p)
}
