package catalogue

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"juan/model"
	"juan/model/fold"
)

// However a text is cut into windows, what is counted in them is what is
// counted in all of it.
func FuzzWindows(f *testing.F) {
	f.Add("二、“十四五”时期，“十四五”，四五四五", "“十四五”", uint64(1))
	f.Add("aaaaaaaa、aaaa", "aa", uint64(2))
	f.Add("他说：“‘好’。”、、、", "、、", uint64(3))
	f.Fuzz(func(t *testing.T, s, query string, seed uint64) {
		text, needle := fold.New(s), fold.NewNeedle(query)
		if needle.Empty() || len(s) > 2000 {
			return
		}
		rnd := rand.New(rand.NewPCG(seed, 1))
		c := count{needle: needle}
		c.begin(text.AppendMarks(nil))
		whole := text.String()
		for end := 0; end < len(whole); {
			from := int(c.at)
			if from > 0 {
				from -= rnd.IntN(min(from, 3) + 1)
			}
			end = min(max(from, end)+1+rnd.IntN(5), len(whole))
			c.window(whole[from:end], int64(from))
		}
		if want := needle.Count(whole, text.Marks()); c.n != want || c.bad {
			t.Errorf("%q in %q: %d in windows, %d in all", query, s, c.n, want)
		}
	})
}

// An article larger than what is read at once is counted as one.
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
	c := count{needle: fold.NewNeedle("甲")}
	c.begin(nil)
	if _, ok := c.summed(&budget{Context: t.Context(), left: 3}, []byte(strings.Repeat("甲", 1<<20))); ok || c.at > 3*step {
		t.Errorf("it went on to byte %d", c.at)
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
