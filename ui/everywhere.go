package ui

import (
	"context"
	"iter"
	"slices"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/task"
)

// findEverywhere shows the search through all articles, as it was left: its query
// is there until something else is typed. What is listed is derived from how
// often each article has what is looked for; the words around a hit are read for
// the rows on screen.
func (a *App) findEverywhere() tea.Cmd {
	if a.everywhere == nil {
		a.everywhere = a.newEverywhere()
	}
	a.everywhere.prompt.replace = true
	a.raise(a.everywhere)
	return nil
}

func (a *App) newEverywhere() *popup {
	w := a.opt.Words
	p := newPicker(w.Say("pane.hits"), w.Say("prompt.findall"), func(model.Query) items { return nil })
	p.items, p.over, p.wide = hitRows{a}, hitRows{a}.heading, true
	p.prompt.change = func(text string) tea.Cmd {
		p.cursor, a.held, a.sights = 0, heldHit{}, sights{task: a.sights.task}
		q := model.NewQuery(text)
		if q.Empty() {
			q = model.Query{}
		}
		a.sought = model.NewCounts(q)
		return nil
	}
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
	if n == 0 && share == 100 {
		return "", w.Say("status.none", q.String())
	}
	tally = w.Say("status.hits", n)
	if share < 100 {
		tally += w.Say("status.searched", share)
	}
	return tally, ""
}

// A heldHit is the hit that the cursor of the results is on, so that it stays
// there while articles come, change and go, on screen or not.
type heldHit struct {
	row int    // where the cursor was put
	key string // of the hit's article; "" on the first row, whatever comes to stand there
	nth int    // or model.AllHits
}

// holdHit keeps the cursor of the results on its hit: it notes where the reader
// has moved it to, and puts it back where what is listed has changed.
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
		return item{left: e.Title, right: a.opt.Words.Say("list.hits", a.sought.Hits(c, e)), heads: true,
			do: func() tea.Cmd { return a.goToFound(q, at, 0) }}
	}
	it := item{left: " "}
	if s, ok := a.sights.find(e, nth); ok {
		it, at.Pos = s.item, s.from
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

// stand goes to hit nth of the open article, which begins at p as far as that
// is known: where the article is still to be searched, to the first from p on, or
// to the last of all where way is negative.
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

// A sight is a hit of the search everywhere as it is shown.
type sight struct {
	entry *model.Entry
	nth   int
	from  model.Pos
	item  item
}

// sights are the hits that were read for the screen. They are dropped when it
// shows others.
type sights struct {
	task  task.Task[sight]
	known []sight
	asked []hitSpan // what was last begun to be read
}

// covers reports whether all of spans were asked for.
func (s *sights) covers(spans []hitSpan) bool {
	for _, h := range spans {
		if !slices.ContainsFunc(s.asked, func(o hitSpan) bool {
			return o.entry == h.entry && o.first <= h.first && h.end <= o.end
		}) {
			return false
		}
	}
	return true
}

func (s *sights) find(e *model.Entry, nth int) (sight, bool) {
	i := slices.IndexFunc(s.known, func(k sight) bool { return k.entry == e && k.nth == nth })
	if i < 0 {
		return sight{}, false
	}
	return s.known[i], true
}

// A hitSpan is some hits that follow each other in one article.
type hitSpan struct {
	entry      *model.Entry
	first, end int
}

// onScreen returns the hits that the popup shows, article by article.
func (a *App) onScreen() []hitSpan {
	p := a.hitsPopup()
	if p == nil || a.sought.Query().Empty() {
		return nil
	}
	var out []hitSpan
	body, n := p.body(a.screen()), p.len()
	top := p.top(body)
	for i := top; i < min(top+body.H, n); i++ {
		e, nth := a.sought.Row(&a.reading.Corpus, i)
		if nth == model.AllHits {
			continue
		}
		if k := len(out) - 1; k >= 0 && out[k].entry == e {
			out[k].end = nth + 1
		} else {
			out = append(out, hitSpan{e, nth, nth + 1})
		}
	}
	return out
}

// resolve begins to read the words around the hits on screen that were not
// read yet.
func (a *App) resolve() tea.Cmd {
	var missing []hitSpan
	spans := a.onScreen()
	for _, s := range spans {
		for nth := s.first; nth < s.end; nth++ {
			if _, ok := a.sights.find(s.entry, nth); !ok {
				missing = append(missing, hitSpan{s.entry, nth, s.end})
				break
			}
		}
	}
	if len(missing) == 0 {
		return nil
	}
	if a.sights.covers(missing) {
		return nil // they are being read, or cannot be
	}
	a.sights.keep(spans)
	a.sights.asked = missing
	q := a.sought.Query()
	return a.sights.task.Start(func(ctx context.Context) iter.Seq[sight] {
		return func(yield func(sight) bool) {
			for _, s := range missing {
				if art, err := a.opt.Library.Fetch(ctx, s.entry); err == nil && !see(art, q, s, yield) {
					return
				}
			}
		}
	})
}

// keep forgets the sights that are not among spans.
func (s *sights) keep(spans []hitSpan) {
	s.known = slices.DeleteFunc(s.known, func(k sight) bool {
		return !slices.ContainsFunc(spans, func(h hitSpan) bool {
			return h.entry == k.entry && h.first <= k.nth && k.nth < h.end
		})
	})
}

// resolved takes hits that were read.
func (a *App) resolved(b task.Batch[sight]) tea.Cmd {
	if !a.sights.task.Accept(b) {
		return nil
	}
	a.sights.known = append(a.sights.known, b.Items...)
	return b.More
}

// see yields the hits of a span in its article.
func see(art *model.Article, q model.Query, s hitSpan, yield func(sight) bool) bool {
	nth := 0
	for m := range q.In(art) {
		if nth >= s.first && !yield(sight{s.entry, nth, m.From, hitItem(m)}) {
			return false
		}
		if nth++; nth >= s.end {
			break
		}
	}
	return true
}

// hitItem is the row of a hit: the section, and the words around it.
func hitItem(m model.Match) item {
	before, after := m.Around(30, 80)
	section := ""
	if i := m.Article.Outline.At(m.From); i >= 0 {
		section = brief(m.Article.Outline[i])
	}
	return item{under: true, lead: section, left: before + m.Text() + after, from: len(before), to: len(before) + len(m.Text())}
}
