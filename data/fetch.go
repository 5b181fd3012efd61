package data

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"juan/data/catalogue"
	"juan/data/fault"
	"juan/model"
)

// Fetch reads the article of an entry. Of its source only what must be is read: the
// bytes of a record, one member of an archive. Where the source has changed, or was not
// read to its end before, all of it is read and reported.
func (l *Library) Fetch(ctx context.Context, e *model.Entry) (*model.Article, error) {
	if a := l.held[e.Key]; a != nil {
		return a, nil
	}
	for {
		l.mu.Lock()
		v := l.volume(e.Key)
		now := v.entry(e.Key)
		var s *source
		var known seen
		if v != nil {
			s, known = v.source, v.seen
		}
		l.mu.Unlock()
		if s == nil {
			return nil, &fault.Error{Path: e.Path, Reason: fault.NotFound}
		}
		if now != nil && !now.Partial { // its source may still be read, or be known to have changed
			if a := l.again(ctx, s, now, known); a != nil {
				return l.heed(a), nil
			}
		}
		if l.others(ctx, s) {
			continue
		}
		a, err := l.renew(ctx, s, e.Key)
		if a == nil && err == nil {
			err = cmp.Or[error](ctx.Err(), &fault.Error{Path: e.Path, Reason: fault.NotFound})
		}
		return a, err
	}
}

// others waits until nobody else reads a source, and reports whether somebody did.
func (l *Library) others(ctx context.Context, s *source) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	_, waited := l.await(&reading{ctx: ctx}, s.abs())
	return waited && ctx.Err() == nil
}

// again reads the article of an entry that is true if its source is as it was
// seen; it returns nil where it is not.
func (l *Library) again(ctx context.Context, s *source, e *model.Entry, known seen) *model.Article {
	if e.Size > 0 {
		return l.recordOf(s, e, known)
	}
	r := reading{opt: l.opt, only: func(key string) bool { return mayBe(e.Key, key) }, keep: holding(e.Key)}
	r.show = func(p result) { l.showOf(p, e) }
	var names namer
	for p := range r.results(ctx, slices.Values([]listed{{source: s}})) {
		if p.seen.stamp != known.stamp && (p.seen.sum == 0 || p.seen.sum != known.sum) {
			return nil
		}
		for i := range p.found {
			f := &p.found[i]
			if f.err == nil && names.name(f).Key == e.Key && f.article != nil {
				return f.article.As(e)
			}
		}
	}
	return nil
}

// recordOf reads the bytes of a record; it returns nil where its file is not as
// it was seen.
func (l *Library) recordOf(s *source, e *model.Entry, known seen) *model.Article {
	from, info, err := s.open()
	if err != nil || from == nil {
		return nil
	}
	defer from.Close()
	raw := make([]byte, e.Size)
	if catalogue.StampOf(info) != known.stamp {
		return nil
	}
	if _, err = from.ReadAt(raw, e.At); err != nil {
		return nil
	}
	f := s.file()
	for _, d := range f.Record(raw, e.At, e.Encoding) {
		d.Entry.At, d.Entry.Size = e.At, e.Size
		one := found{entry: &d.Entry, key: f.key, record: true}
		if mayBe(e.Key, one.base()) {
			return model.NewArticle(d.Entry, d.Body).As(e)
		}
	}
	return nil
}

// renew reads a source whole and takes it in; it returns the article with a
// key, and what is wrong with the source.
func (l *Library) renew(ctx context.Context, s *source, key string) (a *model.Article, err error) {
	hold := holding(key)
	r := reading{opt: l.opt, keep: func(f *found) {
		l.put(f)
		hold(f)
	}, show: l.show}
	for p := range r.results(ctx, slices.Values([]listed{{source: s}})) {
		for _, f := range p.found {
			if _, notice := f.err.(*fault.Notice); f.err != nil && !notice {
				err = f.err
			}
		}
		if one := l.take(p, key); one != nil {
			a = one
		}
	}
	if ctx.Err() != nil {
		l.abandon(&r)
	}
	l.settle()
	if a != nil {
		err = nil
	}
	return a, err
}

// mayBe reports whether the article with a key may be in the member of an
// archive with the key member.
func mayBe(key, member string) bool {
	rest, ok := strings.CutPrefix(key, member)
	return ok && (rest == "" || rest[0] == '#' || rest[0] == '~')
}

// holding returns what drops the bodies of all articles but those that may have
// a key.
func holding(key string) func(*found) {
	return func(f *found) {
		if !mayBe(key, f.base()) {
			f.article = nil
		}
	}
}
