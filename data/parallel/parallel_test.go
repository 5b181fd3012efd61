package parallel

import (
	"context"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
)

// Results come in the order of what is asked, and what is claimed at once is
// bounded.
func TestInOrderIsBounded(t *testing.T) {
	const one = 1 << 20
	var now, most atomic.Int64
	work := func(i int, claim func(int64)) int {
		claim(one)
		most.Store(max(most.Load(), now.Add(one)))
		runtime.Gosched()
		return i
	}
	next := 0
	for i := range InOrder(t.Context(), 4, slices.Values(slices.Collect(upTo(500))), work) {
		if i != next {
			t.Fatalf("%d comes before %d", i, next)
		}
		next++
		now.Add(-one)
	}
	if next != 500 || most.Load() > inFlight+2*one {
		t.Errorf("%d results, %d bytes at once", next, most.Load())
	}
	for range InOrder(t.Context(), 4, upTo(1e9), work) { // an endless source is left
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for range InOrder(ctx, 4, upTo(1e9), work) {
		t.Error("it goes on when all is over")
		break
	}
}

func upTo(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

// A panic of what yields the work comes to the caller as well.
func TestAPanicOfASourceIsCaught(t *testing.T) {
	defer func() {
		if p, ok := recover().(*Panic); !ok || !strings.Contains(p.Error(), "gone wrong") {
			t.Errorf("%v", p)
		}
	}()
	bad := func(yield func(int) bool) { panic("gone wrong") }
	for range InOrder(t.Context(), 2, bad, func(i int, _ func(int64)) int { return i }) {
	}
	t.Error("no panic")
}

// A panic of a worker comes to the caller with the stack it came from.
func TestAPanicKeepsItsStack(t *testing.T) {
	defer func() {
		p, ok := recover().(*Panic)
		if !ok || !strings.Contains(p.Error(), "stumble") {
			t.Errorf("%v", p)
		}
	}()
	for range InOrder(t.Context(), 2, slices.Values([]int{1, 2, 3}), func(i int, _ func(int64)) int { return stumble(i) }) {
	}
	t.Error("no panic")
}

func stumble(i int) int {
	if i == 2 {
		panic("here")
	}
	return i
}
