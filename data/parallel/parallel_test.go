package parallel

import (
	"context"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
)

// Results come in the order of the tasks, and the total claimed at once is bounded.
func TestInOrderIsBounded(t *testing.T) {
	for _, workers := range []int{1, 4} {
		const one = 1 << 20
		var now, most atomic.Int64
		work := func(i int, claim func(int64)) int {
			claim(one)
			most.Store(max(most.Load(), now.Add(one)))
			runtime.Gosched()
			return i
		}
		next := 0
		for i := range InOrder(t.Context(), workers, upTo(500), work) {
			if i != next {
				t.Fatalf("%d comes before %d", i, next)
			}
			next++
			now.Add(-one)
		}
		if next != 500 || most.Load() > inFlight+2*one {
			t.Errorf("%d results, %d bytes at once", next, most.Load())
		}
		for range InOrder(t.Context(), workers, upTo(1e9), work) { // an endless source is left
			break
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		for range InOrder(ctx, workers, upTo(1e9), work) {
			t.Error("it goes on when all is over")
			break
		}
	}
}

// A caller that stops while work waits for its turn waits for nobody.
func TestACallerThatStopsIsNotHeld(t *testing.T) {
	work := func(i int, claim func(int64)) int {
		claim(inFlight)
		return i
	}
	for range InOrder(t.Context(), 4, upTo(1e9), work) {
		break
	}
}

func upTo(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

// A panic of what yields the work comes to the caller as well, and one of a worker
// with the stack it came from.
func TestAPanicKeepsItsStack(t *testing.T) {
	bad := func(yield func(int) bool) { stumble(2) }
	same := func(i int, _ func(int64)) int { return i }
	for _, workers := range []int{1, 2} {
		for _, all := range []iter.Seq[int]{
			InOrder(t.Context(), workers, bad, same),
			InOrder(t.Context(), workers, slices.Values([]int{1, 2, 3}), func(i int, _ func(int64)) int { return stumble(i) }),
		} {
			func() {
				defer func() {
					p, ok := recover().(*Panic)
					if !ok || p.Value != "here" || !strings.Contains(p.Error(), "stumble") {
						t.Errorf("%d workers: %v", workers, p)
					}
				}()
				for range all {
				}
				t.Errorf("%d workers: no panic", workers)
			}()
		}
	}
}

func stumble(i int) int {
	if i == 2 {
		panic("here")
	}
	return i
}

// A panic of the caller is its own.
func TestAPanicOfTheCaller(t *testing.T) {
	for _, workers := range []int{1, 2} {
		func() {
			defer func() {
				if r := recover(); r != "mine" {
					t.Errorf("%d workers: %v", workers, r)
				}
			}()
			for range InOrder(t.Context(), workers, upTo(5), func(i int, _ func(int64)) int { return i }) {
				panic("mine")
			}
		}()
	}
}
