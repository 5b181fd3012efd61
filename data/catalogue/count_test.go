package catalogue

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"juan/model"
	"juan/model/fold"
)

// However a text is cut into windows, they give the same counts as the whole article.
func FuzzWindows(f *testing.F) {
	f.Add("二、“十四五”时期\n“十四五”，四五四五", "“十四五”", uint64(1))
	f.Add("aaaaaaaa、\naaaa\n\naa", "aa", uint64(2))
	f.Add("他说：“‘好’。”、、、\n好", "、、 好", uint64(3))
	f.Add("產業\n产业 外贸，外 贸\n2020年二〇二〇年", `产业 -"外贸" 2020`, uint64(4))
	f.Add("Linux 内核\nlinux", `"Linux" 内`, uint64(5))
	f.Add("许昌市。长葛市\n产业“外贸”，长葛市\n许昌市长葛", "xuchang", uint64(6))
	f.Add("许昌市。长葛市\n产业“外贸”，长葛市\n许昌市长葛", "changge 产业", uint64(7))
	f.Fuzz(func(t *testing.T, s, query string, seed uint64) {
		q := model.ParseQuery(query)
		if q.HasPattern() || len(s) > 2000 {
			return
		}
		rnd := rand.New(rand.NewPCG(seed, 1))
		var body []model.Block
		for line := range strings.Lines(s) {
			p := model.Paragraph{Prose: model.Plain(line)}
			switch lead := rnd.IntN(len(line)); {
			case rnd.IntN(3) == 0:
				body = append(body, model.Heading{Prose: model.Plain(line), Level: 1})
				continue
			case rnd.IntN(3) == 0 && utf8.RuneStart(line[lead]):
				p.Lead = model.Lead{End: lead, Level: 1, Kind: model.RunIn}
			}
			body = append(body, p)
		}
		a := model.NewArticle(model.Entry{ID: "a", Title: "产业", Tags: []string{"城", "Linux"}}, body)
		text, marks := a.Folded()
		c := newCount(q)
		if c.marks.begin(marks); c.Begin(a.Entry) {
			for from := 0; from < len(text); {
				rest := text[from:]
				n := window([]byte(rest), rnd.IntN(len(rest)+1))
				c.part(t.Context(), []byte(rest[:n]), int64(from), n == len(text), func([]byte) {})
				from += n
			}
		}
		want, _ := q.Tally(a, func() bool { return false })
		if got := c.Tally(); !reflect.DeepEqual(got, want) || c.marks.bad {
			t.Errorf("%q in %q: %+v in windows, %+v in all", query, s, got, want)
		}
	})
}

// An article larger than one read is counted as one.
func TestLargeArticles(t *testing.T) {
	w, s := newWorld(5, t.TempDir()), New(Options{Dir: t.TempDir(), Limit: 1})
	w.put(s, filepath.Join(w.root, "large"), 1, 2<<20)
	w.put(s, filepath.Join(w.root, "others"), 10, 100<<10)
	if err := s.Flush(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		w.check(t, s, nil)
	}
	s.Close()
}

// Counting asks its context once in so many bytes, and ends with it.
func TestCountingEndsWithItsContext(t *testing.T) {
	c := newCount(model.NewQuery("甲"))
	c.Begin(new(model.Entry).Sealed())
	if _, ok := c.summed(&budget{Context: t.Context(), left: 3}, []byte(strings.Repeat(strings.Repeat("甲", 1<<10)+fold.Break, 1<<10))); ok || c.Tally().N > step {
		t.Errorf("it counted %d", c.Tally().N)
	}

	w, s := newWorld(5, t.TempDir()), New(Options{Dir: t.TempDir(), Limit: 1})
	before := runtime.NumGoroutine()
	for range 40 {
		w.put(s, w.path(), 20, 5000)
	}
	var among []*model.Entry
	for _, a := range w.articles() {
		among = append(among, a.Entry)
	}
	for i := range 50 {
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		for range s.Tally(ctx, model.NewQuery("的"), among, w.again) {
			if n++; n > i {
				if i%2 == 0 {
					break
				}
				cancel()
			}
		}
		if i%2 == 1 && n > i+1 {
			t.Errorf("cancelled after %d, it went on to %d", i+1, n)
		}
		cancel()
	}
	for range s.Known(t.Context(), w.root) {
		break
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for range 100 { // those of the database end on their own soon after
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, before %d", runtime.NumGoroutine(), before)
}

// budget is a context that ends after it was asked so many times.
type budget struct {
	context.Context
	left int
}

func (b *budget) Err() error {
	if b.left--; b.left < 0 {
		return context.Canceled
	}
	return nil
}
