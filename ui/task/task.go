// Package task does long jobs off the goroutine of the interface and brings their
// results back in batches, as messages of bubbletea. It knows nobody's jobs.
package task

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"
)

// frame is how long results are gathered before they are shown: drawing more
// often than the screen is refreshed only costs time. The first are shown at
// once, and the time doubles until it is that long.
const frame = 16 * time.Millisecond

// most is how many results one message carries, so that taking them in does
// not keep a key waiting.
const most = 4096

// A Task does one long job at a time, off the UI goroutine, and reports in
// batches. Starting it again cancels the job before; what the old job still
// sends is recognised by its number and dropped. The zero task is idle.
type Task[T any] struct {
	Every time.Duration // how long results are gathered at most, 0 for a frame
	Step  int           // results in a batch: set by tests, 0 for all that come meanwhile

	number int
	cancel context.CancelFunc
}

// A Batch is some results of a job, in order. Its More fetches the next batch.
type Batch[T any] struct {
	of     *Task[T]
	number int
	Items  []T
	More   tea.Cmd // nil when the job is done
}

// Start runs job; the command it returns waits for the first batch.
func (t *Task[T]) Start(job func(context.Context) iter.Seq[T]) tea.Cmd {
	t.Stop()
	ctx, cancel := context.WithCancel(context.Background())
	t.cancel = cancel
	r := &run[T]{of: t, number: t.number, every: cmp.Or(t.Every, frame), step: t.Step, out: make(chan T)}
	go r.do(ctx, job)
	return r.next
}

// A run is one job of a task.
type run[T any] struct {
	of     *Task[T]
	number int
	every  time.Duration
	step   int
	out    chan T
	pause  time.Duration // before the next batch is sent
	broken error         // what the job panicked with; set before out is closed
}

// do runs the job until it ends or ctx does.
func (r *run[T]) do(ctx context.Context, job func(context.Context) iter.Seq[T]) {
	defer close(r.out)
	defer func() {
		if p := recover(); p != nil {
			r.broken = fmt.Errorf("%v\n\n%s", p, debug.Stack())
		}
	}()
	for v := range job(ctx) {
		select {
		case r.out <- v:
		case <-ctx.Done():
			return
		}
	}
}

// next returns the next batch.
func (r *run[T]) next() tea.Msg {
	within := r.pause
	r.pause = min(max(2*r.pause, time.Millisecond), r.every)
	return r.collect(within)
}

// collect waits for a result and gathers what follows within so long. A panic
// of the job becomes one of the command, after which bubbletea restores the
// terminal.
func (r *run[T]) collect(within time.Duration) tea.Msg {
	b := Batch[T]{of: r.of, number: r.number, More: r.next}
	v, ok := <-r.out
	for late := time.After(within); ok; {
		b.Items = append(b.Items, v)
		if len(b.Items) == max(r.step, 1) && (r.step > 0 || within == 0) || len(b.Items) == most {
			return b
		}
		select {
		case v, ok = <-r.out:
		case <-late:
			return b
		}
	}
	if r.broken != nil {
		panic(r.broken)
	}
	b.More = nil
	return b
}

// Stop cancels the job; what it still sends is stale.
func (t *Task[T]) Stop() {
	if t.cancel != nil {
		t.cancel()
	}
	t.cancel = nil
	t.number++
}

// Running reports whether a job has not ended.
func (t *Task[T]) Running() bool { return t.cancel != nil }

// Accept reports whether b comes from the job now running, and notes its end.
func (t *Task[T]) Accept(b Batch[T]) bool {
	if b.of != t || b.number != t.number {
		return false
	}
	if b.More == nil && t.cancel != nil {
		t.cancel()
		t.cancel = nil
	}
	return true
}
