package ui

import (
	"context"
	"iter"
	"slices"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/task"
)

// A sight is a hit of the search everywhere as it is shown.
type sight struct {
	entry *model.Entry
	nth   int
	from  model.Pos
	item  item
	err   error // why the article cannot be read; the rest is then empty
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
	q, more := a.sought.Query(), a.policy.Ellipsis()
	return a.sights.task.Start(func(ctx context.Context) iter.Seq[sight] {
		return func(yield func(sight) bool) {
			for _, s := range missing {
				art, err := a.opt.Library.Fetch(ctx, s.entry)
				if ctx.Err() != nil {
					return
				}
				if err == nil && !see(art, q, s, more, yield) || err != nil && !unseen(err, s, yield) {
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

// unseen yields why the hits of a span cannot be read.
func unseen(err error, s hitSpan, yield func(sight) bool) bool {
	for nth := s.first; nth < s.end; nth++ {
		if !yield(sight{entry: s.entry, nth: nth, err: err}) {
			return false
		}
	}
	return true
}

// see yields the hits of a span in its article.
func see(art *model.Article, q model.Query, s hitSpan, more string, yield func(sight) bool) bool {
	nth := 0
	for m := range q.In(art) {
		if nth >= s.first && !yield(sight{entry: s.entry, nth: nth, from: m.From, item: hitItem(m, more)}) {
			return false
		}
		if nth++; nth >= s.end {
			break
		}
	}
	return true
}

// hitItem is the row of a hit: the section, and the words around it. A hit in a
// heading is shown in the heading alone, which names the section itself; more is
// the sign that a section is cut.
func hitItem(m model.Match, more string) item {
	before, after := m.Around(30, 80)
	section := ""
	_, heading := m.Article.Body[m.From.Block].(model.Heading)
	if i := m.Article.Outline.At(m.From); i >= 0 && !heading {
		section = brief(m.Article.Outline[i], more)
	}
	return item{under: true, lead: section, left: before + m.Text() + after,
		lit: []model.Stretch{{From: len(before), To: len(before) + len(m.Text())}}}
}
