package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// A desk is a library whose articles come, change and leave as a test says.
type desk struct {
	mu   sync.Mutex
	held map[string]*model.Article
}

func (d *desk) Follow(context.Context) iter.Seq[model.News] { return func(func(model.News) bool) {} }

func (d *desk) find(key string) *model.Article {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.held[key]
}

func (d *desk) put(a *model.Article) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.held[a.Key] = a
}

func (d *desk) remove(key string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.held, key)
}

func (d *desk) Fetch(_ context.Context, e *model.Entry) (*model.Article, error) {
	if a := d.find(e.Key); a != nil {
		return a, nil
	}
	return nil, errors.New(e.Key + " is gone")
}

func (d *desk) Tally(ctx context.Context, q model.Query, among []*model.Entry) iter.Seq[model.Tally] {
	return func(yield func(model.Tally) bool) {
		for _, e := range among {
			a := d.find(e.Key)
			if ctx.Err() != nil || a != nil && a.Entry == e && !yield(tallyOf(a, q)) {
				return
			}
		}
	}
}

func tallyOf(a *model.Article, q model.Query) model.Tally {
	t, _ := q.Tally(a, func() bool { return false })
	return t
}

// A stepper carries out the commands of an app one at a time, in an order that
// chance decides, as if each took its time.
type stepper struct {
	a       *App
	desk    *desk
	rnd     *rand.Rand
	pending []tea.Cmd
	n       int // articles so far
	offered int // how often something was offered where nothing was found
}

func newStepper(seed uint64) *stepper {
	s := &stepper{desk: &desk{held: map[string]*model.Article{}}, rnd: rand.New(rand.NewPCG(seed, 8))}
	opt := options(nil)
	opt.Library = s.desk
	s.a = New(opt)
	s.a.filtering.Step, s.a.finding.Step, s.a.searching.Step, s.a.sights.task.Step, s.a.fetching.Step, s.a.offering.Step = 1, 1, 1, 1, 1, 1
	s.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	s.news(model.News{Whole: true})
	return s
}

func (s *stepper) send(msg tea.Msg) {
	_, cmd := s.a.Update(msg)
	s.later(cmd)
}

func (s *stepper) later(cmd tea.Cmd) {
	if cmd != nil {
		s.pending = append(s.pending, cmd)
	}
}

func (s *stepper) news(n model.News) {
	s.send(s.a.loading.Start(only(n))())
}

// step carries out one command.
func (s *stepper) step() {
	if len(s.pending) == 0 {
		return
	}
	i := s.rnd.IntN(len(s.pending))
	cmd := s.pending[i]
	s.pending = slices.Delete(s.pending, i, i+1)
	switch msg := cmd().(type) {
	case nil, tea.QuitMsg:
	case tea.BatchMsg:
		for _, c := range msg {
			s.later(c)
		}
	default:
		s.send(msg)
	}
}

func (s *stepper) settle() {
	for len(s.pending) > 0 {
		s.step()
	}
}

// article returns a new version of the article with a key: some have what is
// looked for, some do not, one is too large to be searched at once.
func (s *stepper) article(key string) *model.Article {
	words := []string{"产业兴旺。", "“产业”与农业。", "产業第一二年，2012年和12月。", "山水之间。", "产、业都好。"}
	var body []model.Block
	n := 1 + s.rnd.IntN(6)
	if s.rnd.IntN(8) == 0 {
		n = 12000
	}
	for range n {
		body = append(body, model.Paragraph{Prose: model.Plain(words[s.rnd.IntN(len(words))] + "山高水长，路远人稀。")})
	}
	title := []string{"山河", "产业志"}[s.rnd.IntN(2)]
	a := model.NewArticle(model.Entry{ID: key, Title: title + key, Partial: s.rnd.IntN(9) == 0}, body)
	s.desk.put(a)
	return a
}

func (s *stepper) keys() []string {
	var keys []string
	for _, e := range s.a.reading.Corpus.Entries() {
		keys = append(keys, e.Key)
	}
	return keys
}

