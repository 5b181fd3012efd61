package catalogue

import (
	"cmp"
	"context"
	"hash/crc32"
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

// Again returns the folded text of an entry and its marks, read anew from its
// source; ok is false where that is not possible or the source has changed.
type Again func(e *model.Entry) (text string, marks []byte, ok bool)

// Tally counts q in entries: the first few first, then the others in the order
// in which their texts lie. What is not kept, or not as it was, is counted in
// the text that again returns, if any, and is kept from then on. A query that
// folded text cannot answer, see [model.Query.Needle], is counted nowhere.
func (s *Store) Tally(ctx context.Context, q model.Query, among []*model.Entry, again Again) iter.Seq[model.Tally] {
	return func(yield func(model.Tally) bool) {
		needle, ok := q.Needle()
		if !ok || q.Empty() || len(among) == 0 {
			return
		}
		ctx, cancel := context.WithCancel(ctx)
		runs := s.plan(among)
		out := make(chan []model.Tally)
		var next atomic.Int64
		var workers sync.WaitGroup
		for range min(runtime.GOMAXPROCS(0), len(runs)) {
			w := worker{store: s, q: q, again: again, count: count{needle: needle}, out: out}
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
		items[i] = item{e, e.Text}
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
	rest := asTheyLie(items[visible:])
	for len(rest) > 0 {
		n := together(rest)
		runs = append(runs, run{segment(rest[0]), rest[:n]})
		rest = rest[n:]
	}
	return runs
}

// asTheyLie returns items in the order in which their texts lie. What is sorted
// are small keys: it takes a third of the time.
func asTheyLie(items []item) []item {
	type key struct {
		place uint64 // the segment, and 44 bits for the byte of it
		i     int32
	}
	keys := make([]key, len(items))
	for i, it := range items {
		keys[i] = key{uint64(it.text.Segment)<<44 | uint64(it.text.At), int32(i)}
	}
	slices.SortFunc(keys, func(a, b key) int { return cmp.Compare(a.place, b.place) })
	sorted := make([]item, len(items))
	for i, k := range keys {
		sorted[i] = items[k.i]
	}
	return sorted
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

// A worker counts runs.
type worker struct {
	store *Store
	q     model.Query
	again Again
	count count
	out   chan<- []model.Tally
	buf   []byte
}

// work counts the runs that no other worker has taken.
func (w *worker) work(ctx context.Context, runs []run, next *atomic.Int64) {
	for ctx.Err() == nil {
		i := int(next.Add(1)) - 1
		if i >= len(runs) {
			return
		}
		batch := make([]model.Tally, 0, len(runs[i].items))
		for it, n := range w.run(ctx, runs[i]) {
			batch = append(batch, model.Tally{Entry: it, N: n, Named: w.q.Names(it)})
		}
		if ctx.Err() != nil {
			return
		}
		select {
		case w.out <- batch:
		case <-ctx.Done():
			return
		}
	}
}

// run yields the count of each entry of a run.
func (w *worker) run(ctx context.Context, r run) iter.Seq2[*model.Entry, int] {
	return func(yield func(*model.Entry, int) bool) {
		from, to := r.span()
		var all []byte
		if r.segment != nil && to-from <= chunkSize {
			all = w.read(r.segment, from, to-from)
		}
		for _, it := range r.items {
			n, ok := 0, false
			switch {
			case ctx.Err() != nil:
				return
			case r.segment == nil:
			case all != nil:
				n, ok = w.held(ctx, it.text, all[it.text.At-from:][:it.text.Len+it.text.Marks])
			default:
				n, ok = w.far(ctx, r.segment, it.text)
			}
			if !ok && ctx.Err() == nil {
				n, ok = w.anew(ctx, it)
			}
			if ok && !yield(it.entry, n) {
				return
			}
		}
	}
}

// read returns bytes of a segment, or nil.
func (w *worker) read(g *segment, at, n int64) []byte {
	if int64(len(w.buf)) < n {
		w.buf = make([]byte, max(n, chunkSize+step))
	}
	b, err := g.read(w.buf, at, n)
	if err != nil {
		return nil
	}
	return b
}

// held counts in a text and its marks that are at hand; ok is false where they
// do not match the checksum.
func (w *worker) held(ctx context.Context, text model.Stored, b []byte) (n int, ok bool) {
	body, marks := b[:text.Len], b[text.Len:]
	w.count.begin(marks)
	sum, ok := w.count.whole(ctx, body)
	if !ok || w.count.bad || crc32.Update(sum, castagnoli(), marks) != text.Sum {
		return 0, false
	}
	return w.count.n, true
}

// far counts in one text of a segment, read in pieces where it is large.
func (w *worker) far(ctx context.Context, g *segment, text model.Stored) (n int, ok bool) {
	if text.Len+text.Marks <= chunkSize {
		b := w.read(g, text.At, text.Len+text.Marks)
		if b == nil {
			return 0, false
		}
		return w.held(ctx, text, b)
	}
	marks, err := g.read(nil, text.At+text.Len, text.Marks)
	if err != nil {
		return 0, false
	}
	c := &w.count
	c.begin(marks)
	sum, done := uint32(0), int64(0) // of the text that was read before
	for done < text.Len {
		from := done
		if c.needle.Len() > 0 {
			from = min(c.at, done)
		}
		to := min(done+chunkSize, text.Len)
		b := w.read(g, text.At+from, to-from)
		if b == nil {
			return 0, false
		}
		sum = crc32.Update(sum, castagnoli(), b[done-from:])
		for at := int64(0); at < int64(len(b)); at += step {
			if ctx.Err() != nil {
				return 0, false
			}
			end := min(at+step, int64(len(b)))
			begin := min(max(c.at-from, 0), end)
			c.window(stringOf(b[begin:end]), from+begin)
		}
		done = to
	}
	return c.n, !c.bad && crc32.Update(sum, castagnoli(), marks) == text.Sum
}

// anew counts in the text of an entry as its source has it, and mends the
// catalogue.
func (w *worker) anew(ctx context.Context, it item) (n int, ok bool) {
	if w.again == nil || w.store.leaving.Load() {
		return 0, false
	}
	text, marks, ok := w.again(it.entry)
	if !ok {
		return 0, false
	}
	w.count.begin(marks)
	if _, ok := w.count.whole(ctx, bytesOf(text)); !ok || w.count.bad {
		return 0, false
	}
	w.store.mend(it, text, marks)
	return w.count.n, true
}

// mend keeps a text that was not as it should be: in its place where it is the
// same text, else in a new one.
func (s *Store) mend(it item, text string, marks []byte) {
	sum := crc32.Update(crc32.Update(0, castagnoli(), bytesOf(text)), castagnoli(), marks)
	same := it.text.Sum == sum && it.text.Len == int64(len(text)) && it.text.Marks == int64(len(marks))
	if g := s.segment(it.text.Segment); g != nil && same && g.mend(text, marks, it.text.At) == nil {
		return
	}
	stored := s.Add(text, marks)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.again[it.entry] = stored
}
