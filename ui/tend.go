package ui

import (
	"context"
	"iter"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/task"
)

// tend starts the long work that is lacking: it is derived from the reading
// after each message, so nothing that changes can leave something uncounted.
func (a *App) tend() tea.Cmd {
	a.takeUp()
	a.catchUp()
	a.startAt()
	a.settle()
	a.goAlong()
	a.holdHit()
	cmds := []tea.Cmd{
		a.want(),
		a.count(&a.filtering, a.reading.Counts()),
		a.count(&a.finding, &a.sought),
		a.search(),
		a.offer(),
		a.tendMarks(),
		a.resolve(),
		a.drawViewed(),
		a.drawFigures(),
		a.colourCode(),
		a.layPicture(),
		a.place(),
		a.recall(),
	}
	a.opt.Beside.Keep(a.wants)
	var some []tea.Cmd
	for _, c := range cmds {
		if c != nil {
			some = append(some, c)
		}
	}
	return tea.Batch(some...)
}

// A counting is the task that counts a query in the articles, and the state of
// the corpus for which it was last begun.
type counting struct {
	task.Task[model.Tally]
	query model.Query
	of    int // the version of the corpus
}

// count starts counting for entries without a count. Those that the library cannot
// count are not tried again until the corpus has changed.
func (a *App) count(t *counting, c *model.Counts) tea.Cmd {
	if c.Query().Empty() {
		if t.Running() {
			t.Stop()
		}
		t.query = model.Query{}
		return nil
	}
	q, version := c.Query(), a.reading.Corpus.Version()
	same := t.query.Same(q)
	if same && (t.Running() || t.of == version) {
		return nil
	}
	t.query, t.of = q, version
	among := c.Unknown(&a.reading.Corpus)
	if len(among) == 0 {
		t.Stop()
		return nil
	}
	t.Every = loadEvery // the first results come at once; each more draws the list of all anew
	return t.Start(func(ctx context.Context) iter.Seq[model.Tally] {
		return a.opt.Library.Tally(ctx, q, among)
	})
}

// counted takes counts of the filter or of the search everywhere.
func (a *App) counted(b task.Batch[model.Tally]) tea.Cmd {
	switch {
	case a.filtering.Accept(b):
		a.reading.Counts().Take(&a.reading.Corpus, b.Items...)
	case a.finding.Accept(b):
		a.sought.Take(&a.reading.Corpus, b.Items...)
	default:
		return nil
	}
	return b.More
}

// A sighting is what was found in a piece of the open article.
type sighting struct {
	article *model.Article
	query   model.Query
	model.Searched
}

// search begins to look for the keyword through an article that is too large
// to be searched while a key is answered.
func (a *App) search() tea.Cmd {
	art, q, pieces := a.reading.Unsearched()
	if art == nil {
		if a.searching.Running() {
			a.searching.Stop()
		}
		a.searchingOf = nil
		return nil
	}
	if a.searchingOf == art && a.searchingFor.Same(q) && a.searching.Running() {
		return nil
	}
	a.searchingOf, a.searchingFor = art, q
	return a.searching.Start(func(ctx context.Context) iter.Seq[sighting] {
		return func(yield func(sighting) bool) {
			for _, i := range pieces {
				if ctx.Err() != nil || !yield(sighting{art, q, q.Search(art, i)}) {
					return
				}
			}
		}
	})
}

// sighted takes what was found in the open article, and goes to the hit that
// is waited for.
func (a *App) sighted(b task.Batch[sighting]) tea.Cmd {
	if !a.searching.Accept(b) {
		return nil
	}
	var pieces []model.Searched
	for _, s := range b.Items {
		pieces = append(pieces, s.Searched)
	}
	if len(b.Items) > 0 {
		a.reading.Found(b.Items[0].article, b.Items[0].query, pieces...)
	}
	a.seek()
	return b.More
}
