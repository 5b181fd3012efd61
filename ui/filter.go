package ui

import (
	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// filterPrompt narrows the list to the articles that match by title, tags or
// text, as one types.
func (a *App) filterPrompt() *asking {
	p := &asking{prompt: newPrompt(a.opt.Words.Say("prompt.filter")), before: a.reading.At(), tally: a.filterTally}
	p.instead, p.recent = a.offersHint, &a.recent
	filter, query := a.reading.Filtered(), a.reading.Query()
	p.change = func(text string) tea.Cmd {
		q := model.ParseQuery(text)
		p.note = a.explain(q)
		a.filter(q, p.before.Key)
		return nil
	}
	p.accept = func(text string) tea.Cmd {
		if a.reading.Counts().Begun() && a.reading.Listed().Len() > 0 {
			a.settling.on = false // what is open is what was taken
		}
		a.refiltered = a.refiltered || text != ""
		if at := a.reading.At(); at.Key != p.before.Key && p.before.Key != "" {
			a.comeBack(p.before)
			a.reading.Jump(at)
		}
		a.raise(listFilter{})
		return nil
	}
	p.cancel = func() {
		a.reading.Filter(filter)
		a.settling = settling{}
		a.reading.Find(query)
		a.comeBack(p.before)
	}
	return p
}

// filter narrows the list to the articles that a query lets through; they are
// counted as [App.tend] begins it. home is the article to stay at while there is
// none.
func (a *App) filter(q model.Query, home string) {
	a.reading.Find(q)
	a.reading.Filter(q)
	if q.Empty() {
		a.reading.Open(home)
	}
	a.settling = settling{on: !q.Empty(), home: home, at: a.reading.At()}
}

// unfilter shows all articles again.
func (a *App) unfilter() {
	a.reading.Filter(model.Query{})
	a.settling = settling{}
}

// A settling is how the open article follows a filter: it is the best that is let
// through, until the reader goes elsewhere.
type settling struct {
	on   bool
	home string      // the article to stay at while none is let through
	at   model.Place // where the reader is unless he went elsewhere
}

// settle opens the best article that the filter lets through, each that comes to
// stand first while one types; where Enter was pressed before anything was found,
// until all is counted.
func (a *App) settle() {
	s := &a.settling
	if s.on = s.on && a.reading.At() == s.at; !s.on || !a.reading.Counts().Begun() {
		return
	}
	_, typing := a.front().(*asking)
	best := s.home // the text stays where it was while nothing is found
	if listed := a.reading.Listed(); listed.Len() > 0 {
		best = listed.At(0).Key
		s.on = typing || a.reading.Counts().Share(&a.reading.Corpus) < 100
	}
	if !typing && s.at.Key == s.home && best != s.home {
		a.reading.Mark() // while one types it is no leap yet
	}
	a.reading.Open(best)
	s.at = a.reading.At()
}
