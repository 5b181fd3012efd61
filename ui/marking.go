package ui

import (
	"context"
	"errors"
	"iter"
	"math/rand/v2"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/task"
)

// A marking is marks on their way to and from the memory, one errand after the other,
// so that a read sees every write before it.
type marking struct {
	task.Task[marksTold]
	queue   []errand
	begun   []errand       // those that the task runs and has not reported yet
	of      *model.Article // whose marks were asked for last
	changes int            // how often a mark was put or dropped
}

// An errand is something to be done with the memory.
type errand struct {
	keeps bool // it changes what is kept
	do    func(context.Context) marksTold
}

// marksTold is what came of an errand.
type marksTold struct {
	in      *model.Article // these are the marks in it; nil for none
	placed  []model.Placed
	changes int // how many there were when they were asked for

	all  []model.Mark // these are all marks, if listed is set
	list bool

	keeps bool  // a mark was put or dropped
	err   error // why that is not kept, or nothing is known
}

// tendMarks asks for the marks of the open article where they are not known as it is
// now, and begins the errands that wait.
func (a *App) tendMarks() tea.Cmd {
	art, m := a.reading.Article(), &a.marking
	if art != nil && !art.Partial && a.reading.MarkedIn() != art && m.of != art {
		a.askMarks(art)
	}
	if len(m.queue) == 0 || m.Running() {
		return nil
	}
	errands := m.queue
	m.begun, m.queue = slices.Clone(errands), nil
	return m.Start(func(ctx context.Context) iter.Seq[marksTold] {
		return func(yield func(marksTold) bool) {
			for _, e := range errands {
				if ctx.Err() != nil || !yield(e.do(ctx)) {
					return
				}
			}
		}
	})
}

// askMarks asks for the marks in an article, and has them placed there. Marks that
// the memory could not keep are those of this run.
func (a *App) askMarks(art *model.Article) {
	m, memory := &a.marking, a.opt.Memory
	m.of = art
	known, changes := a.reading.MarksIn(art.Key), m.changes
	m.queue = append(m.queue, errand{do: func(ctx context.Context) marksTold {
		told := marksTold{in: art, changes: changes}
		var kept []model.Mark
		if memory != nil {
			kept, told.err = memory.Marks(ctx, art.Entry)
		}
		for _, k := range known {
			if !slices.ContainsFunc(kept, func(m model.Mark) bool { return m.ID == k.ID }) {
				kept = append(kept, k)
			}
		}
		told.placed = art.PlaceMarks(kept)
		return told
	}})
}

// marksTold takes what came of errands.
func (a *App) marksTold(b task.Batch[marksTold]) tea.Cmd {
	m := &a.marking
	if !m.Accept(b) {
		return nil
	}
	m.begun = m.begun[min(len(b.Items), len(m.begun)):]
	for _, told := range b.Items {
		switch {
		case errors.Is(told.err, model.ErrNotKept): // why, it was told before
			if told.keeps {
				a.say("marks.notkept")
			}
		case told.err != nil:
			a.complain(told.err)
		}
		switch {
		case told.in != nil && told.changes != m.changes && told.in == a.reading.Article():
			m.of = nil // once more: a mark was put or dropped since
		case told.in != nil:
			a.reading.TakeMarks(told.in, told.placed)
			a.reanchor(told.in)
			a.markList.refresh()
		case told.list:
			a.markList.take(told.all)
		}
	}
	return b.More
}

// reanchor keeps the marks of an article that changed by what it says now.
func (a *App) reanchor(art *model.Article) {
	if a.opt.Memory == nil {
		return
	}
	for _, p := range slices.Clone(a.reading.Marks()) {
		if m, ok := art.Reanchor(p); ok {
			a.putMark(m)
		}
	}
}

// putMark puts a mark into the reading, and into the memory.
func (a *App) putMark(m model.Mark) {
	if m.ID == "" {
		m.ID = strconv.FormatUint(rand.Uint64(), 36) + strconv.FormatUint(rand.Uint64(), 36)
	}
	a.reading.PutMark(m)
	a.keepMarks(func(ctx context.Context, memory model.Memory) error {
		_, err := memory.PutMark(ctx, m)
		return err
	})
}

// dropMark forgets a mark.
func (a *App) dropMark(id string) {
	a.reading.DropMark(id)
	a.keepMarks(func(ctx context.Context, memory model.Memory) error { return memory.DropMark(ctx, id) })
}

func (a *App) keepMarks(do func(context.Context, model.Memory) error) {
	a.marking.changes++
	memory := a.opt.Memory
	if memory == nil {
		return
	}
	a.marking.queue = append(a.marking.queue, errand{true, func(ctx context.Context) marksTold {
		return marksTold{keeps: true, err: do(ctx, memory)}
	}})
}

// finish stops the task and returns a function that does the remaining writes, nil
// where there are none. Doing one twice changes nothing more.
func (m *marking) finish() tea.Cmd {
	m.Stop()
	left := slices.DeleteFunc(append(m.begun, m.queue...), func(e errand) bool { return !e.keeps })
	if len(left) == 0 {
		return nil
	}
	return func() tea.Msg {
		for _, e := range left {
			e.do(context.Background())
		}
		return nil
	}
}
