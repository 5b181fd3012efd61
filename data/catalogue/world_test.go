package catalogue

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"juan/model"
)

// A world is what lies on a disk that a catalogue is kept of: articles by the
// path of their file.
type world struct {
	*rand.Rand
	root  string
	files map[string][]*model.Article
	times map[string]int64 // how often each file was written
}

func newWorld(seed uint64, root string) *world {
	return &world{rand.New(rand.NewPCG(seed, 1)), root, make(map[string][]*model.Article), make(map[string]int64)}
}

// words are what texts and queries are made of.
func words() []string {
	return strings.Fields("许昌 产业 创新 的 发展 Linux 城 “十四五” 、 。 工业（含建筑业） 2024年 kernel ， 了 發展 二〇二四年 十二 12 1,219 ①")
}

// text makes a text of about n bytes.
func (w *world) text(n int) string {
	all := words()
	var b strings.Builder
	for b.Len() < n {
		b.WriteString(all[w.IntN(len(all))])
		if w.IntN(30) == 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// article makes one of a file.
func (w *world) article(path string, nth, size int) *model.Article {
	e := model.Entry{
		Key: fmt.Sprintf("%s#%d", path, nth), ID: fmt.Sprintf("%s.%d", filepath.Base(path), nth), Path: path,
		Title: w.text(12), Group: "组", Date: time.Date(2020, 1, 1+w.IntN(300), 8, 0, 0, 0, time.FixedZone("", 8*3600)),
		At: int64(nth * 100), Size: 100,
	}
	if w.IntN(3) == 0 {
		e.Tags, e.Source, e.Delivered = []string{"城市", w.text(5)}, "来处", e.Date.UTC()
	}
	var body []model.Block
	for line := range strings.SplitSeq(w.text(size), "\n") {
		if w.IntN(4) == 0 {
			body = append(body, model.Heading{Prose: model.Plain(line), Level: 2})
		} else {
			body = append(body, model.Code{Source: line})
		}
	}
	return model.NewArticle(e, body)
}

// put writes a file: articles that are added to a store and recorded.
func (w *world) put(s *Store, path string, articles, size int) {
	var all []*model.Article
	var entries []*model.Entry
	for i := range articles {
		a := w.article(path, i, size/2+w.IntN(size+1))
		e := *a.Entry
		e.Text = s.Add(a.Folded())
		a = a.As(&e)
		all, entries = append(all, a), append(entries, &e)
	}
	w.files[path] = all
	w.times[path]++
	w.record(s, path, entries)
}

// record records a file, at once or in two stretches.
func (w *world) record(s *Store, path string, entries []*model.Entry) {
	whole := w.source(path)
	if len(entries) < 2 || w.IntN(2) == 0 {
		s.Record(whole, entries)
		return
	}
	begun := whole
	begun.Reached, begun.Sum = 7, 8
	s.Record(begun, entries[:1])
	s.Extend(begun, whole, entries[1:])
}

// touch records a file again whose articles are as they were.
func (w *world) touch(s *Store, path string) {
	var entries []*model.Entry
	for _, a := range w.files[path] {
		entries = append(entries, a.Entry)
	}
	if len(entries) > 0 {
		s.Record(w.source(path), entries)
	}
}

func (w *world) source(path string) Source {
	return Source{Path: path, Stamp: Stamp{1, w.times[path] + 1, 3, uint64(len(path))}, Read: 5, Sum: 6, Note: []byte("注")}
}

// path names one of few files.
func (w *world) path() string {
	return filepath.Join(w.root, fmt.Sprint(w.IntN(3)), fmt.Sprintf("f%d.txt", w.IntN(8)))
}

// articles returns all there are.
func (w *world) articles() []*model.Article {
	var all []*model.Article
	for _, path := range slices.Sorted(maps.Keys(w.files)) {
		all = append(all, w.files[path]...)
	}
	return all
}

// again reads the article of an entry anew, as a library does.
func (w *world) again(e *model.Entry) *model.Article {
	for _, a := range w.files[e.Path] {
		if a.Key == e.Key {
			return a
		}
	}
	return nil
}

// adopt takes the entries that a store knows in the place of the world's, and
// returns how many sources it knows. What it does not know is put in again.
func (w *world) adopt(t testing.TB, s *Store) (known int) {
	t.Helper()
	entries := make(map[string][]*model.Entry)
	last := ""
	for k, err := range s.Known(t.Context(), w.root) {
		if err != nil {
			t.Fatal(err)
		}
		if k.Path < last {
			t.Fatalf("%s comes behind %s", k.Path, last)
		}
		last = k.Path
		if k.Stamp == (Stamp{}) || k.Reached > 0 && !k.More { // damaged, or the end is missing
			delete(entries, k.Path)
			continue
		}
		if want := w.source(k.Path); k.Stamp != want.Stamp || k.Sum != want.Sum && k.Reached == 0 || k.Read != want.Read {
			t.Fatalf("known of %s: %+v", k.Path, k.Source)
		}
		entries[k.Path] = append(entries[k.Path], k.Entries...)
	}
	for path := range entries {
		if _, ok := w.files[path]; !ok {
			t.Fatalf("%s is known and is no more", path)
		}
	}
	for path, articles := range w.files {
		es := entries[path]
		if es == nil {
			w.add(s, path)
			continue
		}
		known++
		if len(es) != len(articles) {
			t.Fatalf("%s has %d articles, known are %d", path, len(articles), len(es))
		}
		for i, e := range es {
			alike(t, e, articles[i].Entry)
			articles[i] = articles[i].As(e)
		}
	}
	return known
}

// add puts the articles of a file into a store as they are.
func (w *world) add(s *Store, path string) {
	var entries []*model.Entry
	for i, a := range w.files[path] {
		e := *a.Entry
		e.Text = s.Add(a.Folded())
		w.files[path][i] = a.As(&e)
		entries = append(entries, &e)
	}
	s.Record(w.source(path), entries)
}

// alike compares all but where the text lies.
func alike(t testing.TB, got, want *model.Entry) {
	t.Helper()
	if fmt.Sprintf("%+v", plain(got)) != fmt.Sprintf("%+v", plain(want)) {
		t.Fatalf("known is %+v\nnot %+v", plain(got), plain(want))
	}
}

func plain(e *model.Entry) model.Entry {
	p := *e
	p.Text = model.Stored{}
	if p.Tags == nil {
		p.Tags = []string{}
	}
	return p
}

// check holds what a store counts against the scan of the articles themselves.
func (w *world) check(t testing.TB, s *Store, again Again) {
	t.Helper()
	articles := w.articles()
	shelf := model.NewShelf(func(yield func(*model.Article, error) bool) {
		for _, a := range articles {
			if !yield(a, nil) {
				return
			}
		}
	})
	for range shelf.Follow(t.Context()) {
	}
	var among []*model.Entry
	for _, a := range articles {
		among = append(among, a.Entry)
	}
	w.Shuffle(len(among), func(i, j int) { among[i], among[j] = among[j], among[i] })
	for range 3 {
		text := w.query(again != nil)
		q := model.ParseQuery(text)
		want := counts(shelf.Tally(t.Context(), q, among))
		got := counts(s.Tally(context.Background(), q, among, again))
		same := func(a, b model.Tally) bool {
			return a.Entry == b.Entry && a.Nth == b.Nth && a.N == b.N && a.Best == b.Best && slices.Equal(a.Apart, b.Apart)
		}
		if !maps.EqualFunc(got, want, same) {
			for e, tally := range want {
				if !same(got[e], tally) {
					t.Errorf("%q in %s (%+v): got %+v, want %+v", text, e.Key, e.Text, got[e], tally)
				}
			}
			t.Fatalf("%q: %d entries were counted, want %d", text, len(got), len(want))
		}
	}
}

// query makes a query of one kind or several; patterns only where articles can be
// read.
func (w *world) query(patterns bool) string {
	word := func() string {
		all := words()
		text := all[w.IntN(len(all))]
		if w.IntN(2) == 0 {
			text += all[w.IntN(len(all))]
		}
		return text
	}
	out := []string{word()}
	if w.IntN(3) == 0 {
		out = nil
	}
	for len(out) == 0 || w.IntN(2) == 0 {
		switch k := w.IntN(12); {
		case k < 5:
			out = append(out, word())
		case k < 7:
			out = append(out, "-"+word())
		case k < 8:
			out = append(out, `"`+word()+`"`)
		case k < 9:
			out = append(out, []string{"title:", "tag:", "path:f", "-title:"}[w.IntN(4)]+word())
		case k < 10:
			out = append(out, []string{"date:2020-0", "date:2020-03..2020-06", "-date:2020-1"}[w.IntN(3)])
		case patterns:
			out = append(out, []string{"/产业.的/", "/(发展|创新)+。/", "-/城.发/", "/[a-z]+l产/", "/2024年?./"}[w.IntN(5)])
		}
	}
	return strings.Join(out, " ")
}

func counts(tallies func(func(model.Tally) bool)) map[*model.Entry]model.Tally {
	all := make(map[*model.Entry]model.Tally)
	for t := range tallies {
		if _, ok := all[t.Entry]; ok {
			panic("an entry was counted twice")
		}
		all[t.Entry] = t
	}
	return all
}
