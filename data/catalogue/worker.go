package catalogue

import (
	"context"
	"hash/crc32"
	"iter"
	"sync/atomic"

	"juan/model"
)

// A worker counts runs.
type worker struct {
	store   *Store
	q       model.Query
	pattern bool // see [model.Query.HasPattern]
	again   Again
	count   count
	out     chan<- []model.Tally
	buf     []byte
}

// work counts in runs, taking one after the other that no other worker has taken.
func (w *worker) work(ctx context.Context, runs []run, next *atomic.Int64) {
	for ctx.Err() == nil {
		i := int(next.Add(1)) - 1
		if i >= len(runs) {
			return
		}
		batch := make([]model.Tally, 0, len(runs[i].items))
		for t := range w.run(ctx, runs[i]) {
			batch = append(batch, t)
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
func (w *worker) run(ctx context.Context, r run) iter.Seq[model.Tally] {
	return func(yield func(model.Tally) bool) {
		from, to := r.span()
		var all view
		if r.segment != nil && to-from <= chunkSize && w.q.InText() {
			all = w.read(r.segment, from, to-from)
		}
		for _, it := range r.items {
			if ctx.Err() != nil {
				return
			}
			if t, ok := w.item(ctx, r.segment, it, all); ok && !yield(t.At(it.nth)) {
				return
			}
		}
	}
}

// item counts in one text, which is in a view where that has any bytes; ok is
// false where it cannot be read.
func (w *worker) item(ctx context.Context, g *segment, it item, v view) (t model.Tally, ok bool) {
	switch {
	case !w.count.Begin(it.entry): // its text does not matter
		return w.count.Tally(), true
	case g == nil:
	case v.bytes != nil:
		ok = w.held(ctx, it.text, v)
	default:
		ok = w.far(ctx, g, it.text)
	}
	if ok && w.pattern && w.count.Admits() {
		return w.article(ctx, it)
	}
	if !ok && ctx.Err() == nil {
		return w.anew(ctx, it)
	}
	return w.count.Tally(), ok
}

// read returns bytes of a segment, or none.
func (w *worker) read(g *segment, at, n int64) view {
	if int64(len(w.buf)) < n {
		w.buf = make([]byte, max(n, chunkSize+step))
	}
	v, err := g.read(w.buf, at, n)
	if err != nil {
		return view{}
	}
	return v
}

// held counts in a text and its marks in memory; ok is false where they do not match
// the checksum.
func (w *worker) held(ctx context.Context, text model.Stored, v view) (ok bool) {
	b := v.bytes[text.At-v.at:][:text.Len+text.Marks]
	body, marks := b[:text.Len], b[text.Len:]
	c := &w.count
	c.marks.begin(marks)
	if v.sound(text) {
		return c.all(ctx, body) && !c.marks.bad
	}
	sum, ok := c.summed(ctx, body)
	if !ok || c.marks.bad || crc32.Update(sum, castagnoli(), marks) != text.Sum {
		return false
	}
	v.prove(text)
	return true
}

// far counts in one text of a segment, read in pieces where it is large.
func (w *worker) far(ctx context.Context, g *segment, text model.Stored) (ok bool) {
	if text.Len+text.Marks <= chunkSize {
		v := w.read(g, text.At, text.Len+text.Marks)
		return v.bytes != nil && w.held(ctx, text, v)
	}
	v, err := g.read(nil, text.At+text.Len, text.Marks)
	if err != nil {
		return false
	}
	marks := v.bytes
	c := &w.count
	c.marks.begin(marks)
	sum := uint32(0)
	for done, size := int64(0), int64(chunkSize); done < text.Len; {
		b := w.read(g, text.At+done, min(size, text.Len-done)).bytes
		if b == nil {
			return false
		}
		if done+int64(len(b)) < text.Len {
			b = b[:lastBreak(b)]
		}
		if len(b) == 0 { // a part is longer
			size *= 2
			continue
		}
		if !c.part(ctx, b, done, int64(len(b)) == text.Len, func(b []byte) { sum = crc32.Update(sum, castagnoli(), b) }) {
			return false
		}
		done, size = done+int64(len(b)), chunkSize
	}
	return !c.marks.bad && crc32.Update(sum, castagnoli(), marks) == text.Sum
}

// anew counts in the text of an entry read from its source, and repairs the catalogue.
func (w *worker) anew(ctx context.Context, it item) (t model.Tally, ok bool) {
	if w.again == nil || w.store.leaving.Load() {
		return t, false
	}
	a := w.again(it.entry)
	if a == nil {
		return t, false
	}
	text, marks := a.Folded()
	w.store.mend(it, text, marks)
	return w.q.Tally(a, func() bool { return ctx.Err() != nil })
}

// article counts in the unfolded article of an entry, as a regular expression requires.
func (w *worker) article(ctx context.Context, it item) (t model.Tally, ok bool) {
	if w.again == nil || w.store.leaving.Load() {
		return t, false
	}
	if a := w.again(it.entry); a != nil {
		return w.q.Tally(a, func() bool { return ctx.Err() != nil })
	}
	return t, false
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
