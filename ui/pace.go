package ui

import (
	"time"

	"juan/model"
)

// A pacing measures how fast the reader reads: by how much of an article went by
// at the top of the screen, and how long that took.
type pacing struct {
	model.Pace
	article *model.Article
	at      model.Pos
	since   time.Time
}

// measurePace notes that the reader moved on in the text. What is passed by a leap is
// passed too fast to have been read; while one skims nothing is measured.
func (a *App) measurePace() {
	p, art, at := &a.pacing, a.reading.Article(), a.reading.At().Pos
	if art == p.article && at == p.at {
		return
	}
	now := a.now()
	if art != nil && art == p.article && a.text.skim == nil && p.at.Before(at) {
		p.Pace = p.Read(art.Effort(art.CharsBetween(p.at, at)), now.Sub(p.since))
	}
	p.article, p.at, p.since = art, at, now
}
