package ui

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"sync"

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
