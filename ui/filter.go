package ui

import (
	"context"
	"iter"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// A tally is how often an article has what the list is filtered by.
type tally struct {
	id string
	n  int
}

// filterPrompt narrows the list to the articles that match by title, tags or
// text, as one types.
func (a *App) filterPrompt() *prompt {
	p := newPrompt(a.opt.Words.Say("prompt.filter"))
	before, shelf, query := a.reading.At(), a.reading.Shelf, a.reading.Query()
	p.change = func(text string) tea.Cmd { return a.filter(strings.TrimSpace(text), before.ID) }
	p.accept = func(text string) tea.Cmd {
		if at := a.reading.At(); at.ID != before.ID && before.ID != "" {
			a.reading.Open(before.ID)
			a.reading.Jump(at)
		}
		return nil
	}
	p.cancel = func() {
		a.filtering.stop()
		a.reading.Shelf = shelf
		a.reading.Find(query)
		a.reading.Open(before.ID)
		a.reading.Scroll(before.Pos)
	}
	return p
}

// filter starts to count text in all articles; the list changes with the first
// counts, so that it does not flicker. home is the article to stay at while
// the filter lets it through.
func (a *App) filter(text, home string) tea.Cmd {
	q := model.NewQuery(text)
	a.reading.Find(q)
	a.home = home
	if q.Empty() {
		a.filtering.stop()
		a.reading.Shelf = model.Shelf{}
		a.reading.Open(home)
		return nil
	}
	a.sieve = model.Shelf{Query: q}
	articles := a.reading.Corpus.All()
	return a.filtering.start(256, func(ctx context.Context) iter.Seq[tally] {
		return func(yield func(tally) bool) {
			for art := range articles {
				if ctx.Err() != nil || !yield(tally{art.ID, model.Count(art, q)}) {
					return
				}
			}
		}
	})
}

// filtered takes a batch of counts.
func (a *App) filtered(b batch[tally]) tea.Cmd {
	if !a.filtering.accept(b) {
		return nil
	}
	for _, t := range b.items {
		if t.n > 0 {
			a.sieve.Count(t.id, t.n)
		}
	}
	a.reading.Shelf = a.sieve
	a.settle()
	return b.more
}

// settle opens an article that the list shows: the one the reader came from
// where it is there, else the open one, else the first.
func (a *App) settle() {
	listed := a.reading.Listed()
	has := func(id string) bool {
		return slices.ContainsFunc(listed, func(art *model.Article) bool { return art.ID == id })
	}
	switch {
	case len(listed) == 0:
	case has(a.home):
		a.reading.Open(a.home)
	case !has(a.reading.At().ID):
		a.reading.Open(listed[0].ID)
	}
}
