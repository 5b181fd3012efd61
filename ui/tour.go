package ui

import (
	"slices"

	"juan/model"
)

// A tour leads through the results of a search everywhere: while its keyword is the one
// highlighted, n goes on from the last hit of an article to the first of the next.
type tour struct{ keyword }

// touring reports whether n leads from article to article.
func (a *App) touring() bool {
	for _, l := range slices.Backward(a.layers) {
		switch l.(type) {
		case keyword: // something was looked for in the text since
			return false
		case tour:
			q := a.sought.Query()
			return !q.Empty() && q.Same(a.reading.Query())
		}
	}
	return false
}

// goOn goes from the last hit of an article to the first of the next that was
// found everywhere, or back from the first to the last of the one before. It
// reports whether there was another.
func (a *App) goOn(way int) bool {
	c := &a.reading.Corpus
	n := a.sought.Texts(c)
	j, in := a.sought.TextOf(c, a.reading.Entry())
	if !a.touring() || n == 0 || in && n == 1 {
		return false
	}
	if in || way < 0 {
		j += way
	}
	switch {
	case j < 0:
		a.say("status.wrappedback")
	case j >= n:
		a.say("status.wrapped")
	}
	j = (j + n) % n
	e, nth := a.sought.Text(c, j), 0
	if way < 0 {
		nth = a.sought.Hits(c, e) - 1
	}
	a.reading.Jump(model.Place{Key: e.Key})
	a.outline.leave()
	a.whenOpen(func() { a.stand(model.Pos{}, nth, way) })
	return true
}

// amongFound says which of the articles found everywhere is open, "" where what
// is lit was not looked for everywhere.
func (a *App) amongFound() string {
	c := &a.reading.Corpus
	j, in := a.sought.TextOf(c, a.reading.Entry())
	if !in || !a.touring() {
		return ""
	}
	return a.opt.Words.Say("status.among", j+1, a.sought.Texts(c))
}
