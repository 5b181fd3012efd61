package data

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"juan/data/catalogue"
	"juan/data/fault"
	"juan/data/format"
	"juan/data/limit"
	"juan/data/parallel"
)

// A reading reads sources on several cores.
type reading struct {
	ctx  context.Context // since it was begun
	opt  Options
	only func(key string) bool // see [loader]
	skip func(*source) bool    // says which sources need not be read, or nil
	keep func(*found)          // is given each article where it was read, or nil
	// resume says how far a file of records was read before, or is nil.
	resume func(*reading, *source, catalogue.Stamp) (progress, bool)
	// heads says that of long files only the head is read.
	heads bool
	show  func(result) // is called with the part read so far of a text that is large or comes slowly, or nil
}

// A result is what was read of a source: all of it, or a part.
type result struct {
	listed
	reading     *reading
	found       []found
	said        []error // of the whole of the source; in found only of the last part
	seen        seen
	to          mark // behind it, in a file of records
	first, last bool // nothing goes before it, nothing follows of the source
	// skipped says that the source was not read.
	skipped bool
	// head says that only the head of the source was read.
	head bool
}

// A seen identifies the version of a file that was read.
type seen struct {
	stamp   catalogue.Stamp
	at      int64 // when it was read, in nanoseconds
	sum     uint64
	sides   string // the versions of its side files
	gone    bool   // it is not there any more
	reached *mark  // how far it was read, nil where that was to its end
}

// results reads what is listed, in its order.
func (r *reading) results(ctx context.Context, steps iter.Seq[listed]) iter.Seq[result] {
	r.ctx = ctx
	return func(yield func(result) bool) {
		for one := range parallel.InOrder(ctx, r.opt.Cores, steps, r.load) {
			p := result{
				listed: one.listed, reading: r, found: one.found, seen: one.seen,
				first: one.resumed.seen.reached == nil, last: one.parts == nil, skipped: one.skipped, head: one.cut,
			}
			if !yield(p) || one.parts != nil && !r.parts(ctx, p, one.loader, yield) {
				return
			}
		}
	}
}

// A loaded is a source that was read, except for its parts.
type loaded struct {
	*loader
	listed
	seen    seen
	skipped bool
}

// load reads what one step lists.
func (r *reading) load(step listed, claim func(int64)) loaded {
	l := &loader{ctx: r.ctx, opt: r.opt, only: r.only, heads: r.heads}
	if r.show != nil {
		l.show = func(some []found) {
			r.show(result{listed: step, reading: r, found: some, first: true, last: true, head: true})
		}
	}
	if r.resume != nil {
		l.resume = func(s *source, now catalogue.Stamp) (progress, bool) { return r.resume(r, s, now) }
	}
	one := loaded{loader: l, listed: step}
	switch s := step.source; {
	case s == nil:
	case r.skip != nil && r.skip(s):
		one.skipped = true
	default:
		one.seen = l.source(s, claim)
		r.kept(l, claim)
	}
	return one
}

// parts reads a source part by part, from where a loader goes on.
func (r *reading) parts(ctx context.Context, p result, whole *loader, yield func(result) bool) bool {
	p.first = false
	parts, err := whole.parts()
	if err != nil {
		p.found, p.last = []found{{err: fault.About(p.source.said(), err)}}, true
		return yield(p)
	}
	defer parts.close()
	t := tally{source: p.source, articles: whole.resumed.articles, none: p.seen.reached == nil}
	t.about.add(whole.resumed.said...)
	if p.seen.reached != nil {
		p.to = *p.seen.reached
	}
	for one := range parallel.InOrder(ctx, r.opt.Cores, parts.all, r.part) {
		p.found, p.said = apart(p.source.said(), one.found)
		p.to = one.to
		t.add(p)
		if !yield(p) {
			return false
		}
		if t.tooMany() {
			break
		}
	}
	if ctx.Err() != nil {
		return false
	}
	p.said = t.end()
	p.found, p.last = t.about.found(), true
	p.seen.sum, p.seen.reached = cmp.Or(p.to.sum, p.seen.sum), nil
	return yield(p)
}

// A piece is what was found in a portion of a source.
type piece struct {
	found []found
	to    mark
}

// part reads a portion of a source.
func (r *reading) part(one portion, claim func(int64)) piece {
	l := &loader{ctx: r.ctx, opt: r.opt, bytes: one.bytes}
	claim(l.bytes)
	one.read(l)
	r.kept(l, claim)
	return piece{l.found, one.to}
}

// A tally adds up what the parts of a source say of the whole of it.
type tally struct {
	source   *source
	about    notices
	articles int
	none     bool // nothing was found in it
}

// add takes in a part.
func (t *tally) add(p result) {
	t.none = t.none && len(p.found)+len(p.said) == 0
	t.about.add(p.said...)
	t.articles += len(p.found)
}

// tooMany reports whether there are more articles than are read of one source.
func (t *tally) tooMany() bool { return t.articles > limit.Texts }

// end returns the remarks that only the end of the source can make.
func (t *tally) end() (said []error) {
	if t.tooMany() {
		said = append(said, &fault.Error{Path: t.source.said(), Reason: fault.TooMany})
	}
	if name := t.source.rel; t.none && (name == "" || format.IsText(name)) {
		said = append(said, &fault.Error{Path: t.source.said(), Reason: fault.NoArticles})
	}
	t.about.add(said...)
	return said
}

// kept hands on the articles that a loader found, and releases their bytes once none of
// their bodies is held.
func (r *reading) kept(l *loader, claim func(int64)) {
	if r.keep == nil {
		return
	}
	for i := range l.found {
		if l.found[i].article != nil {
			r.keep(&l.found[i])
		}
	}
	if !slices.ContainsFunc(l.found, func(f found) bool { return f.article != nil }) {
		claim(-l.bytes)
	}
}
