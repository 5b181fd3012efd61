package data

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

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
	show  func(result) // is told what is there of a text that is large or comes slowly, or nil
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

// A seen tells the version of a file that was read.
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
	type loaded struct {
		*loader
		listed
		seen    seen
		skipped bool
	}
	work := func(step listed, claim func(int64)) loaded {
		l := &loader{ctx: ctx, opt: r.opt, only: r.only, heads: r.heads}
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
	return func(yield func(result) bool) {
		for one := range parallel.InOrder(ctx, r.opt.Cores, steps, work) {
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

// parts reads a source part by part, from where a loader goes on.
func (r *reading) parts(ctx context.Context, p result, whole *loader, yield func(result) bool) bool {
	p.first, p.last = false, true
	parts, err := whole.parts()
	if err != nil {
		p.found = []found{{err: fault.About(p.source.said(), err)}}
		return yield(p)
	}
	defer parts.close()
	type piece struct {
		found []found
		to    mark
	}
	work := func(one portion, claim func(int64)) piece {
		l := &loader{ctx: ctx, opt: r.opt, bytes: one.bytes}
		claim(l.bytes)
		one.read(l)
		r.kept(l, claim)
		return piece{l.found, one.to}
	}
	p.last = false
	about, articles := notices{}, whole.resumed.articles
	about.add(whole.resumed.said...)
	none := p.seen.reached == nil
	if !none {
		p.to = *p.seen.reached
	}
	for one := range parallel.InOrder(ctx, r.opt.Cores, parts.all, work) {
		none = none && len(one.found) == 0
		p.found, p.said = apart(p.source.said(), one.found)
		about.add(p.said...)
		articles += len(p.found)
		p.to = one.to
		if !yield(p) {
			return false
		}
		if articles > limit.Texts {
			break
		}
	}
	if ctx.Err() != nil {
		return false
	}
	p.said = nil
	if articles > limit.Texts {
		p.said = append(p.said, &fault.Error{Path: p.source.said(), Reason: fault.TooMany})
	}
	if name := p.source.rel; none && (name == "" || format.IsText(name)) {
		p.said = append(p.said, &fault.Error{Path: p.source.said(), Reason: fault.NoArticles})
	}
	about.add(p.said...)
	p.found, p.last = about.found(), true
	p.seen.sum, p.seen.reached = cmp.Or(p.to.sum, p.seen.sum), nil
	return yield(p)
}

// kept hands on the articles that a loader found. Where none of their bodies
// is held any more the bytes are given back.
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

// source reads a source and takes what is wrong with it.
func (l *loader) source(s *source, claim func(int64)) seen {
	seen, err := l.read(s, claim)
	if err != nil && (s.rel == "" || format.IsText(s.rel) || !silent(err)) {
		l.fail(fault.About(s.said(), err))
	}
	return seen
}

func (l *loader) read(s *source, claim func(int64)) (seen seen, err error) {
	at := place{root: s.root.name, number: s.number, several: s.label != ""}
	if s.piped() {
		return seen, l.pipe(s, at)
	}
	from, info, err := s.open()
	if err != nil || from == nil {
		seen.gone = err == nil || os.IsNotExist(err)
		return seen, err
	}
	defer from.Close()
	seen.stamp, seen.at = catalogue.StampOf(info), time.Now().UnixNano()
	f := s.file()
	if len(s.sides) > 0 {
		seen.sides = s.sideStamps()
		f.Side, f.SideText = sideFile(os.DirFS(filepath.Dir(s.abs())), s.sides)
	}
	if command := l.opt.opener(s.abs()); command != nil {
		return seen, l.opened(f, command, s.abs(), from)
	}
	if l.cut = l.heads && info.Size() > smallFile; l.cut {
		return seen, l.head(s, from)
	}
	if info.Size() > streamed && len(s.sides) == 0 {
		if r, ok := l.recordFile(f, from); ok {
			var begin mark
			if l.resume != nil {
				if p, ok := l.resume(s, seen.stamp); ok {
					seen, l.resumed, begin = p.seen, p, *p.seen.reached
				}
			}
			l.parts = r.portions(s.opener(), begin)
			return seen, nil
		}
	}
	l.bytes = min(info.Size(), limit.File)
	claim(l.bytes)
	if packed := format.Suffix(s.abs()); info.Size() > limit.File || packed == ".zip" || packed == ".epub" {
		var head [4]byte
		if from.ReadAt(head[:], 0); format.IsZip(head[:]) {
			if info.Size() <= limit.File {
				seen.sum, _ = s.sum(info.Size()) // 0 where it is not to be had
			}
			return seen, l.zip(f, s.opener(), at)
		}
		if info.Size() > limit.File {
			return seen, &fault.Error{Reason: fault.TooBig}
		}
	}
	if l.show != nil && info.Size() > format.PreviewSize {
		var c checksum
		if head, all := format.Peek(io.TeeReader(from, &c), format.Sniffed); format.IsGrowing(head, f.Name) {
			err := l.versions(&f, all, info.Size())
			seen.sum = c.sum()
			return seen, err
		}
		if _, err := from.Seek(0, io.SeekStart); err != nil {
			return seen, err
		}
	}
	raw, err := limit.ReadAll(from, info.Size())
	if err != nil {
		return seen, err
	}
	seen.sum = sum(raw)
	return seen, l.content(f, s.opener(), raw, at)
}

// sideStamps returns the versions of the side files, "" where there are none.
func (s *source) sideStamps() string {
	var all []string
	for _, side := range s.sides {
		if info, err := os.Stat(filepath.Join(filepath.Dir(s.abs()), side)); err == nil {
			all = append(all, fmt.Sprint(side, catalogue.StampOf(info)))
		}
	}
	return strings.Join(all, " ")
}

// open opens the file; it returns nil for what is not to be read.
func (s *source) open() (*os.File, fs.FileInfo, error) {
	if s.link { // a named pipe would not open before somebody writes to it
		info, err := os.Stat(s.abs())
		if err != nil || !info.Mode().IsRegular() {
			return nil, nil, err
		}
	}
	f, err := os.Open(s.abs())
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// opener returns what opens the file again.
func (s *source) opener() opener {
	return func() (*handle, error) {
		f, info, err := s.open()
		switch {
		case err != nil:
			return nil, err
		case f == nil:
			return nil, fs.ErrNotExist
		}
		return &handle{f, info.Size(), f.Close}, nil
	}
}
