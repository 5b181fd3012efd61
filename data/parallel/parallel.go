// Package parallel works on several cores and keeps the order of what comes of
// it. What panics there panics where the results are taken.
package parallel

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"sync"
)

// inFlight is how many bytes of sources are read and not yet handed on at
// once, and ahead how many sources.
const (
	inFlight = 8 << 20
	ahead    = 256
)

// InOrder runs work on the items of in, on so many goroutines, and yields the results
// in the order of in. Work claims the bytes it is about to read: where too many are in
// flight it waits, unless it is the next in order. Claimed bytes count until the result
// was handed on, or work gives them back. When ctx is done or the caller stops, all
// goroutines have ended before InOrder returns. A panic in work or in comes to the
// caller as a [Panic]. One worker is the caller's own goroutine: to hand short work
// from one to another and back takes a tenth of the time of reading a small file.
func InOrder[T, R any](ctx context.Context, workers int, in iter.Seq[T], work func(t T, claim func(bytes int64)) R) iter.Seq[R] {
	if workers <= 1 {
		return inTurn(ctx, in, work)
	}
	return func(yield func(R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var all sync.WaitGroup
		defer all.Wait()
		flight := newFlight()
		defer flight.open() // also where the caller stops: nobody may wait any more
		defer cancel()
		defer context.AfterFunc(ctx, flight.open)()

		queue := make(chan *turn[T, R], ahead) // in order
		todo := make(chan *turn[T, R])
		all.Go(func() { enqueue(ctx, in, queue, todo) })
		for range workers {
			all.Go(func() {
				for t := range todo {
					t.run(flight, work)
				}
			})
		}
		for t := range queue {
			flight.serve(t.number)
			select {
			case <-t.done:
			case <-ctx.Done():
				return
			}
			if t.panic != nil {
				panic(t.panic)
			}
			if ctx.Err() != nil || !yield(t.out) {
				return
			}
			flight.leave(t.claimed)
		}
	}
}

// inTurn is InOrder of one worker, which never waits: its turn has come.
func inTurn[T, R any](ctx context.Context, in iter.Seq[T], work func(T, func(int64)) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		outside := false // the caller has what came of it
		defer func() {
			if outside {
				return
			}
			if r := recover(); r != nil {
				panic(Caught(r))
			}
		}()
		for one := range in {
			if ctx.Err() != nil {
				return
			}
			out := work(one, func(int64) {})
			if outside = true; ctx.Err() != nil || !yield(out) {
				return
			}
			outside = false
		}
	}
}

// A turn is one piece of work and its place in the order.
type turn[T, R any] struct {
	number  int
	in      T
	out     R
	claimed int64
	panic   *Panic
	done    chan struct{}
}

// enqueue makes a turn of each of in.
func enqueue[T, R any](ctx context.Context, in iter.Seq[T], queue, todo chan<- *turn[T, R]) {
	number := 0
	defer close(queue)
	defer close(todo)
	defer func() {
		if r := recover(); r != nil {
			t := &turn[T, R]{number: number, panic: Caught(r), done: make(chan struct{})}
			close(t.done)
			select {
			case queue <- t:
			case <-ctx.Done():
			}
		}
	}()
	for one := range in {
		t := &turn[T, R]{number: number, in: one, done: make(chan struct{})}
		number++
		for _, to := range []chan<- *turn[T, R]{queue, todo} {
			select {
			case to <- t:
			case <-ctx.Done():
				return
			}
		}
	}
}

func (t *turn[T, R]) run(flight *flight, work func(T, func(int64)) R) {
	defer close(t.done)
	defer func() {
		if r := recover(); r != nil {
			t.panic = Caught(r)
		}
	}()
	t.out = work(t.in, func(bytes int64) {
		t.claimed += bytes
		if bytes < 0 {
			flight.leave(-bytes)
			return
		}
		flight.enter(t.number, bytes)
	})
}

// A flight counts the bytes that are in flight.
type flight struct {
	mu      sync.Mutex
	changed sync.Cond
	bytes   int64
	next    int // whose turn it is: it need not wait
	ended   bool
}

func newFlight() *flight {
	f := &flight{}
	f.changed.L = &f.mu
	return f
}

func (f *flight) enter(number int, bytes int64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for f.bytes > 0 && f.bytes+bytes > inFlight && number > f.next && !f.ended {
		f.changed.Wait()
	}
	f.bytes += bytes
}

func (f *flight) leave(bytes int64) {
	f.mu.Lock()
	f.bytes -= bytes
	f.mu.Unlock()
	f.changed.Broadcast()
}

func (f *flight) serve(number int) {
	f.mu.Lock()
	f.next = number
	f.mu.Unlock()
	f.changed.Broadcast()
}

// open lets all pass: the work is abandoned.
func (f *flight) open() {
	f.mu.Lock()
	f.ended = true
	f.mu.Unlock()
	f.changed.Broadcast()
}

// A Panic is one of another goroutine, with the stack it came from.
type Panic struct {
	Value any
	Stack []byte
}

// Error returns what was said and where.
func (p *Panic) Error() string { return fmt.Sprintf("%v\n\n%s", p.Value, p.Stack) }

// Caught returns a recovered panic with its stack.
func Caught(r any) *Panic {
	if p, ok := r.(*Panic); ok {
		return p
	}
	return &Panic{r, debug.Stack()}
}
