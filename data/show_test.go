package data

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"juan/data/internal/sample"
	"juan/model"
)

// shown is what a library has reported of the text of one article.
type shown struct {
	partial int            // articles that are not whole
	last    *model.Article // the one reported last
}

func (s *shown) hear(n model.News) {
	for _, a := range n.Held {
		if a.Partial {
			s.partial++
		}
		s.last = a
	}
}

// A large text that stands alone is shown by its head before the whole, and so is one
// that is opened when only its entry is known.
func TestALargeTextIsShownBeforeAllOfIt(t *testing.T) {
	for name, text := range map[string]string{"a.txt": sample.Novel(1 << 20), "b.md": sample.Manual(1 << 20)} {
		p := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		l := OpenLibrary([]string{p}, nil, Options{})
		var s shown
		var entry *model.Entry
		for n := range l.Follow(t.Context()) {
			s.hear(n)
			for _, e := range n.Put {
				entry = e
			}
		}
		if s.partial == 0 || s.last.Partial || s.last.Entry != entry || entry.Partial {
			t.Errorf("%s: %d times a part of it, the last is partial: %v", name, s.partial, s.last.Partial)
		}
		again, err := l.Fetch(t.Context(), entry)
		if err != nil || again.Entry != entry || len(again.Body) != len(s.last.Body) {
			t.Fatalf("%s: opened again it is another text: %v", name, err)
		}
		s = shown{}
		told, _ := l.news.take()
		for _, n := range told {
			s.hear(n)
			if len(n.Put) > 0 {
				t.Errorf("%s: a part of it takes the place of its entry", name)
			}
		}
		if s.partial == 0 || s.last.Key != entry.Key || s.last.Entry == entry {
			t.Errorf("%s: opened again, %d parts are told", name, s.partial)
		}
	}
}

// Words are counted in a large text that stands alone although its folded text
// is not kept, while it is held and when nobody holds it any more.
func TestALargeTextIsCountedIn(t *testing.T) {
	p := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(p, []byte(sample.Novel(countedHeld+1<<20)), 0o644); err != nil {
		t.Fatal(err)
	}
	l := OpenLibrary([]string{p}, nil, Options{})
	var a *model.Article
	for n := range l.Follow(t.Context()) {
		for _, held := range n.Held {
			a = held
		}
	}
	q := model.NewQuery("河")
	e, want := a.Entry, model.Count(a, q)
	if want == 0 || e.Text.Len != 0 {
		t.Fatalf("%d hits, %d bytes are kept", want, e.Text.Len)
	}
	for range 2 {
		n := -1
		for c := range l.Tally(t.Context(), q, []*model.Entry{e}) {
			n = c.N
		}
		if n != want {
			t.Errorf("%d hits of %d", n, want)
		}
		a = nil
		runtime.GC()
	}
	if l.heeded() != nil {
		t.Error("the library holds it")
	}
}

// A pipe shows what has come so far; that can be opened again.
func TestAPipeIsShownAsItComes(t *testing.T) {
	r, w := io.Pipe()
	l := OpenLibrary([]string{"-"}, r, Options{})
	half := "第一章 起\n\n" + strings.Repeat("风从河上来。\n\n", 40)
	go w.Write([]byte(half))
	var s shown
	var entry *model.Entry
	for n := range l.Follow(t.Context()) {
		for _, e := range n.Put {
			entry = e
		}
		if s.hear(n); len(n.Held) > 0 && s.partial == 1 {
			go func() {
				w.Write([]byte("第二章 合\n\n船到了。\n"))
				w.Close()
			}()
		}
	}
	if s.partial == 0 || s.last.Partial || len(s.last.Outline) != 2 {
		t.Fatalf("%d parts, the last partial: %v, with %d headings", s.partial, s.last.Partial, len(s.last.Outline))
	}
	if again, err := l.Fetch(t.Context(), entry); err != nil || len(again.Body) != len(s.last.Body) {
		t.Errorf("opened again it is another text: %v", err)
	}
}
