package data

import (
	"context"
	"iter"
	"sync"
	"time"

	"juan/data/parallel"
	"juan/model"
)

const (
	frame    = 16 * time.Millisecond // there is news at most once in it
	maxBatch = 8192                  // entries of one news at most
)

// A newsroom gathers news until the receiver has time for it. Many goroutines send at
// once; one receives.
type newsroom struct {
	mu      sync.Mutex
	waiting []model.News
	closed  bool
	panic   *parallel.Panic
	wake    chan struct{}
}

func newNewsroom() *newsroom { return &newsroom{wake: make(chan struct{}, 1)} }

// add adds news, joined to the news that waits where possible.
func (r *newsroom) add(n model.News) {
	r.mu.Lock()
	if k := len(r.waiting); k == 0 || !join(&r.waiting[k-1], n) {
		r.waiting = append(r.waiting, n)
	}
	r.mu.Unlock()
	r.ring()
}

// join adds n to the news that waits. Entries that come and entries that go are not
// joined, so that the order inside one piece of news does not matter.
func join(w *model.News, n model.News) bool {
	come, leave := len(w.Put)+len(n.Put) > 0, len(w.Gone)+len(n.Gone) > 0
	if w.Whole || w.Err != nil || n.Err != nil || come && leave || len(w.Put)+len(n.Put) > maxBatch {
		return false
	}
	w.Put, w.Held, w.Gone = append(w.Put, n.Put...), append(w.Held, n.Held...), append(w.Gone, n.Gone...)
	w.Found, w.Read, w.Whole = n.Found, n.Read, n.Whole
	return true
}

// close says that there will be no more news.
func (r *newsroom) close() {
	r.mu.Lock()
	r.closed = true
	r.mu.Unlock()
	r.ring()
}

// rescue, deferred, hands a panic of this goroutine on to the receiver of the news.
func (r *newsroom) rescue() {
	if v := recover(); v != nil {
		r.mu.Lock()
		r.panic = parallel.Caught(v)
		r.mu.Unlock()
	}
}

func (r *newsroom) ring() {
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// take returns the news that wait.
func (r *newsroom) take() (all []model.News, closed bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.panic != nil {
		panic(r.panic)
	}
	all, r.waiting = r.waiting, nil
	return all, r.closed
}

// all yields the news until there will be no more or ctx is done: the first at once,
// then once a frame all that has come.
func (r *newsroom) all(ctx context.Context) iter.Seq[model.News] {
	return func(yield func(model.News) bool) {
		pause := time.NewTimer(0)
		defer pause.Stop()
		begun := false // entries were sent: from then on there is time
		for {
			select {
			case <-ctx.Done():
				return
			case <-pause.C:
			}
			news, closed := r.take()
			for _, n := range news {
				begun = begun || len(n.Put) > 0
				if ctx.Err() != nil || !yield(n) {
					return
				}
			}
			if closed {
				return
			}
			if len(news) > 0 && begun {
				pause.Reset(frame)
				continue
			}
			select {
			case <-ctx.Done():
				return
			case <-r.wake:
			}
			pause.Reset(0)
		}
	}
}
