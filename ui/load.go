package ui

import (
	"context"
	"iter"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// loaded is an article, or why there is none.
type loaded struct {
	article *model.Article
	err     error
}

// changed says that what is read has changed on disk. Its more waits for the
// next change.
type changed struct{ more tea.Cmd }

// load reads what there is to read, from the start.
func (a *App) load() tea.Cmd {
	a.arrived = make(map[string]bool)
	return a.loading.start(64, func(ctx context.Context) iter.Seq[loaded] {
		return func(yield func(loaded) bool) {
			for art, err := range a.opt.Load(ctx) {
				if !yield(loaded{art, err}) {
					return
				}
			}
		}
	})
}

// loaded takes a batch of articles and of what could not be read. When all has
// come, what is no longer there is left out.
func (a *App) loaded(b batch[loaded]) tea.Cmd {
	if !a.loading.accept(b) {
		return nil
	}
	for _, l := range b.items {
		if l.article != nil {
			a.arrived[l.article.ID] = true
			a.reading.Replace(l.article)
		}
		if l.err != nil {
			a.complain(l.err)
		}
	}
	if b.more == nil {
		a.reading.Corpus.Retain(func(art *model.Article) bool {
			return a.arrived[art.ID] || art.ID == a.reading.At().ID
		})
	}
	if all := a.reading.Listed(); len(all) > 0 && (!a.touched || a.reading.Article() == nil) {
		a.reading.Open(all[0].ID)
	}
	return b.more
}

// complain says what could not be read; the status line counts the rest.
func (a *App) complain(err error) {
	text, quiet := a.opt.Explain(err)
	if quiet && a.notice.alert {
		return
	}
	a.notice = notice{text: text, alert: !quiet, more: a.notice.more}
	if !quiet {
		a.notice.more++
	}
}

// watch waits for the files to change.
func (a *App) watch() tea.Cmd {
	changes := a.opt.Watch(context.Background())
	var wait tea.Cmd
	wait = func() tea.Msg {
		if _, ok := <-changes; !ok {
			return nil
		}
		return changed{wait}
	}
	return wait
}
