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
		var all view
		if r.segment != nil && to-from <= chunkSize {
			all = w.read(r.segment, from, to-from)
		}
		for _, it := range r.items {
			n, ok := 0, false
			switch {
			case ctx.Err() != nil:
				return
			case r.segment == nil:
			case all.bytes != nil:
				n, ok = w.held(ctx, it.text, all)
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

// held counts in a text and its marks that are at hand; ok is false where they
// do not match the checksum.
func (w *worker) held(ctx context.Context, text model.Stored, v view) (n int, ok bool) {
	b := v.bytes[text.At-v.at:][:text.Len+text.Marks]
	body, marks := b[:text.Len], b[text.Len:]
	c := &w.count
	c.begin(marks)
	if v.sound(text) {
		return c.n, c.all(ctx, body) && !c.bad
	}
	sum, ok := c.summed(ctx, body)
	if !ok || c.bad || crc32.Update(sum, castagnoli(), marks) != text.Sum {
		return 0, false
	}
	v.prove(text)
	return c.n, true
}

// far counts in one text of a segment, read in pieces where it is large.
func (w *worker) far(ctx context.Context, g *segment, text model.Stored) (n int, ok bool) {
	if text.Len+text.Marks <= chunkSize {
		v := w.read(g, text.At, text.Len+text.Marks)
		if v.bytes == nil {
			return 0, false
		}
		return w.held(ctx, text, v)
	}
	v, err := g.read(nil, text.At+text.Len, text.Marks)
	if err != nil {
		return 0, false
	}
	marks := v.bytes
	c := &w.count
	c.begin(marks)
	sum, done := uint32(0), int64(0) // of the text that was read before
	for done < text.Len {
		from := done
		if c.needle.Len() > 0 {
			from = min(c.at, done)
		}
		to := min(done+chunkSize, text.Len)
		b := w.read(g, text.At+from, to-from).bytes
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
	if !w.count.all(ctx, bytesOf(text)) || w.count.bad {
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
