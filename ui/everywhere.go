package ui

import (
	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// findEverywhere shows the search through all articles, as it was left: its query
// is there until something else is typed. Where the list was filtered since, it looks
// for that instead; the query before is among the recent ones. What is listed is derived from how
// often each article has what is looked for; the words around a hit are read for
// the rows on screen.
func (a *App) findEverywhere() tea.Cmd {
	if a.everywhere == nil {
		a.everywhere = a.newEverywhere()
	}
	p := a.everywhere.prompt
	if q := a.reading.Filtered(); a.refiltered && !q.Empty() && !q.Same(a.sought.Query()) {
		p.put(q.String())
	}
	a.refiltered = false
	p.replace = true
	a.raise(a.everywhere)
	return nil
}

func (a *App) newEverywhere() *popup {
	w := a.opt.Words
	p := newPicker(w.Say("pane.hits"), w.Say("prompt.findall"), func(model.Query) items { return nil })
	p.items, p.over, p.wide = hitRows{a}, hitRows{a}.heading, true
	p.prompt.change = func(text string) tea.Cmd {
		p.cursor, a.held, a.sights = 0, heldHit{}, sights{task: a.sights.task}
		q := model.ParseQuery(text)
		p.prompt.note = a.explain(q)
		a.sought = model.NewCounts(q)
		return nil
	}
	p.prompt.instead, p.prompt.recent = a.offersHint, &a.recent
	p.status = a.soughtSays
	p.gone = func() { p.prompt.remember() }
	return p
}

// soughtSays says how many hits there are, and how much was looked through
// where that is not all.
func (a *App) soughtSays() (tally, empty string) {
	c, w := &a.reading.Corpus, a.opt.Words
	q := a.sought.Query()
	if q.Empty() {
		return "", ""
	}
	n, share := a.sought.Total(c), a.sought.Share(c)
	if a.sought.Rows(c) == 0 && share == 100 {
		if a.offersSay() != "" {
			return "", "" // it is said under the prompt
		}
		return "", w.Say("status.none", q.String())
	}
	tally = w.Say("status.hits", n)
	if share < 100 {
		tally += w.Say("status.searched", share)
	}
	counts, numbers := a.sought.Apart(c)
	return tally + a.apart(q, counts, numbers), ""
}

// A heldHit is the hit that the cursor of the results is on, so that it stays
// there while articles come, change and go, on screen or not.
type heldHit struct {
	row int    // where the cursor was put
	key string // of the hit's article; "" on the first row, whatever comes to stand there
	nth int    // or model.AllHits
}

// holdHit keeps the cursor of the results on its hit: it notes where the reader moved
// it, and puts it back when the list has changed.
func (a *App) holdHit() {
	p, c := a.everywhere, &a.reading.Corpus
	if p == nil {
		return
	}
	if p.cursor != a.held.row {
		a.held = heldHit{row: p.cursor}
		if p.cursor > 0 && p.cursor < p.len() {
			e, nth := a.sought.Row(c, p.cursor)
			a.held.key, a.held.nth = e.Key, nth
		}
	} else if e := c.Entry(a.held.key); e != nil {
		if row := a.sought.RowOf(c, e, min(a.held.nth, a.sought.Hits(c, e)-1)); row >= 0 {
			p.cursor = row
		}
	}
	p.cursor = max(0, min(p.cursor, p.len()-1))
	a.held.row = p.cursor
}

// hitsPopup returns the popup that lists what was found everywhere, nil where it
// is not open.
func (a *App) hitsPopup() *popup {
	if p, ok := a.front().(*popup); ok && p == a.everywhere {
		return p
	}
	return nil
}

// hitRows are the hits of the search everywhere, each article's under its title.
type hitRows struct{ app *App }

// heading returns the row of the article that row i belongs to.
func (h hitRows) heading(i int) int {
	c := &h.app.reading.Corpus
	e, _ := h.app.sought.Row(c, i)
	return h.app.sought.RowOf(c, e, model.AllHits)
}

// Len returns how many rows the hits take that were counted.
func (h hitRows) Len() int { return h.app.sought.Rows(&h.app.reading.Corpus) }

// At returns row i: an article and how many hits it has; or a section and the
// words around a hit in it, as soon as its article was read.
func (h hitRows) At(i int) item {
	a := h.app
	c, q := &a.reading.Corpus, a.sought.Query()
	e, nth := a.sought.Row(c, i)
	at := model.Place{Key: e.Key}
	if nth == model.AllHits {
		it := item{left: e.Title, lit: q.InTitle(e.Title), right: foundIn(a.opt.Words, &a.sought, c, e), title: true,
			do: func() tea.Cmd { return a.goToFound(q, at, 0) }}
		all := a.sought.Listed(c)
		if k, ok := all.Find(e); ok {
			it.same = shared(all, k)
		}
		return it
	}
	it := item{left: " "}
	if s, ok := a.sights.find(e, nth); ok {
		it, at.Pos = s.item, s.from
		if s.err != nil {
			it = item{under: true, left: a.explained(s.err)}
		}
	}
	it.do = func() tea.Cmd { return a.goToFound(q, at, nth) }
	return it
}

// goToFound opens the article of a hit and shows it.
func (a *App) goToFound(q model.Query, at model.Place, nth int) tea.Cmd {
	a.reading.Find(q)
	a.raise(tour{})
	if at.Key != a.reading.At().Key {
		a.reading.Jump(model.Place{Key: at.Key})
		a.whenOpen(func() { a.stand(at.Pos, nth, 1) })
		return a.look(onText)
	}
	from := a.reading.At().Pos
	a.stand(at.Pos, nth, 1)
	if to := a.reading.At().Pos; to != from {
		a.reading.Scroll(from)
		a.jump(to)
	}
	return a.look(onText)
}

// stand goes to hit nth of the open article, which begins at p if that is known. Where
// the article is still to be searched it goes to the first hit from p on, or to the
// last one where way is negative.
func (a *App) stand(p model.Pos, nth, way int) {
	r := &a.reading
	hits, known := r.Hits(), r.SearchedShare() == 100
	if known = known && nth < len(hits); known {
		p = hits[nth].From()
	}
	r.Scroll(a.text.above(r, a.canvas(onText), p))
	switch {
	case known:
		r.Choose(nth)
	case way < 0:
		a.seeking = &seeking{from: r.Article().End(), way: -1, found: func(i int, _ bool) { a.goToHit(i) }}
		a.seek()
	default:
		a.seekFrom(p, true)
	}
}
