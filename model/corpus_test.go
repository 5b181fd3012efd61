package model

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// entryOf returns an entry of one of a few groups and days.
func entryOf(rnd *rand.Rand, key string) *Entry {
	e := Entry{Key: key, ID: key, Title: []string{"产业", "山水"}[rnd.IntN(2)] + key, Group: []string{"", "甲", "乙"}[rnd.IntN(3)]}
	if rnd.IntN(2) == 0 {
		e.Date = time.Date(2020+rnd.IntN(3), 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return e.Sealed()
}

// A plain corpus keeps its entries in a slice and sorts them when asked: the oracle of
// Corpus, which merges.
type plain []*Entry

func (p plain) put(e *Entry) plain {
	if i := slices.IndexFunc(p, func(o *Entry) bool { return o.Key == e.Key }); i >= 0 {
		p[i] = e
		return p
	}
	return append(p, e)
}

func (p plain) sorted() []*Entry {
	all := slices.Clone(p)
	slices.SortStableFunc(all, Listed)
	return all
}

// However entries come, change and leave, the list has those that are there in
// its order, and counts those that its filter lets through.
func TestCorpusIsInOrder(t *testing.T) {
	for seed := range uint64(60) {
		rnd := rand.New(rand.NewPCG(seed, 3))
		var c Corpus
		var want plain
		counts := NewCounts(NewQuery("产业"))
		hits := map[*Entry]int{}
		for step := range 60 {
			if rnd.IntN(3) > 0 {
				var in []*Entry
				for range 1 + rnd.IntN(9) {
					e := entryOf(rnd, fmt.Sprint(rnd.IntN(300)))
					in = append(in, e)
					want = want.put(e)
				}
				c.Put(in...)
			} else {
				var keys []string
				for range rnd.IntN(40) {
					key := fmt.Sprint(rnd.IntN(300))
					keys = append(keys, key)
					want = slices.DeleteFunc(want, func(e *Entry) bool { return e.Key == key })
				}
				slots := len(c.entries)
				c.Remove(keys...)
				if len(c.entries) < slots { // holes were closed: all is counted anew
					counts, hits = NewCounts(counts.Query()), map[*Entry]int{}
				}
			}
			if got := c.Entries(); !slices.Equal(got, want.sorted()) {
				t.Fatalf("seed %d, step %d: %d entries, not the %d in order", seed, step, len(got), len(want))
			}
			var tallies []Tally
			for _, e := range c.Entries() {
				if rnd.IntN(2) == 0 {
					hits[e] = rnd.IntN(3)
					tallies = append(tallies, tallyOf(counts.Query(), e, hits[e]))
				}
			}
			counts.Take(&c, tallies...)
			checkCounts(t, &c, &counts, hits)
		}
	}
}

// Each order is kept while entries come, change and leave, those that do while it
// is made included.
func TestEveryOrderIsKept(t *testing.T) {
	for seed := range uint64(60) {
		rnd := rand.New(rand.NewPCG(seed, 9))
		var c Corpus
		var want plain
		by, job, next := Sorting{}, (func() Sorted)(nil), Sorting{}
		for step := range 60 {
			switch rnd.IntN(5) {
			case 0:
				key := fmt.Sprint(rnd.IntN(200))
				c.Remove(key)
				want = slices.DeleteFunc(want, func(e *Entry) bool { return e.Key == key })
			case 1:
				next = Sorting{Order(rnd.IntN(5)), map[string]bool{fmt.Sprint(rnd.IntN(200)): true}}
				job = c.Sort(next)
			case 2:
				if job != nil {
					c.Adopt(job())
					by, job = next, nil
				}
			case 3:
				c.PutFirst([]string{"", "7", "8"}[rnd.IntN(3)])
			default:
				e := entryOf(rnd, fmt.Sprint(rnd.IntN(200)))
				e.Chars = rnd.IntN(4)
				c.Put(e)
				want = want.put(e)
			}
			all := slices.Clone(want)
			slices.SortStableFunc(all, by.compare)
			if i := slices.IndexFunc(all, func(e *Entry) bool { return e.Key == c.First() }); i >= 0 {
				e := all[i]
				all = slices.Insert(slices.Delete(all, i, i+1), 0, e)
			}
			if !slices.Equal(c.Entries(), all) {
				t.Fatalf("seed %d, step %d, order %d: the list is not in order", seed, step, by.Order)
			}
		}
	}
}

// BenchmarkSort sorts n entries by title, and takes the order over: only the second
// keeps a frame waiting.
func BenchmarkSort(b *testing.B) {
	for _, n := range []int{25000, 100000} {
		var c Corpus
		rnd := rand.New(rand.NewPCG(1, 1))
		for i := range n {
			e := entryOf(rnd, fmt.Sprint(i))
			e.Title = fmt.Sprintf("科技周刊（第 %d 期）：%d", rnd.IntN(n), i)
			c.Put(e)
		}
		b.Run(fmt.Sprintf("sort/%d", n), func(b *testing.B) {
			for b.Loop() {
				c.Sort(Sorting{Order: ByTitle})()
			}
		})
		b.Run(fmt.Sprintf("adopt/%d", n), func(b *testing.B) {
			sorted := c.Sort(Sorting{Order: ByTitle})()
			for b.Loop() {
				sorted.slots = slices.Clone(sorted.slots)
				c.Adopt(sorted)
			}
		})
	}
}

// tallyOf is the tally of an entry whose text has n literal hits.
func tallyOf(q Query, e *Entry, n int) Tally {
	_, best := q.ofEntry(e)
	if n > 0 {
		best = best.better(rankOf(false, InBody, Literal))
	}
	return Tally{Entry: e, N: n, Best: best}
}

func checkCounts(t *testing.T, c *Corpus, counts *Counts, hits map[*Entry]int) {
	t.Helper()
	list, at, total, texts := counts.Listed(c), 0, 0, 0
	unknown := counts.Unknown(c)
	want := c.Entries()
	best := func(e *Entry) Rank { return tallyOf(counts.Query(), e, hits[e]).Best }
	slices.SortStableFunc(want, func(a, b *Entry) int { return cmp.Compare(best(a), best(b)) })
	for _, e := range want {
		_, known := hits[e]
		if known == slices.Contains(unknown, e) {
			t.Fatalf("%s is known %v and unknown too", e.Key, known)
		}
		if known && best(e) > 0 {
			if at >= list.Len() || list.At(at) != e {
				t.Fatalf("%s is not listed at %d", e.Key, at)
			}
			if i, ok := list.Find(e); !ok || i != at {
				t.Fatalf("%s is found at %d, stands at %d", e.Key, i, at)
			}
			for nth := AllHits; nth < hits[e]; nth++ {
				row := total + at + 1 + nth
				if got, n := counts.Row(c, row); got != e || n != nth || counts.RowOf(c, e, nth) != row {
					t.Fatalf("row %d is %s %d, not %s %d", row, got.Key, n, e.Key, nth)
				}
			}
			if j, ok := counts.TextOf(c, e); ok != (hits[e] > 0) || ok && (j != texts || counts.Text(c, j) != e) {
				t.Fatalf("%s is text %d %v, not %d", e.Key, j, ok, texts)
			}
			if hits[e] > 0 {
				texts++
			}
			total += hits[e]
			at++
		}
	}
	if list.Len() != at || counts.Total(c) != total || counts.Rows(c) != total+at || counts.Texts(c) != texts {
		t.Fatalf("%d listed of %d, %d hits of %d", list.Len(), at, counts.Total(c), total)
	}
	if share := counts.Share(c); (share == 100) != (len(unknown) == 0) {
		t.Fatalf("%d%% known, %d are not", share, len(unknown))
	}
}

// A large text is found in pieces as it is in blocks.
func TestPiecesFindWhatBlocksHave(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 4))
	var body []Block
	for range 4000 {
		text := ""
		for range rnd.IntN(40) {
			text += []string{"产业", "“产", "业", "，", " ", "山河"}[rnd.IntN(6)]
		}
		body = append(body, Paragraph{Prose: Plain(text)})
	}
	r := new(Reading)
	r.Take(NewArticle(Entry{ID: "big"}, body))
	r.Open("big")
	for _, query := range []string{"产业", "产业，", "，", "业山河"} {
		r.Find(NewQuery(query))
		var want []Hit
		for i := range body {
			want = append(want, r.Query().InBlock(r.Article(), i)...)
		}
		r.Scroll(Pos{Block: rnd.IntN(4000)})
		for len(r.Hits()) < len(want) || r.SearchedShare() < 100 {
			a, q, pieces := r.Unsearched()
			n := min(len(pieces), 1+rnd.IntN(3))
			var found []Searched
			for _, i := range pieces[:n] {
				found = append(found, q.Search(a, i))
			}
			r.Found(a, q, found...)
			block := rnd.IntN(len(body))
			here := slices.DeleteFunc(slices.Clone(want), func(h Hit) bool { return int(h.Block) != block })
			if got := r.HitsOn(block); !slices.Equal(got, here) {
				t.Fatalf("%q: block %d has %d hits, %d are shown", query, block, len(here), len(got))
			}
		}
		if !slices.Equal(r.Hits(), want) {
			t.Errorf("%q: %d hits of %d", query, len(r.Hits()), len(want))
		}
	}
}

