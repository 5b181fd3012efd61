package data

import (
	"context"
	"iter"
	"slices"
	"weak"

	"juan/model"
)

// Words in a text of more than countedHeld bytes that is the only one are counted in
// the article itself: its folded text would take as much memory again.
const countedHeld = 4 << 20

// heed notes an article that is handed on, if it is large. It is known as long
// as somebody holds it.
func (l *Library) heed(a *model.Article) *model.Article {
	if a != nil && a.Bytes() > countedHeld {
		l.large.Store(new(weak.Make(a)))
	}
	return a
}

// heeded returns the article that was noted last, nil where nobody holds it.
func (l *Library) heeded() *model.Article {
	if p := l.large.Load(); p != nil {
		return p.Value()
	}
	return nil
}

// Tally counts q in entries by their folded texts.
func (l *Library) Tally(ctx context.Context, q model.Query, among []*model.Entry) iter.Seq[model.Tally] {
	large := l.heeded()
	i := -1
	if large != nil {
		i = slices.Index(among, large.Entry)
	}
	if i < 0 {
		return l.stored(ctx, q, among)
	}
	return func(yield func(model.Tally) bool) {
		t, ok := q.Tally(large, func() bool { return ctx.Err() != nil })
		if !ok || !yield(t.At(i)) {
			return
		}
		for t := range l.stored(ctx, q, slices.Delete(slices.Clone(among), i, i+1)) {
			if t.Nth >= i {
				t.Nth++
			}
			if !yield(t) {
				return
			}
		}
	}
}

// stored counts in the texts that the store has.
func (l *Library) stored(ctx context.Context, q model.Query, among []*model.Entry) iter.Seq[model.Tally] {
	return l.store.Tally(ctx, q, among, func(e *model.Entry) *model.Article {
		if a, err := l.Fetch(ctx, e); err == nil && a.Entry == e {
			return a
		}
		return nil
	})
}
