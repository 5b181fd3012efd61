package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"juan/model"
	"juan/model/query"
)

// listIsTrue fails unless the list shows what a fresh search finds, or says
// that not all was searched.
func (s *stepper) listIsTrue(t *testing.T, when string) {
	t.Helper()
	r := &s.a.reading
	q := r.Filtered()
	if q.Empty() || !r.Counts().Begun() {
		return
	}
	shown := map[*model.Entry]bool{}
	list := r.Listed()
	for i := range list.Len() {
		shown[list.At(i)] = true
	}
	missing := 0
	for i := range list.Len() - 1 {
		if b := r.Counts(); b.Best(&r.Corpus, list.At(i)) > b.Best(&r.Corpus, list.At(i+1)) {
			t.Fatalf("%s: row %d is better than the one before", when, i+1)
		}
	}
	for _, e := range r.Corpus.Entries() {
		a := s.desk.find(e.Key)
		tally := tallyOf(a, q)
		n := tally.N
		switch lets := tally.Best > 0; {
		case a.Entry != e:
			t.Fatalf("%s: an old version of %s is listed", when, e.Key)
		case shown[e] && !lets:
			t.Fatalf("%s: %s is listed and has no %q", when, e.Key, q)
		case shown[e] && r.Counts().Hits(&r.Corpus, e) != n:
			t.Fatalf("%s: %s shows %d hits of %d", when, e.Key, r.Counts().Hits(&r.Corpus, e), n)
		case shown[e] && r.Counts().Best(&r.Corpus, e) != tally.Best:
			t.Fatalf("%s: %s ranks %d, not %d", when, e.Key, r.Counts().Best(&r.Corpus, e), tally.Best)
		case lets && !shown[e]:
			missing++
		}
	}
	if share := r.Counts().Share(&r.Corpus); missing > 0 && share == 100 {
		t.Fatalf("%s: %d articles are missing and all is said to be searched", when, missing)
	}
	covered := s.a.hitsPopup() != nil // the list is not seen behind it
	if share := r.Counts().Share(&r.Corpus); share < 100 && !covered && !strings.Contains(text(s.a), fmt.Sprintf("已查%d%%", share)) {
		t.Fatalf("%s: %d%% are searched and nothing says so\n%s", when, share, text(s.a))
	}
}

// bestIsOpen fails unless the best that a filter lets through is open, and on
// top of the list, where one types it and has not moved.
func (s *stepper) bestIsOpen(t *testing.T, when string) {
	t.Helper()
	r := &s.a.reading
	_, typing := s.a.front().(*asking)
	if !typing || !s.a.settling.on || !r.Counts().Begun() {
		return
	}
	key := s.a.settling.home
	if r.Listed().Len() > 0 {
		key = r.Listed().At(0).Key
	}
	if r.At().Key != key && r.Corpus.Entry(key) != nil {
		t.Fatalf("%s: %s is open and %s is the best", when, r.At().Key, key)
	}
}

// hitsAreTrue fails unless the search everywhere counts what a fresh one does,
// or says that not all was searched, and shows the words that were found.
func (s *stepper) hitsAreTrue(t *testing.T, when string) {
	t.Helper()
	r, q := &s.a.reading, s.a.sought.Query()
	if q.Empty() {
		return
	}
	want := 0
	for _, e := range r.Corpus.Entries() {
		want += model.Count(s.desk.find(e.Key), q)
	}
	got := s.a.sought.Total(&r.Corpus)
	if share := s.a.sought.Share(&r.Corpus); got > want || got != want && share == 100 {
		t.Fatalf("%s: %d hits of %d, %d%% searched", when, got, want, share)
	}
	if share := s.a.sought.Share(&r.Corpus); share < 100 && s.a.hitsPopup() != nil && !strings.Contains(text(s.a), fmt.Sprintf("已查%d%%", share)) {
		t.Fatalf("%s: %d%% are searched everywhere and nothing says so\n%s", when, share, text(s.a))
	}
	if s.a.sought.Share(&r.Corpus) == 100 {
		s.rowsAreTrue(t, when, q)
	}
	for _, k := range s.a.sights.known {
		if k.err == nil && (len(k.item.lit) != 1 || k.item.lit[0].From >= k.item.lit[0].To) {
			t.Fatalf("%s: a hit without words", when)
		}
	}
}

// rowsAreTrue fails unless the rows found everywhere are each article that is let
// through, the best first and else in the order of the list, and under it its hits.
func (s *stepper) rowsAreTrue(t *testing.T, when string, q model.Query) {
	t.Helper()
	c, i := &s.a.reading.Corpus, 0
	all := c.Entries()
	best := func(e *model.Entry) model.Rank { return tallyOf(s.desk.find(e.Key), q).Best }
	all = slices.DeleteFunc(all, func(e *model.Entry) bool { return best(e) == 0 })
	slices.SortStableFunc(all, func(a, b *model.Entry) int { return cmp.Compare(best(a), best(b)) })
	for _, e := range all {
		n := model.Count(s.desk.find(e.Key), q)
		for nth := model.AllHits; nth < n; nth++ {
			if got, at := s.a.sought.Row(c, i); got != e || at != nth {
				t.Fatalf("%s: row %d is hit %d of %s, want %d of %s", when, i, at, got.Key, nth, e.Key)
			}
			i++
		}
	}
	if n := s.a.sought.Rows(c); n != i {
		t.Fatalf("%s: %d rows found everywhere, want %d", when, n, i)
	}
}