// Between two places all is searched only if each piece between them is.
func TestSearchedBetween(t *testing.T) {
	var body []Block
	for range 40 {
		body = append(body, Paragraph{Prose: Plain(string(make([]byte, pieceSize)))})
	}
	r := new(Reading)
	r.Take(NewArticle(Entry{ID: "big"}, body))
	r.Open("big")
	r.Find(NewQuery("x"))
	for _, i := range []int{5, 6, 7, 38, 39, 0, 1} {
		r.Found(r.Article(), r.Query(), Searched{Piece: i})
	}
	for _, tc := range []struct {
		from, to, way int
		want          bool
	}{{5, 7, 1, true}, {5, 8, 1, false}, {38, 1, 1, true}, {38, 2, 1, false}, {7, 5, -1, true}, {1, 38, -1, true}, {6, 4, -1, false}} {
		if got := r.SearchedBetween(Pos{Block: tc.from}, Pos{Block: tc.to}, tc.way); got != tc.want {
			t.Errorf("from %d to %d, way %d: %v", tc.from, tc.to, tc.way, got)
		}
	}
}

// The shelf announces its articles and counts only in those that it still has in the
// same version.
func TestShelfCountsWhatItHolds(t *testing.T) {
	old, now := report("a"), report("a")
	s := NewShelf(func(yield func(*Article, error) bool) { _ = yield(old, nil) && yield(now, nil) })
	told := 0
	for n := range s.Follow(context.Background()) {
		told += len(n.Put)
	}
	for a := range s.Tally(context.Background(), NewQuery("产业"), []*Entry{old.Entry, now.Entry}) {
		if a.Entry != now.Entry || a.N != 3 {
			t.Errorf("%d in %v", a.N, a.Entry)
		}
	}
	if told != 2 {
		t.Errorf("told of %d", told)
	}
}

