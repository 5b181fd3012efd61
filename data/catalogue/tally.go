package catalogue

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"juan/model"
)

// first is how many entries are counted before all others: those on screen.
const first = 256

// gap is how many bytes that nobody asked for are read rather than leapt over.
const gap = 64 << 10

// Again returns the article of an entry, read anew from its source; nil where
// that is not possible or the source has changed.
type Again func(e *model.Entry) *model.Article

// Tally counts q in entries: the first few first, then the others in the order
// in which their texts lie. What is not kept, or not as it was, is counted in
// the article that again returns, if any, and is kept from then on. Where a
// regular expression is looked for, the articles are read in which it may match.
func (s *Store) Tally(ctx context.Context, q model.Query, among []*model.Entry, again Again) iter.Seq[model.Tally] {
	return func(yield func(model.Tally) bool) {
		if q.Empty() || len(among) == 0 {
			return
		}
		ctx, cancel := context.WithCancel(ctx)
		runs := s.plan(among)
		out := make(chan []model.Tally)
		var next atomic.Int64
		var workers sync.WaitGroup
		for range min(runtime.GOMAXPROCS(0), len(runs)) {
			w := worker{store: s, q: q, pattern: q.HasPattern(), again: again, count: newCount(q), out: out}
			workers.Go(func() { w.work(ctx, runs, &next) })
		}
		go func() {
			workers.Wait()
			close(out)
		}()
		defer func() {
			cancel()
			for range out { // until the last worker has ended
			}
		}()
		for batch := range out {
			for _, t := range batch {
				if ctx.Err() != nil || !yield(t) {
					return
				}
			}
		}
	}
}

// An item is an entry and where its text lies.
type item struct {
	entry *model.Entry
	nth   int // of those that were asked for
	text  model.Stored
}

// A run is texts of one segment that are read at once; segment is nil where
// they are nowhere.
type run struct {
	segment *segment
	items   []item
}

// span returns the bytes of the segment that the run takes.
func (r run) span() (from, to int64) {
	for i, it := range r.items {
		if i == 0 {
			from = it.text.At
		}
		to = max(to, it.text.At+it.text.Len+it.text.Marks)
	}
	return from, to
}

// plan says in which order texts are read, and which of them together.
func (s *Store) plan(among []*model.Entry) []run {
	s.mu.Lock()
	segments, again := slices.Clone(s.segments), maps.Clone(s.again)
	s.mu.Unlock()
	items := make([]item, len(among))
	for i, e := range among {
		items[i] = item{e, i, e.Text}
		if moved, ok := again[e]; ok {
			items[i].text = moved
		}
		if n := items[i].text.Segment; n < 1 || int(n) > len(segments) {
			items[i].text = model.Stored{}
		}
	}
	segment := func(it item) *segment {
		if it.text.Segment == 0 {
			return nil
		}
		return segments[it.text.Segment-1]
	}
	visible := min(first, len(items))
	runs := make([]run, 0, visible+len(items)/64)
	for i := range visible {
		runs = append(runs, run{segment(items[i]), items[i : i+1]})
	}
	rest := s.asTheyLie(items[visible:])
	for len(rest) > 0 {
		n := together(rest)
		runs = append(runs, run{segment(rest[0]), rest[:n]})
		rest = rest[n:]
	}
	return runs
}

// asTheyLie returns items in the order in which their texts lie. That is nearly
// always the order that was found when they were asked for last, with the key
// before: then nothing is sorted.
func (s *Store) asTheyLie(items []item) []item {
	s.mu.Lock()
	order := s.lain
	s.mu.Unlock()
	if len(order) == len(items) {
		if all := inOrder(items, order); slices.IsSortedFunc(all, func(a, b item) int { return cmp.Compare(a.place(), b.place()) }) {
			return all
		}
	}
	order = orderOf(items)
	s.mu.Lock()
	s.lain = order
	s.mu.Unlock()
	return inOrder(items, order)
}

// place is where the text lies: the segment, and 44 bits for the byte of it.
func (it item) place() uint64 { return uint64(it.text.Segment)<<44 | uint64(it.text.At) }

// orderOf returns the indices of items in the order in which their texts lie.
// What is sorted are small keys: it takes a third of the time.
func orderOf(items []item) []int32 {
	type key struct {
		place uint64
		i     int32
	}
	keys := make([]key, len(items))
	for i, it := range items {
		keys[i] = key{it.place(), int32(i)}
	}
	slices.SortFunc(keys, func(a, b key) int { return cmp.Compare(a.place, b.place) })
	order := make([]int32, len(keys))
	for i, k := range keys {
		order[i] = k.i
	}
	return order
}

// inOrder returns items in an order of their indices.
func inOrder(items []item, order []int32) []item {
	all := make([]item, len(items))
	for i, k := range order {
		all[i] = items[k]
	}
	return all
}

// together returns how many texts from the first on lie so near to each other
// that they are read at once.
func together(items []item) int {
	from := items[0].text.At
	end := from
	for n, it := range items {
		to := it.text.At + it.text.Len + it.text.Marks
		if n > 0 && (it.text.Segment != items[0].text.Segment || to-from > chunkSize || it.text.At-end > gap) {
			return n
		}
		end = max(end, to)
	}
	return len(items)
}
