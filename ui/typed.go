package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// patience is how long a key waits, as far as something happens meanwhile that
// lets it be heard.
const patience = 500 * time.Millisecond

// typed is the keys that wait, because what they act on is still coming.
type typed struct {
	keys  []tea.KeyPressMsg
	early int // so many of them were typed before there was an article
	since time.Time
}

// press takes a key. One that breaks something off is heard at once, and what
// waits is forgotten; the others are heard in their order.
func (a *App) press(k tea.KeyPressMsg) tea.Cmd {
	if k.Code == tea.KeyF3 {
		return nil // nobody's key, but how a late report of the cursor may be spelled
	}
	if c, ok := a.bound(k); ok && c.in&atOnce != 0 {
		a.typed = typed{}
		return a.key(k)
	}
	if len(a.typed.keys) == 0 {
		a.typed.since = a.now()
	}
	keys := []tea.KeyPressMsg{k}
	if a.front().typing() == nil {
		keys = single(k)
	}
	a.typed.keys = append(a.typed.keys, keys...)
	if a.reading.Entry() == nil {
		a.typed.early = len(a.typed.keys)
	}
	return nil
}

// hear gives the keys that have something to act on.
func (a *App) hear() tea.Cmd {
	var cmds []tea.Cmd
	for len(a.typed.keys) > 0 && !a.waits(a.typed.keys[0]) {
		k := a.typed.keys[0]
		a.typed.keys = a.typed.keys[1:]
		a.typed.early = max(0, a.typed.early-1)
		from := a.before()
		cmds = append(cmds, a.key(k))
		a.catchUp()
		a.reads(from)
	}
	return tea.Batch(cmds...)
}

// waits reports whether a key is to wait: for the window, for the article that
// it acts on, for the best that a filter lets through, and where it was typed before the first one came, for a list that
// is long enough to move in.
func (a *App) waits(k tea.KeyPressMsg) bool {
	switch c, ok := a.bound(k); {
	case a.w == 0:
		return true
	case !ok || a.front().typing() != nil || a.now().Sub(a.typed.since) > patience:
		return false
	case a.coming() && a.why(c) != "":
		return true
	case c.when != nil && a.settling.on && a.progress.whole && a.reading.Counts().Share(&a.reading.Corpus) < 100:
		return true
	}
	return a.typed.early > 0 && !a.opt.Alone && !a.progress.whole && a.reading.Listed().Len() < a.h
}

// coming reports whether the open article, or the first one, is still to come.
func (a *App) coming() bool {
	e := a.reading.Entry()
	if e == nil {
		return !a.progress.whole
	}
	return a.reading.Article() == nil && e != a.unread
}

// A run is presses that do the same and follow each other; its value is the last
// of them, as App.presses counts them.
type run int

// goesOn reports whether a press follows on the run.
func (r run) goesOn(press int) bool { return r > 0 && int(r) == press-1 }

// key hands a key to the prompt where one types, else to the command table.
func (a *App) key(k tea.KeyPressMsg) tea.Cmd {
	a.touched = true
	a.presses++
	if p := a.front().typing(); p != nil {
		if k.Text != "" {
			return p.update(tea.KeyPressMsg{Code: k.Code, Text: k.Text})
		}
		if c, ok := a.bound(k); ok {
			return a.give(c)
		}
		return p.update(k)
	}
	a.unsay()
	a.seeking = nil
	if c, ok := a.bound(k); ok {
		return a.give(c)
	}
	if a.front().scope(a)&inPanes != 0 && writes(k.Text) {
		a.find()
		return a.front().typing().update(k)
	}
	return nil
}
