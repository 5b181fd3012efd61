package ui

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/task"
)

// patientFor is how long the text waits for the place where it was left, so that it is
// not shown at another first. The list waits for nothing.
const patientFor = 20 * time.Millisecond

// A remembering is what the app has got from the run before, and what it has saved of
// this one.
type remembering struct {
	begun model.Begun
	fresh bool   // what a run begins with was taken up: before that nothing is kept over it
	again bool   // it could not be read, and is asked for again once the reader does something
	view  bool   // so was how the panes stood
	theme string // chosen on screen, in this run or before; "" for none

	waits bool // the text waits for its place
	asked int  // how often that was begun

	beginning task.Task[begun]
	recalling task.Task[recalled]
	placing   task.Task[placed]
	queue     []*model.Entry    // of which it is to be asked what is kept
	places    map[string]placed // by article: what was asked for
	folds     map[string][]model.Fold
	say       string // the article of which is to be said where it goes on

	keeping keeping
	untold  notice // what memoryFailed the memory, until a key takes that off the status line
}

type begun struct {
	model.Begun
	err error
}

// A placed is what is kept of an article.
type placed struct {
	model.Remembered
	print uint64 // of the text that was asked for, 0 where that was not known
	ok    bool
	err   error
}

// A recalled is what is kept of some articles.
type recalled struct {
	all []model.Remembered
	err error
}

// A waited is the message that the text has waited long enough.
type waited int

// recollect takes up what the run begins with where that is known already.
func (a *App) recollect() {
	if a.opt.Memory == nil {
		return
	}
	now, cancel := context.WithCancel(context.Background())
	cancel()
	b, err := a.opt.Memory.Begin(now)
	if errors.Is(err, context.Canceled) {
		a.memory.waits = true
		return
	}
	a.takeBegun(begun{b, err})
}

// begin waits for what the run begins with.
func (a *App) begin() tea.Cmd {
	m := &a.memory
	if !m.waits {
		return nil
	}
	return tea.Batch(m.wait(), a.beginAgain())
}

// beginAgain asks what the run begins with.
func (a *App) beginAgain() tea.Cmd {
	return a.memory.beginning.Start(func(ctx context.Context) iter.Seq[begun] {
		return func(yield func(begun) bool) {
			b, err := a.opt.Memory.Begin(ctx)
			yield(begun{b, err})
		}
	})
}

// wait has the text wait for its place.
func (m *remembering) wait() tea.Cmd {
	m.waits = true
	m.asked++
	n := waited(m.asked)
	return tea.Tick(patientFor, func(time.Time) tea.Msg { return n })
}

// memorised takes what the memory says, and reports whether msg is that.
func (a *App) memorised(msg tea.Msg) (tea.Cmd, bool) {
	m := &a.memory
	switch msg := msg.(type) {
	case waited:
		if int(msg) == m.asked && m.waits {
			m.waits = false
			a.openFirst()
		}
	case task.Batch[begun]:
		if !m.beginning.Accept(msg) {
			return nil, true
		}
		m.waits = false
		for _, b := range msg.Items {
			a.takeBegun(b)
		}
		a.openFirst()
		return msg.More, true
	case task.Batch[recalled]:
		if !m.recalling.Accept(msg) {
			return nil, true
		}
		for _, b := range msg.Items {
			a.memoryFailed(b.err)
			for _, k := range b.all {
				a.reading.Recall(k)
				a.renamed(k)
			}
		}
		return tea.Batch(msg.More, a.reorder()), true
	case task.Batch[placed]:
		if !m.placing.Accept(msg) {
			return nil, true
		}
		m.waits = false
		for _, p := range msg.Items {
			a.takePlace(p)
		}
		return msg.More, true
	case task.Batch[error]:
		return a.kept(msg), true
	case keepNow:
		return a.keep(), true
	default:
		return nil, false
	}
	return nil, true
}