// textIsTrue fails unless the hits in the open article are those of a fresh search, or
// the screen says that not all was searched; hits on screen are lit in any case.
func (s *stepper) textIsTrue(t *testing.T, when string) {
	t.Helper()
	r, q := &s.a.reading, s.a.reading.Query()
	a := r.Article()
	if a == nil || q.Empty() {
		return
	}
	var want []model.Hit
	for i := range a.Pieces() {
		want = append(want, q.Search(a, i).Hits...)
	}
	if barred(a, q) && r.SearchedShare() == 100 {
		want = nil
	}
	if lets := tallyOf(a, q).Best > 0; r.SearchedShare() == 100 && !lets && len(r.Hits()) > 0 && len(r.Lacking()) == 0 {
		t.Fatalf("%s: nothing is said to be lacking in %s, which %q does not let through", when, a.Key, q)
	}
	if share := r.SearchedShare(); share == 100 && !slices.Equal(r.Hits(), want) {
		t.Fatalf("%s: %d hits of %d in %s", when, len(r.Hits()), len(want), a.Key)
	}
	for _, l := range s.a.text.lay(r, s.a.canvas(onText)).Lines(r.At().Pos, s.a.h) {
		var here []model.Hit
		for _, h := range want {
			if int(h.Block) == l.Block {
				here = append(here, h)
			}
		}
		if got := r.HitsOn(l.Block); !slices.Equal(got, here) {
			t.Fatalf("%s: block %d has %d hits lit of %d", when, l.Block, len(got), len(here))
		}
	}
}

// barred reports whether an article has what a query leaves out, or is not what a
// field of it asks for.
func barred(a *model.Article, q model.Query) bool {
	return slices.ContainsFunc(q.Parts(), func(p query.Part) bool {
		alone := model.ParseQuery(q.String()[p.From:p.To])
		return (p.Not || p.Kind > query.Pattern) && tallyOf(a, alone).Best == 0
	})
}

// query returns a query of any kind, its blanks as _.
func (s *stepper) query() string {
	all := []string{"产业_山水", "山水_农业", "农业_产业_山高水长", "产业_-农业", "-产业", "-山河_山水", "\"产业\"", "“产业”_山水", "\"产、业\"", "\"產業\"", "chanye", "cyz",
		"shanhe", "12", "一二", "12_产业", "十二", "/产.业/", "/山.$/_农业", "title:产业", "title:山河_产业", "tag:无", "date:2020", "path:x", "馋业志", "title:馋业", "-title:山河_产业", "产业_无", "無", "\"产业"}
	return all[s.rnd.IntN(len(all))]
}

// offersAreTrue fails unless what is offered is what a fresh search for it finds, and
// is for a query that finds nothing.
func (s *stepper) offersAreTrue(t *testing.T, when string) {
	t.Helper()
	l := s.a.lacks()
	among := s.a.reading.Corpus.Entries()
	if l.article != nil {
		among = []*model.Entry{l.article.Entry}
	}
	count := func(q model.Query) (hits, articles int) {
		for _, e := range among {
			a := l.article
			if a == nil {
				a = s.desk.find(e.Key)
			}
			if one := tallyOf(a, q); one.Best > 0 {
				hits, articles = hits+one.N, articles+1
			}
		}
		return hits, articles
	}
	if _, articles := count(l.query); articles > 0 && l.article == nil {
		t.Fatalf("%s: %q is said to be nowhere and is in %d articles", when, l.query, articles)
	}
	for _, o := range s.a.offers() {
		s.offered++
		if hits, articles := count(o.Query); hits != o.Hits || articles != o.Articles || articles == 0 {
			t.Fatalf("%s: %q is offered with %d in %d, and has %d in %d", when, o.Query, o.Hits, o.Articles, hits, articles)
		}
	}
}

// Whatever articles come, change or go while one filters and searches, in whatever
// order tasks report, the screen shows the truth.
func TestWhatIsShownIsTrue(t *testing.T) {
	offered := 0
	for seed := range uint64(16) {
		s := newStepper(seed)
		var done []string
		for range 120 {
			what := ""
			switch k := s.rnd.IntN(10); {
			case k < 3:
				what = "change"
				s.change()
			case k < 5:
				what = []string{"1 / '产 down", "/ '产 enter", "esc", "backspace", "2 / '业 enter", "n", "1", "j", "esc esc", "F '产业", "F '山 down down enter", "tab", "1 / '" + s.query(), "F '" + s.query(), "2 / '" + s.query() + " enter", "1 / '" + s.query() + " enter", "S '标题 enter", "S '长短 enter", "S '未读 enter"}[s.rnd.IntN(19)]
				for _, key := range strings.Fields(what) {
					key = strings.ReplaceAll(key, "_", " ")
					for _, msg := range strokes(key) {
						s.send(msg)
					}
				}
			default:
				what = "step"
				s.step()
			}
			done = append(done, what)
			when := fmt.Sprintf("seed %d: %s", seed, strings.Join(done[max(0, len(done)-6):], " | "))
			s.listIsTrue(t, when)
			s.bestIsOpen(t, when)
			s.hitsAreTrue(t, when)
			s.textIsTrue(t, when)
			s.offersAreTrue(t, when)
			check(t, s.a, when)
		}
		s.settle()
		r := &s.a.reading
		for _, e := range r.Corpus.Entries() {
			if c := r.Counts(); !e.Partial && !c.Query().Empty() && slices.Contains(c.Unknown(&r.Corpus), e) {
				t.Fatalf("seed %d: in the end %s was not counted", seed, e.Key)
			}
		}
		if r.SearchedShare() != 100 {
			t.Fatalf("seed %d: in the end %d%% of the article were searched", seed, r.SearchedShare())
		}
		if w := r.Wanted(); w != nil && s.a.unread != w {
			t.Fatalf("seed %d: in the end %s is still to be fetched", seed, w.Key)
		}
		offered += s.offered
		s.a.quit()
	}
	if offered == 0 {
		t.Error("nothing was ever offered")
	}
}
