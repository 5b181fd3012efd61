package ui

import (
	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// filterPrompt narrows the list to the articles that match by title, tags or
// text, as one types.
func (a *App) filterPrompt() *asking {
	p := &asking{prompt: newPrompt(a.opt.Words.Say("prompt.filter")), before: a.reading.At(), tally: a.filterTally}
	p.instead = a.offersHint
	filter, query := a.reading.Filtered(), a.reading.Query()
	p.change = func(text string) tea.Cmd {
		q := model.ParseQuery(text)
		p.note = a.explain(q)
		a.filter(q, p.before.Key)
		return nil
	}
	p.accept = func(text string) tea.Cmd {
		if at := a.reading.At(); at.Key != p.before.Key && p.before.Key != "" {
			a.comeBack(p.before)
			a.reading.Jump(at)
		}
		a.raise(listFilter{})
		return nil
	}
	p.cancel = func() {
		a.reading.Filter(filter)
		a.settling = false
		a.reading.Find(query)
		a.comeBack(p.before)
	}
	return p
}

// filter narrows the list to the articles that a query lets through; they are
// counted as [App.tend] begins it. home is the article to stay at while it is one
// of them.
func (a *App) filter(q model.Query, home string) {
	a.reading.Find(q)
	a.home, a.settling = home, true
	a.reading.Filter(q)
	if q.Empty() {
		a.reading.Open(home)
	}
}

// unfilter shows all articles again.
func (a *App) unfilter() {
	a.reading.Filter(model.Query{})
	a.settling = false
}

// settle opens an article that the filtered list shows: the one the reader
// came from where it is there, else the open one, else the first.
func (a *App) settle() {
	if !a.settling || !a.reading.Counts().Begun() {
		return
	}
	listed := a.reading.Listed()
	_, home := listed.Find(a.reading.Corpus.Entry(a.home))
	_, here := a.reading.Cursor()
	switch {
	case listed.Len() == 0 || home: // where nothing is found the text stays where it was
		a.settleAt(a.home)
	case !here:
		a.settleAt(listed.At(0).Key)
	}
}

// settleAt opens an article; while one types, that is no leap yet.
func (a *App) settleAt(key string) {
	if _, typing := a.front().(*asking); !typing && key != a.reading.At().Key {
		a.reading.Mark()
	}
	a.reading.Open(key)
}
