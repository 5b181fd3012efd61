package ui

import (
	"context"
	"iter"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/task"
	"juan/ui/words"
)

// chooseOrder opens the list of the orders that the articles can stand in.
func (a *App) chooseOrder() tea.Cmd {
	w := a.opt.Words
	names := []string{
		model.AsGiven:  w.Say("order.given"),
		model.ByTitle:  w.Say("order.title"),
		model.ByDate:   w.Say("order.date"),
		model.ByLength: w.Say("order.length"),
		model.Unread:   w.Say("order.unread"),
	}
	p := newPicker(w.Say("command.order"), w.Say("prompt.order"), func(q model.Query) items {
		var out items
		for i, name := range names {
			if !q.Empty() && !q.Matches(name) {
				continue
			}
			it := item{left: name, do: func() tea.Cmd { return a.order(model.Order(i)) }}
			if model.Order(i) == a.reading.Corpus.Order() {
				it.right = w.Say("order.now")
			}
			out = append(out, it)
		}
		return out
	})
	p.cursor = int(a.reading.Corpus.Order())
	p.empty = w.Say("status.nochoice")
	a.raise(p)
	return nil
}

// order begins to sort the list; until that is done it stands as it did.
func (a *App) order(by model.Order) tea.Cmd {
	sort := a.reading.Corpus.Sort(model.Sorting{Order: by, Begun: a.reading.Begun()})
	return a.ordering.Start(func(context.Context) iter.Seq[model.Sorted] {
		return func(yield func(model.Sorted) bool) { yield(sort()) }
	})
}

// ordered takes the sorted list over.
func (a *App) ordered(b task.Batch[model.Sorted]) tea.Cmd {
	if !a.ordering.Accept(b) {
		return nil
	}
	for _, s := range b.Items {
		a.reading.Corpus.Adopt(s)
	}
	return b.More
}

// guideID returns the ID of the guide in a language.
func guideID(l words.Language) string {
	if l == words.English {
		return "guide-en"
	}
	return "guide"
}

// passGuide lets the guide take its own place in the list once it was opened and
// left again.
func (a *App) passGuide() {
	c, at := &a.reading.Corpus, a.reading.At().Key
	switch {
	case c.First() == "":
	case at != c.First() && a.guided:
		c.PutFirst("")
	case at == c.First() && a.focus == onText:
		a.guided = true
	}
}
