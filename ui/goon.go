package ui

import "juan/model"

// goOn goes from the last hit of an article to the first of the next that was
// found everywhere, or back from the first to the last of the one before. It
// reports whether there was another.
func (a *App) goOn(way int) bool {
	c, q := &a.reading.Corpus, a.sought.Query()
	n := a.sought.Texts(c)
	if q.Empty() || q.String() != a.reading.Query().String() || n == 0 {
		return false
	}
	j, in := a.sought.TextOf(c, a.reading.Entry())
	switch {
	case in && n == 1:
		return false
	case in || way < 0:
		j += way
	}
	j = (j + n) % n
	e, nth := a.sought.Text(c, j), 0
	if way < 0 {
		nth = a.sought.Hits(c, e) - 1
	}
	a.goToFound(q, model.Place{Key: e.Key}, nth)
	return true
}

// amongFound says which of the articles found everywhere is open, "" where what
// is lit was not looked for everywhere.
func (a *App) amongFound() string {
	c, q := &a.reading.Corpus, a.sought.Query()
	if q.Empty() || q.String() != a.reading.Query().String() {
		return ""
	}
	j, in := a.sought.TextOf(c, a.reading.Entry())
	if !in {
		return ""
	}
	return a.opt.Words.Say("status.among", j+1, a.sought.Texts(c))
}
