package ui

import (
	"time"

	"juan/model"
)

// A stay is an article that fits on the screen whole, and since when it has been shown:
// as it cannot be scrolled, it counts as read once it was shown for as long as reading
// it takes.
type stay struct {
	key   string
	since time.Time
}

// lingered notes that the article on screen was read, before what happens next
// may take it away.
func (a *App) lingered() {
	art := a.reading.Article()
	if a.stay.key == "" || art == nil || a.stay.key != art.Key {
		return
	}
	if a.now().Sub(a.stay.since) >= model.ReadingTime(art.Effort(art.Chars)) {
		a.reading.See(art.End())
	}
}

// linger notes since when an article is seen whole.
func (a *App) linger() {
	key := ""
	if a.seenWhole() {
		key = a.reading.At().Key
	}
	if key != a.stay.key {
		a.stay = stay{key, a.now()}
	}
}

// seenWhole reports whether the open article is on screen from its beginning to
// its end.
func (a *App) seenWhole() bool {
	art, c := a.reading.Article(), a.canvas(onText)
	if art == nil || 2*art.Chars > c.W*c.H || a.arrangement().pane[onText].w == 0 || a.front().scope(a)&hintPopup != 0 {
		return false
	}
	return a.reading.At().Pos == (model.Pos{}) && a.text.bottom(&a.reading, c) == art.End()
}
