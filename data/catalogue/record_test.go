package catalogue

import (
	"fmt"
	"testing"

	"juan/model"
)

// stretched is a source that is read in stretches of one article.
type stretched struct {
	w        *world
	path     string
	articles []*model.Article
	read     int64
}

func newStretched(w *world, n int, read int64) *stretched {
	x := &stretched{w: w, path: "/lib/a.jsonl", read: read}
	for i := range n {
		x.articles = append(x.articles, w.article(x.path, i, 300))
	}
	return x
}

// at returns the source as it is known when n articles were read.
func (x *stretched) at(n int) Source {
	src := Source{Path: x.path, Stamp: Stamp{Size: 9}, Read: x.read, Reached: int64(n), Sum: uint64(n), Note: fmt.Append(nil, n)}
	if n == len(x.articles) {
		src.Reached = 0
	}
	return src
}

// record notes the nth stretch.
func (x *stretched) record(s *Store, n int) {
	e := *x.articles[n].Entry
	e.Text = s.Add(x.articles[n].Folded())
	if n == 0 {
		s.Record(x.at(1), []*model.Entry{&e})
	} else {
		s.Extend(x.at(n), x.at(n+1), []*model.Entry{&e})
	}
}

// holds holds that n articles are known, and how far that is.
func (x *stretched) holds(t *testing.T, opt Options, n int) {
	t.Helper()
	s := New(opt)
	defer s.Close()
	got, more := 0, false
	var last Source
	for k, err := range s.Known(t.Context(), "/lib") {
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range k.Entries {
			alike(t, e, x.articles[got].Entry)
			if got++; string(k.Note) != fmt.Sprint(got) {
				t.Errorf("article %d has the note %q", got, k.Note)
			}
		}
		last, more = k.Source, k.More
	}
	want := x.at(n)
	if got != n || more || n > 0 && (last.Reached != want.Reached || last.Sum != want.Sum || last.Read != want.Read) {
		t.Fatalf("%d articles are known, more %v, of %+v; want %d of %+v", got, more, last, n, want)
	}
}

// A source that is read in stretches is known as far as it was read, however many
// of them are written at once and however many processes write them.
func TestStretches(t *testing.T) {
	const n = 12
	for each := 1; each <= n; each++ {
		opt := Options{Dir: t.TempDir(), Limit: 1}
		x := newStretched(newWorld(5, "/lib"), n, 5)
		s := New(opt)
		for i := range n {
			x.record(s, i)
			if (i+1)%each == 0 {
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				x.holds(t, opt, i+1)
				s = New(opt)
				for range s.Known(t.Context(), "/lib") {
				}
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		x.holds(t, opt, n)
	}
}

// Two processes that read a source at once do not mix what they have of it.
func TestStretchesOfTwo(t *testing.T) {
	opt := Options{Dir: t.TempDir(), Limit: 1}
	w := newWorld(6, "/lib")
	a, b := newStretched(w, 5, 1), newStretched(w, 4, 2)
	one, other := New(opt), New(opt)
	flush := func(s *Store) {
		t.Helper()
		if err := s.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	a.record(one, 0)
	a.record(one, 1)
	flush(one)
	a.holds(t, opt, 2)
	b.record(other, 0)
	flush(other)
	b.holds(t, opt, 1)
	a.record(one, 2) // goes on from what is there no more
	flush(one)
	b.holds(t, opt, 1)
	b.record(other, 1)
	a.record(one, 3)
	flush(other)
	flush(one)
	b.holds(t, opt, 2)
	b.record(other, 3) // one is missing before it
	flush(other)
	b.holds(t, opt, 2)
	one.Forget(a.path)
	a.record(one, 4)
	flush(one)
	a.holds(t, opt, 0)
	for _, s := range []*Store{one, other} {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// Text that moves to another segment leaves the stretches as they were.
func TestStretchesMove(t *testing.T) {
	w, s := newWorld(7, "/lib"), New(Options{Dir: t.TempDir(), Limit: 1})
	for range 40 { // text that is nobody's soon
		w.put(s, "/lib/b", 2, 1000)
	}
	x := newStretched(w, 4, 5)
	for i := range 3 {
		x.record(s, i)
	}
	s.Forget("/lib/b")
	delete(w.files, "/lib/b")
	s = w.reopen(t, s)
	before := bytesIn(t, s.opt.Dir)
	if err := s.tidy(); err != nil {
		t.Fatal(err)
	}
	if after := bytesIn(t, s.opt.Dir); after > before/4 {
		t.Errorf("%d bytes of %d are left", after, before)
	}
	s = w.reopen(t, s)
	x.holds(t, s.opt, 3)
	x.record(s, 3)
	s = w.reopen(t, s)
	x.holds(t, s.opt, 4)
}
