package ui

import (
	"context"
	"iter"

	tea "charm.land/bubbletea/v2"
)

// A task does one long job at a time, off the UI goroutine, and reports in
// batches. Starting it again cancels the job before; what the old job still
// sends is recognised by its number and dropped. The zero task is idle.
type task[T any] struct {
	number int
	cancel context.CancelFunc
}

// A batch is some results of a job, in order. Its more fetches the next batch.
type batch[T any] struct {
	number int
	items  []T
	more   tea.Cmd // nil when the job is done
}

// start runs job; the command it returns waits for the first batch, of size
// results at most.
func (t *task[T]) start(size int, job func(context.Context) iter.Seq[T]) tea.Cmd {
	t.stop()
	ctx, cancel := context.WithCancel(context.Background())
	t.cancel = cancel
	out := make(chan T, size)
	var broken any // what the job panicked with; set before out is closed
	go func() {
		defer close(out)
		defer func() { broken = recover() }()
		for v := range job(ctx) {
			select {
			case out <- v:
			case <-ctx.Done():
				return
			}
		}
	}()
	return collect(t.number, size, out, &broken)
}

// collect returns the command that waits for a batch of what comes from out. A
// panic of the job becomes one of the command, after which bubbletea restores
// the terminal.
func collect[T any](number, size int, out <-chan T, broken *any) tea.Cmd {
	return func() tea.Msg {
		b := batch[T]{number: number, more: collect(number, size, out, broken)}
		v, ok := <-out
		for ok {
			b.items = append(b.items, v)
			if len(b.items) == size {
				return b
			}
			select {
			case v, ok = <-out:
			default:
				return b
			}
		}
		if *broken != nil {
			panic(*broken)
		}
		b.more = nil
		return b
	}
}

// stop cancels the job; what it still sends is stale.
func (t *task[T]) stop() {
	if t.cancel != nil {
		t.cancel()
	}
	t.cancel = nil
	t.number++
}

// running reports whether a job has not ended.
func (t *task[T]) running() bool { return t.cancel != nil }

// accept reports whether b comes from the job now running, and notes its end.
func (t *task[T]) accept(b batch[T]) bool {
	if b.number != t.number {
		return false
	}
	if b.more == nil && t.cancel != nil {
		t.cancel()
		t.cancel = nil
	}
	return true
}
