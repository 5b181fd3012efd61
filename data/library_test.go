package data

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unsafe"

	"juan/data/internal/dump"
	"juan/model"
)

// followed is what a library reports until it is complete.
type followed struct {
	corpus model.Corpus
	held   map[string]*model.Article
	errs   []string
	news   int
}

func (f *followed) hear(n model.News) {
	f.news++
	f.corpus.Remove(n.Gone...)
	f.corpus.Put(n.Put...)
	for _, a := range n.Held {
		if f.held == nil {
			f.held = map[string]*model.Article{}
		}
		f.held[a.Key] = a
	}
	if n.Err != nil {
		f.errs = append(f.errs, n.Err.Error())
	}
}

// follow follows a library to its end.
func follow(t *testing.T, l model.Library) *followed {
	t.Helper()
	f := &followed{}
	whole := false
	for n := range l.Follow(t.Context()) {
		f.hear(n)
		whole = whole || n.Whole
	}
	if !whole {
		t.Error("the library is never whole")
	}
	return f
}

// told writes all fields of an entry except where its text is kept.
func told(e *model.Entry) string {
	one := *e
	one.Text = model.Stored{}
	return fmt.Sprintf("%+v", one)
}

func entries(c *model.Corpus) []string {
	var all []string
	for _, e := range c.Entries() {
		all = append(all, told(e))
	}
	slices.Sort(all)
	return all
}

// agree holds that a library says what Open does: the same entries and errors,
// the same articles when they are fetched, the same counts.
func agree(t *testing.T, l *Library, f *followed, paths ...string) {
	t.Helper()
	shelf := model.NewShelf(Open(t.Context(), paths, nil, Options{}))
	want := follow(t, shelf)
	got, all := entries(&f.corpus), entries(&want.corpus)
	for i := range max(len(got), len(all)) {
		switch {
		case i >= len(got):
			t.Errorf("missing: %s", all[i])
		case i >= len(all):
			t.Errorf("too many: %s", got[i])
		case got[i] != all[i]:
			t.Errorf("entry\n%s, want\n%s", got[i], all[i])
		default:
			continue
		}
		return
	}
	for _, e := range f.corpus.Entries() {
		a, err := l.Fetch(t.Context(), e)
		if err != nil {
			t.Errorf("%s: %v", e.Key, err)
			continue
		}
		b, _ := shelf.Fetch(t.Context(), want.corpus.Entry(e.Key))
		if a.Entry != e || dump.Body(a.Body) != dump.Body(b.Body) || outlineOf(a) != outlineOf(b) {
			t.Errorf("%s is another article", e.Key)
		}
		if h := f.held[e.Key]; h != nil && h.Entry == e && dump.Body(h.Body) != dump.Body(b.Body) {
			t.Errorf("%s is held as another article", e.Key)
		}
	}
	for _, text := range []string{"文", "一", "报告", "雾", "“", "文 一", "文 -一", `"文"`, "title:报告", "/文./ 一"} {
		q := model.ParseQuery(text)
		if got, want := tallied(t.Context(), l, q, &f.corpus), tallied(t.Context(), shelf, q, &want.corpus); !maps.Equal(got, want) {
			t.Errorf("%s: counts %v, want %v", text, got, want)
		}
	}
}

func tallied(ctx context.Context, l model.Library, q model.Query, c *model.Corpus) map[string]string {
	counts := map[string]string{}
	for one := range l.Tally(ctx, q, c.Entries()) {
		counts[one.Entry.Key] = fmt.Sprint(one.N, one.Best, one.Apart)
	}
	return counts
}

// shelfOf writes a folder with sources of every kind.
func shelfOf(t *testing.T) string {
	dir := t.TempDir()
	for name, raw := range valid() {
		write(t, dir, name, string(raw))
		write(t, dir, "卷/"+name, string(raw))
	}
	write(t, dir, "README.md", "# 说明\n\n文。")
	write(t, dir, "README.txt", "另一个文。")
	write(t, dir, "空.txt", "")
	return dir
}

func TestALibraryIsAShelf(t *testing.T) {
	dir := shelfOf(t)
	for _, name := range slices.Concat([]string{"."}, slices.Sorted(maps.Keys(valid()))) {
		p := strings.TrimSuffix(dir+"/"+name, "/.")
		l := OpenLibrary([]string{p}, nil, Options{})
		agree(t, l, follow(t, l), p)
	}
}

// Entries of a folder share the string that names it.
func TestGroupsAreShared(t *testing.T) {
	dir := t.TempDir()
	for i := range 300 {
		write(t, dir, fmt.Sprintf("甲/%d.txt", i), "一段文字。\n")
	}
	l := OpenLibrary([]string{dir}, nil, Options{})
	var first *byte
	for n := range l.Follow(t.Context()) {
		for _, e := range n.Put {
			if first == nil {
				first = unsafe.StringData(e.Group)
			}
			if e.Group != "甲" || unsafe.StringData(e.Group) != first {
				t.Fatalf("%s has the group %q, a string of its own", e.Key, e.Group)
			}
		}
	}
	if first == nil {
		t.Error("nothing was found")
	}
}
