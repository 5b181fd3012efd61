package ui

import (
	"context"
	"iter"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/task"
)

// offering is the task that looks for queries that would find something where the typed
// one found nothing, and what it has offered.
type offering struct {
	task.Task[model.Offer]
	of    lack
	known []model.Offer
}

// A lack is a query that finds nothing.
type lack struct {
	query   model.Query
	article *model.Article // it was looked for there alone, nil for all articles
	version int            // of the corpus
}

func (l lack) same(o lack) bool {
	return l.article == o.article && l.version == o.version && l.query.Same(o.query)
}

// lacks returns the query of the topmost prompt or list if it is known to find nothing,
// else an empty one.
func (a *App) lacks() lack {
	r, version := &a.reading, a.reading.Corpus.Version()
	q, filter := r.Query(), r.Counts()
	switch {
	case a.hitsPopup() != nil:
		if q := a.sought.Query(); a.sought.Share(&r.Corpus) == 100 && a.sought.Rows(&r.Corpus) == 0 {
			return lack{query: q, version: version}
		}
	case !q.Same(filter.Query()):
		if art := r.Article(); art != nil && r.SearchedShare() == 100 && (len(r.Hits()) == 0 || len(r.Lacking()) > 0) {
			return lack{query: q, version: version, article: art}
		}
	case filter.Begun() && filter.Share(&r.Corpus) == 100 && r.Listed().Len() == 0:
		return lack{query: q, version: version}
	}
	return lack{}
}

// offer begins to look for what would be found where nothing was.
func (a *App) offer() tea.Cmd {
	o, l := &a.offering, a.lacks()
	if o.of.same(l) {
		return nil
	}
	o.Stop()
	o.of, o.known = l, nil
	if l.query.Empty() {
		return nil
	}
	lib, among := a.opt.Library, a.reading.Corpus.Entries()
	if l.article != nil {
		lib, among = model.ShelfOf(l.article), []*model.Entry{l.article.Entry}
	}
	return o.Start(func(ctx context.Context) iter.Seq[model.Offer] {
		return model.Offers(ctx, lib, l.query, among)
	})
}

// offered takes what would be found.
func (a *App) offered(b task.Batch[model.Offer]) tea.Cmd {
	if !a.offering.Accept(b) {
		return nil
	}
	a.offering.known = append(a.offering.known, b.Items...)
	return b.More
}

// offers returns queries that would find something where the topmost query finds
// nothing.
func (a *App) offers() []model.Offer {
	if len(a.offering.known) == 0 || !a.offering.of.same(a.lacks()) {
		return nil
	}
	return a.offering.known
}

// offersSay returns the message that names the query that was not found and the offered
// ones, "" where none are offered.
func (a *App) offersSay() string {
	var said []string
	for _, o := range a.offers() {
		said = append(said, a.opt.Words.Found(o.Query.Bare(), o.Hits, o.Articles))
	}
	return a.opt.Words.Instead(a.offering.of.query.Bare(), said)
}

// offersListed is what the empty list says: [App.offersSay], unless a prompt says it.
func (a *App) offersListed() string {
	if a.front().typing() != nil {
		return ""
	}
	return a.offersSay()
}

// offersHint is what is said under a prompt: [App.offersSay], and the key that
// takes the first.
func (a *App) offersHint() string {
	if s := a.offersSay(); s != "" {
		return s + a.take()
	}
	return ""
}

// takeOffer asks for the first of what would be found.
func (a *App) takeOffer() tea.Cmd { return a.front().typing().put(a.offers()[0].Query.String()) }

// needsOffer says why no query is offered in place of the typed one.
func needsOffer(a *App) string {
	if p := a.front().typing(); p == nil || p.instead == nil || len(a.offers()) == 0 {
		return a.opt.Words.Say("offer.nothing")
	}
	return ""
}

// take says with which key the offer is taken, "" where none is set.
func (a *App) take() string {
	if key := a.keyOf("take-offer"); key != "" {
		return a.opt.Words.Say("offer.take", key)
	}
	return ""
}