func benchmarkPut(b *testing.B, n int) {
	rnd := rand.New(rand.NewPCG(1, 5))
	entries := make([]*Entry, n)
	for i := range entries {
		entries[i] = entryOf(rnd, fmt.Sprintf("/books/%d.txt", i))
	}
	for b.Loop() {
		var c Corpus
		for i := 0; i < n; i += 64 {
			c.Put(entries[i:min(i+64, n)]...)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/entry")
}

// What an entry costs that comes in batches of 64, with n and 4n of them.
func BenchmarkPut10000(b *testing.B) { benchmarkPut(b, 10000) }
func BenchmarkPut40000(b *testing.B) { benchmarkPut(b, 40000) }

func benchmarkListed(b *testing.B, n int) {
	rnd := rand.New(rand.NewPCG(1, 6))
	var c Corpus
	tallies := make([]Tally, n)
	for i := range n {
		e := entryOf(rnd, fmt.Sprintf("/books/%d.txt", i))
		c.Put(e)
		tallies[i] = Tally{Entry: e, N: i % 3}
	}
	for b.Loop() {
		counts := NewCounts(NewQuery("产业"))
		for i := 0; i < n; i += n / 20 { // as many batches as frames in a third of a second
			counts.Take(&c, tallies[i:min(i+n/20, n)]...)
			counts.Listed(&c)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/entry")
}

// What an entry costs in a filter's key, with n and 4n of them.
func BenchmarkListed10000(b *testing.B) { benchmarkListed(b, 10000) }
func BenchmarkListed40000(b *testing.B) { benchmarkListed(b, 40000) }
