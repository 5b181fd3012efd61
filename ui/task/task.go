// Package task does long jobs off the goroutine of the interface and brings their
// results back in batches, as messages of bubbletea. It knows nobody's jobs.
package task

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"sync"
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
	r := &run[T]{of: t, number: t.number, every: cmp.Or(t.Every, frame), most: cmp.Or(t.Step, most)}
	for _, c := range []*chan struct{}{&r.some, &r.enough, &r.room} {
		*c = make(chan struct{}, 1)
	}
	go r.do(ctx, job)
	return r.next
}

// A run is one job of a task. What the job yields is put aside for whoever
// fetches the next batch: to hand on a hundred thousand results one by one would
// take longer than to find them.
type run[T any] struct {
	of     *Task[T]
	number int
	every  time.Duration
	most   int           // results in a batch
	pause  time.Duration // before the next batch is sent

	mu     sync.Mutex
	items  []T   // no more than most
	over   bool  // the job has ended
	broken error // what it panicked with

	some   chan struct{} // signalled when items are no longer empty, or the job has ended
	enough chan struct{} // signalled when there are as many items as allowed, or the job has ended
	room   chan struct{} // signalled when items are taken
}

// do runs the job until it ends or ctx does.
func (r *run[T]) do(ctx context.Context, job func(context.Context) iter.Seq[T]) {
	defer func() {
		var broken error
		if p := recover(); p != nil {
			broken = fmt.Errorf("%v\n\n%s", p, debug.Stack())
		}
		r.mu.Lock()
		r.over, r.broken = true, broken
		r.mu.Unlock()
		signal(r.some)
		signal(r.enough)
	}()
	for v := range job(ctx) {
		if !r.put(ctx, v) {
			return
		}
	}
}

// put puts a result aside, once there is room for it; it reports false where
// ctx has ended.
func (r *run[T]) put(ctx context.Context, v T) bool {
	for ctx.Err() == nil {
		r.mu.Lock()
		n := len(r.items)
		if n < r.most {
			r.items = append(r.items, v)
		}
		r.mu.Unlock()
		if n == 0 {
			signal(r.some)
		}
		if n == r.most-1 {
			signal(r.enough)
		}
		if n < r.most {
			return true
		}
		select {
		case <-r.room:
		case <-ctx.Done():
		}
	}
	return false
}

// signal wakes whoever waits, now or later.
func signal(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
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
	<-r.some
	if within > 0 {
		select {
		case <-r.enough:
		case <-time.After(within):
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	b := Batch[T]{of: r.of, number: r.number, Items: r.items, More: r.next}
	r.items = nil
	signal(r.room)
	if !r.over {
		return b
	}
	signal(r.some) // for a batch that is asked for after the last
	if r.broken != nil {
		panic(r.broken)
	}
	b.More = nil
	return b
}

// Stop cancels the job; what it still yields is dropped.
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