// change lets articles come, change or leave.
func (s *stepper) change() {
	keys := s.keys()
	switch k := s.rnd.IntN(4); {
	case k <= 1 || len(keys) == 0:
		var n model.News
		for range 1 + s.rnd.IntN(3) {
			s.n++
			n.Put = append(n.Put, s.article(fmt.Sprint("n", s.n)).Entry)
		}
		s.news(n)
	case k == 2:
		s.news(model.News{Put: []*model.Entry{s.article(keys[s.rnd.IntN(len(keys))]).Entry}})
	default:
		key := keys[s.rnd.IntN(len(keys))]
		s.desk.remove(key)
		s.news(model.News{Gone: []string{key}})
	}
}

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

// textIsTrue fails unless the hits in the open article are those of a fresh
// search, or it is said that not all was searched; what is on screen is lit
// in any case.
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
	if tallyOf(a, q).Best == 0 && r.SearchedShare() == 100 {
		want = nil
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

// Whatever comes, changes or leaves while one filters and searches, in whatever
// order tasks report: what is shown is true.
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
				what = []string{"/ '产业", "/ '产 enter", "esc", "backspace", "2 / '业 enter", "n", "1", "j", "esc esc", "F '产业", "F '山 down down enter", "tab", "1 / '" + s.query(), "F '" + s.query(), "2 / '" + s.query() + " enter", "1 / '" + s.query() + " enter", "S '标题 enter", "S '长短 enter", "S '未读 enter"}[s.rnd.IntN(19)]
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

// A library that is stuck until it is told to stop, and one that breaks.
type stuck struct{ *desk }

func (stuck) Tally(ctx context.Context, _ model.Query, _ []*model.Entry) iter.Seq[model.Tally] {
	return func(func(model.Tally) bool) { <-ctx.Done() }
}

func (stuck) Fetch(ctx context.Context, _ *model.Entry) (*model.Article, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

func (stuck) Follow(ctx context.Context) iter.Seq[model.News] { return slow{}.Follow(ctx) }

// Whatever is under way when the reader quits ends.
func TestQuittingEndsAllGoroutines(t *testing.T) {
	before := runtime.NumGoroutine()
	s := newStepper(1)
	s.a.opt.Library = stuck{s.desk}
	s.news(model.News{Put: []*model.Entry{s.article("x").Entry}})
	s.a.load()
	for _, key := range []string{"/", "'产业", "enter", "F", "'业"} {
		for _, msg := range strokes(key) {
			s.send(msg)
		}
	}
	if !s.a.loading.Running() || !s.a.fetching.Running() || !s.a.filtering.Running() || !s.a.finding.Running() {
		t.Fatalf("not all of the tasks run: %v %v %v %v", s.a.loading.Running(), s.a.fetching.Running(), s.a.filtering.Running(), s.a.finding.Running())
	}
	s.a.quit()
	for runtime.NumGoroutine() > before {
		runtime.Gosched() // until they have heard; the test's own limit ends it else
	}
}

type broken struct{ *desk }

func (broken) Tally(context.Context, model.Query, []*model.Entry) iter.Seq[model.Tally] {
	return func(func(model.Tally) bool) { panic("cannot count") }
}

// A panic of a job comes out where bubbletea restores the terminal, and says
// where it came from.
func TestAPanicKeepsItsStack(t *testing.T) {
	s := newStepper(1)
	s.a.opt.Library = broken{s.desk}
	s.news(model.News{Put: []*model.Entry{s.article("x").Entry}})
	s.settle()
	for _, key := range []string{"/", "'产"} {
		for _, msg := range strokes(key) {
			s.send(msg)
		}
	}
	defer func() {
		if p := fmt.Sprint(recover()); !strings.Contains(p, "cannot count") || !strings.Contains(p, "broken.Tally") {
			t.Errorf("recovered %s", p)
		}
	}()
	s.settle()
	t.Error("nothing panicked")
}