// takeBegun takes up what the run begins with, which nothing of this one is older
// than.
func (a *App) takeBegun(b begun) {
	m := &a.memory
	if b.err != nil {
		a.memoryFailed(b.err)
		m.again, m.queue = true, nil
		return
	}
	if m.again {
		m.again, m.queue = false, slices.Clone(a.reading.Corpus.Entries())
		m.keeping.primed, m.keeping.presses = true, -1 // what was done meanwhile is still to be kept
	}
	m.begun, m.fresh = b.Begun, true
	s, h := b.Session, b.Habits
	a.wish.list, a.wish.other = cmp.Or(a.wish.list, h.List), cmp.Or(a.wish.other, h.Outline)
	if !a.opt.Fixed.Measure {
		a.text.wider = cmp.Or(a.text.wider, h.Measure)
	}
	m.theme = h.Theme
	if !a.opt.Fixed.Theme {
		a.wear(h.Theme) // nothing where it is gone
	}
	a.recent.before(h.Recent)
	a.pacing.Pace = h.Pace
	a.reading.Retrail(s.Back, s.Forth)
	if s.Guided {
		a.guided = true
		a.reading.Corpus.PutFirst("")
	}
	if s.Order <= model.Unread && s.Order != model.AsGiven {
		a.reading.Corpus.Adopt(a.reading.Corpus.Sort(model.Sorting{Order: s.Order})())
	}
	if b.Left.Key != "" {
		m.note(placed{Remembered: b.Left, ok: true})
		m.folds[b.Left.Key], m.say = b.Left.Folds, b.Left.Key
		a.reading.Resume(b.Left)
	}
}

// memoryFailed reports what went wrong with the memory, once.
func (a *App) memoryFailed(err error) {
	if err != nil && !errors.Is(err, context.Canceled) && !errors.Is(err, model.ErrNotKept) {
		text, quiet := a.opt.Explain(err)
		a.memory.untold = notice{text: text, alert: !quiet}
		a.showMemoryFailure()
	}
}

// showMemoryFailure reports what went wrong with the memory once no other message is shown:
// it is reported only once, so a message about a source or a setting must not replace
// it.
func (a *App) showMemoryFailure() {
	if a.notice.text == "" {
		a.notice = a.memory.untold
	}
}

// note notes what is known of a place.
func (m *remembering) note(p placed) {
	if m.places == nil {
		m.places, m.folds = make(map[string]placed), make(map[string][]model.Fold)
	}
	m.places[p.Key] = p
}

// restoreView has the panes stand as they did, once, where the reader has not done
// anything yet.
func (a *App) restoreView() {
	m, v := &a.memory, a.memory.begun.Session.View
	if m.view || a.touched || len(a.typed.keys) > 0 {
		return
	}
	m.view = true
	a.wish.noOutline = v.NoOutline
	at := focus(v.Focus)
	switch {
	case at >= panes || a.opt.Alone && at == onList:
		return
	case at == onOutline:
		a.look(onText)
	}
	a.look(at)
	if side := focus(v.Side); side < panes && side != onText {
		a.wish.side = side
	}
	a.wish.reading = v.Reading && at == onText
	if v.Alone {
		a.look(onText)
		a.raise(textOnly{})
	}
}

// came notes entries of which it is to be asked what is kept.
func (m *remembering) came(entries []*model.Entry) {
	if m.again || m.fresh && !m.begun.Any {
		return
	}
	m.queue = append(m.queue, entries...)
}

// recall asks what is kept of entries that came.
func (a *App) recall() tea.Cmd {
	m := &a.memory
	if len(m.queue) == 0 || !m.fresh || m.recalling.Running() {
		return nil
	}
	among := m.queue
	m.queue = nil
	if a.opt.Memory == nil || !m.begun.Any {
		return nil
	}
	return m.recalling.Start(func(ctx context.Context) iter.Seq[recalled] {
		return func(yield func(recalled) bool) {
			for some := range slices.Chunk(among, 1000) {
				all, err := a.opt.Memory.Recall(ctx, some)
				if !yield(recalled{all, err}) || err != nil {
					return
				}
			}
		}
	})
}

// reorder sorts the list again once all reading progress is known, where the order goes
// by that.
func (a *App) reorder() tea.Cmd {
	m := &a.memory
	if m.recalling.Running() || len(m.queue) > 0 || !a.progress.whole || a.touched || a.reading.Corpus.Order() != model.Unread {
		return nil
	}
	return a.order(model.Unread)
}
