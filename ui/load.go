package ui

import (
	"context"
	"iter"
	"time"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/task"
)

// shownAfter is how long loading takes before the terminal's own progress bar shows it.
const shownAfter = time.Second

// loadEvery is how long news are gathered: of a library that loads the eye
// follows no more than a few states a second.
const loadEvery = 80 * time.Millisecond

// A progress is how far loading has come.
type progress struct {
	began       time.Time
	found, read int // files; both 0 where that is not known
	long        bool
	whole       bool // all there is has come; what follows are changes
}

// load follows the library: first what there is, then what changes.
func (a *App) load() tea.Cmd {
	a.progress = progress{began: time.Now()}
	a.loading.Every = loadEvery
	return a.loading.Start(a.opt.Library.Follow)
}

// loaded takes news of the library.
func (a *App) loaded(b task.Batch[model.News]) tea.Cmd {
	if !a.loading.Accept(b) {
		return nil
	}
	r := &a.reading
	for _, n := range b.Items {
		r.Corpus.Put(n.Put...)
		if a.opt.Memory != nil {
			a.memory.came(n.Put)
		}
		r.Corpus.Remove(n.Gone...)
		for _, art := range n.Held {
			r.Hold(art)
		}
		a.keepUp()
		if n.Err != nil {
			a.complain(n.Err)
		}
		a.progress.found, a.progress.read = n.Found, n.Read
		a.progress.whole = a.progress.whole || n.Whole
	}
	if b.More == nil {
		a.progress.whole = true
	}
	a.progress.long = !a.progress.whole && time.Since(a.progress.began) > shownAfter
	if a.opt.Alone && !a.touched && len(a.typed.keys) == 0 && r.Corpus.Len() > 1 && a.focus == onText {
		a.opt.Alone = false // one file, but many texts
		a.look(onList)
	}
	a.openFirst()
	if a.isShort() {
		return a.quit()
	}
	return b.More
}

// isShort reports whether the open article is to be printed in place of being read,
// once all of it has come.
func (a *App) isShort() bool {
	short, art := a.opt.Short, a.reading.Article()
	if short == nil || !a.progress.whole || art == nil || art.Partial {
		return false
	}
	a.opt.Short = nil
	return !a.touched && len(a.typed.keys) == 0 && short(art)
}

// openFirst opens what is read when nobody chose anything: where the run before
// ended, else the first in the list.
func (a *App) openFirst() {
	r := &a.reading
	all := r.Listed()
	switch {
	case all.Len() == 0 || a.touched && r.Entry() != nil:
	case r.Corpus.Entry(a.memory.begun.Session.Key) != nil:
		r.Open(a.memory.begun.Session.Key)
		a.restoreView()
	case !a.memory.waits || r.Entry() != nil:
		r.Open(all.At(0).Key)
	}
}

// percent returns how much of what there is was read, -1 where all was or that
// is not known.
func (p progress) percent() int {
	if p.whole || p.found < 2 { // of one source nothing is known before it is read
		return -1
	}
	return 100 * p.read / p.found
}

// bar is the terminal's own progress bar (OSC 9;4), for what takes long.
func (p progress) bar() *tea.ProgressBar {
	if !p.long {
		return nil
	}
	if n := p.percent(); n >= 0 {
		return tea.NewProgressBar(tea.ProgressBarDefault, n)
	}
	return tea.NewProgressBar(tea.ProgressBarIndeterminate, 0)
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

// A fetched is the article of an entry, or why there is none.
type fetched struct {
	entry   *model.Entry
	article *model.Article
	err     error
}

// want begins to fetch the open article where its text is not at hand.
func (a *App) want() tea.Cmd {
	e := a.reading.Wanted()
	if beside := a.reading.WantedBeside(); beside != nil && beside != a.pair.aside.unread && (e == nil || e == a.unread) {
		e = beside
	}
	if e == a.fetchingOf && (e == nil || a.fetching.Running() || e == a.unread) {
		return nil
	}
	a.fetchingOf = e
	if e == nil {
		a.fetching.Stop()
		return nil
	}
	if e == a.unread {
		return nil
	}
	return a.fetching.Start(func(ctx context.Context) iter.Seq[fetched] {
		return func(yield func(fetched) bool) {
			art, err := a.opt.Library.Fetch(ctx, e)
			yield(fetched{e, art, err})
		}
	})
}

// arrived takes the article that was fetched.
func (a *App) arrived(b task.Batch[fetched]) tea.Cmd {
	if !a.fetching.Accept(b) {
		return nil
	}
	for _, f := range b.Items {
		if f.err != nil {
			beside := f.entry == a.reading.WantedBeside()
			if beside {
				a.pair.aside.unread = f.entry
			}
			if !beside || f.entry == a.reading.Wanted() {
				a.unread = f.entry
			}
			a.complain(f.err)
			continue
		}
		a.reading.Take(f.article)
	}
	return b.More
}

// whenOpen does something with the open article: now, or once it is there. It
// is forgotten when the reader goes elsewhere meanwhile.
func (a *App) whenOpen(do func()) {
	a.later = later{a.reading.At().Key, do}
	a.catchUp()
}

// A later is what waits for the text of an article.
type later struct {
	key string
	do  func()
}

// catchUp does what waited for the open article.
func (a *App) catchUp() {
	if a.later.do == nil || a.reading.Article() == nil && a.later.key == a.reading.At().Key {
		return
	}
	do := a.later.do
	if a.later.key != a.reading.At().Key {
		do = func() {}
	}
	a.later = later{}
	do()
}
