package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// A notebook is a memory that keeps all in maps.
type notebook struct {
	articles map[string]model.Remembered
	session  model.Session
	habits   model.Habits
	late     bool  // what is kept is not known at once
	fails    error // what befalls it
	told     bool
}

func (n *notebook) err() error {
	switch {
	case n.fails == nil:
		return nil
	case n.told:
		return model.ErrNotKept
	}
	n.told = true
	return n.fails
}

func (n *notebook) Begin(ctx context.Context) (b model.Begun, err error) {
	if n.late && ctx.Err() != nil {
		return b, ctx.Err()
	}
	b = model.Begun{Session: n.session, Habits: n.habits, Any: len(n.articles) > 0, Left: n.articles[n.session.Key]}
	return b, n.err()
}

func (n *notebook) Recall(_ context.Context, among []*model.Entry) (all []model.Remembered, err error) {
	for _, e := range among {
		if k, ok := n.articles[e.Key]; ok {
			all = append(all, model.Remembered{Key: e.Key, Share: k.Share, Print: k.Print})
		}
	}
	return all, n.err()
}

func (n *notebook) Place(_ context.Context, e *model.Entry) (model.Remembered, bool, error) {
	k, ok := n.articles[e.Key]
	return k, ok, n.err()
}

func (n *notebook) Keep(_ context.Context, k model.Keeping) error {
	if err := n.err(); err != nil {
		return err
	}
	if n.articles == nil {
		n.articles = make(map[string]model.Remembered)
	}
	for _, r := range k.Articles {
		n.articles[r.Key] = r
	}
	if k.Session != nil {
		n.session = *k.Session
	}
	if k.Habits != nil {
		n.habits = *k.Habits
	}
	return nil
}

func (n *notebook) Marks(context.Context, *model.Entry) ([]model.Mark, error)   { return nil, nil }
func (n *notebook) PutMark(_ context.Context, m model.Mark) (model.Mark, error) { return m, nil }
func (n *notebook) DropMark(context.Context, string) error                      { return nil }
func (n *notebook) AllMarks(context.Context) ([]model.Mark, error)              { return nil, nil }

// story is a long article whose paragraphs say their number.
func story(id string, from, to int) *model.Article {
	var body []model.Block
	for i := from; i < to; i++ {
		if i%10 == 0 {
			body = append(body, model.Heading{Prose: model.Plain(fmt.Sprintf("第%d章 雨天", i)), Level: 1 + i/10%2})
		}
		body = append(body, model.Paragraph{Prose: model.Plain(fmt.Sprintf("段%03d，", i) + strings.Repeat("雨从北边来，落在屋顶上。", 2+(i+100)%5))})
	}
	return model.NewArticle(model.Entry{ID: id, Title: "雨中" + id}, body)
}

// reopened is an app with a memory, in a window of w × h.
func reopened(t *testing.T, n *notebook, w, h int, articles ...*model.Article) *App {
	opt := options(articles)
	opt.Memory = n
	a := open(t, opt, w, h)
	a.memory.keeping.every = 0
	return a
}

// ended keeps what a run leaves behind, as its end does.
func ended(t *testing.T, a *App) {
	t.Helper()
	if what, some := a.Keeping(); some {
		if err := a.opt.Memory.Keep(context.Background(), what); err != nil {
			t.Fatal(err)
		}
	}
}

// numbered returns the rows of the screen in which paragraphs begin, and their numbers.
func numbered(a *App) (out []string) {
	for y, r := range strings.Split(text(a), "\n") {
		if i := strings.Index(r, "段"); i >= 0 {
			out = append(out, fmt.Sprint(y, " ", r[i:i+len("段000")]))
		}
	}
	return out
}

// A run begins where the one before ended: the same paragraph at the same height, in
// whichever window, whatever was put in before, whether the memory is quick or slow.
func TestARunGoesOnWhereTheOneBeforeEnded(t *testing.T) {
	for _, presses := range []int{1, 7, 40, 111} {
		var n notebook
		a := reopened(t, &n, 100, 30, story("甲", 0, 10), story("乙", 0, 120))
		press(a, "down", "enter")
		for range presses {
			press(a, "j")
		}
		ended(t, a)
		want := numbered(a)
		for _, c := range []struct {
			w, h, from int
			late       bool
		}{{100, 30, 0, false}, {100, 30, 0, true}, {130, 30, 0, false}, {60, 30, 0, false}, {44, 30, 0, true}, {100, 24, 0, false}, {100, 30, -20, false}} {
			again := n
			again.late = c.late
			b := reopened(t, &again, c.w, c.h, story("甲", 0, 10), story("乙", c.from, 120))
			if got := numbered(b); !slices.Contains(got, want[0]) {
				t.Errorf("after %d lines, at %+v: %q, was %q", presses, c, got, want)
			}
			if c.from < 0 && !strings.Contains(b.notice.text, "有改动") {
				t.Errorf("nothing says that it was changed: %q", b.notice.text)
			}
		}
	}
}

// The text is not shown until it is known where it was left, or until a short wait is
// over; the list waits for nothing.
func TestTheTextWaitsForItsPlace(t *testing.T) {
	n := notebook{late: true}
	opt := options([]*model.Article{story("甲", 0, 50)})
	opt.Memory = &n
	a := New(opt)
	a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	drain(a, a.load())
	if screen := text(a); strings.Contains(screen, "段000") || !strings.Contains(screen, "雨中甲") {
		t.Errorf("waiting it shows\n%s", screen)
	}
	a.memory.asked = 1
	_, cmd := a.Update(waited(1))
	drain(a, cmd)
	if screen := text(a); !strings.Contains(screen, "段000") {
		t.Errorf("having waited it shows\n%s", screen)
	}
}

// What was looked for, the trail, the widths of panes, folds, the theme and the order
// of the list are there in the next run.
func TestWhatIsChosenStays(t *testing.T) {
	var n notebook
	articles := []*model.Article{story("甲", 0, 60), story("乙", 0, 90), library()[0]}
	a := reopened(t, &n, 150, 30, articles...)
	press(a, "T", "'light", "enter", "S", "down", "enter", "F", "'屋", "esc", "/", "'雨", "enter", "enter", ">", ">", "-", "]", "]", "]", "ctrl+o", "3", "g")
	press(a, "left")
	ended(t, a)
	b := reopened(t, &n, 150, 30, articles...)
	if b.wish.list != a.wish.list || b.wish.other != a.wish.other || b.wish.list+b.wish.other == 0 || b.text.wider != a.text.wider || b.text.wider == 0 {
		t.Errorf("panes: %+v, text %d; were %+v, %d", b.wish, b.text.wider, a.wish, a.text.wider)
	}
	if b.reading.Corpus.Order() != model.ByTitle || b.opt.Sheet != "light" {
		t.Errorf("order %v, theme %q", b.reading.Corpus.Order(), b.opt.Sheet)
	}
	if len(a.outline.folds(a.reading.Article())) == 0 || !slices.Equal(b.outline.folds(b.reading.Article()), a.outline.folds(a.reading.Article())) {
		t.Errorf("folds %v, were %v", b.outline.folds(b.reading.Article()), a.outline.folds(a.reading.Article()))
	}
	if b.focus != a.focus || b.reading.At() != a.reading.At() {
		t.Errorf("in %v at %v, was in %v at %v", b.focus, b.reading.At(), a.focus, a.reading.At())
	}
	press(a, "ctrl+o")
	press(b, "ctrl+o")
	if a.reading.At() != b.reading.At() {
		t.Errorf("back leads to %v, want %v", b.reading.At(), a.reading.At())
	}
	press(b, "2", "/", "up")
	if p := b.front().typing(); p.text() != "雨" {
		t.Errorf("↑ gives %q", p.text())
	}
	press(b, "up")
	if p := b.front().typing(); p.text() != "屋" {
		t.Errorf("↑↑ gives %q", p.text())
	}
	press(b, "down", "down")
	if p := b.front().typing(); p.text() != "" {
		t.Errorf("↓↓ gives %q", p.text())
	}

	opt := options(articles)
	opt.Memory, opt.Fixed, opt.Sheet = &n, Fixed{Theme: true, Measure: true}, "dark"
	if c := open(t, opt, 150, 30); c.opt.Sheet != "dark" || c.text.wider != 0 {
		t.Errorf("the command line gives way: %q, %d", c.opt.Sheet, c.text.wider)
	}
}

// The list says of each article how far it was read, and where that has changed.
func TestTheListSaysWhatWasRead(t *testing.T) {
	n := notebook{articles: map[string]model.Remembered{
		"甲": {Key: "甲", Share: .384}, "乙": {Key: "乙", Share: 1}, "丙": {Key: "丙", Share: .5, Print: 5},
	}}
	for _, w := range []int{40, 60, 100} {
		a := reopened(t, &n, w, 30, story("甲", 0, 10), story("乙", 0, 20), story("丙", 0, 30), story("丁", 0, 40))
		press(a, "down", "down", "down")
		screen := text(a)
		for _, want := range []string{"已读38%", "已读100%", "已读50%", "有改动", "◐", "●"} {
			if !strings.Contains(screen, want) {
				t.Errorf("%d columns: no %s in\n%s", w, want, screen)
			}
		}
		if strings.Count(screen, "已读") != 3 {
			t.Errorf("%d columns:\n%s", w, screen)
		}
	}
}

// What befalls the memory is said once, and reading goes on.
func TestAMemoryThatFails(t *testing.T) {
	n := notebook{fails: errors.New("no room")}
	a := reopened(t, &n, 100, 30, story("甲", 0, 60))
	if a.notice.text != "no room" {
		t.Errorf("it says %q", a.notice.text)
	}
	for range 30 {
		press(a, "2", "j")
		if a.notice.text == "no room" {
			t.Fatal("it is said once more")
		}
	}
	if at := a.reading.At().Pos; at == (model.Pos{}) {
		t.Error("reading does not go on")
	}
	n.fails = nil
	press(a, "j")
	if len(n.articles) != 1 || n.session.Key != "甲" {
		t.Errorf("once there is room %+v, %+v is kept", n.articles, n.session)
	}
}

// What could not be read at the start is read once the reader does something, and
// nothing is kept over it before.
func TestWhatCouldNotBeReadIsNotWrittenOver(t *testing.T) {
	n := notebook{
		articles: map[string]model.Remembered{"甲": {Key: "甲", Share: .4}},
		habits:   model.Habits{List: 4, Recent: []string{"渡口"}},
		fails:    errors.New("locked"),
	}
	a := reopened(t, &n, 100, 30, story("甲", 0, 60))
	press(a, "2", "-")
	n.fails = nil
	press(a, "j", "j")
	if h := n.habits; h.Measure >= 0 || h.List != 4 || len(h.Recent) != 1 || h.Recent[0] != "渡口" {
		t.Errorf("%+v is kept", h)
	}
	if k := n.articles["甲"]; k.Share < .4 || k.Place == (model.Anchor{}) {
		t.Errorf("%+v is kept", k)
	}
}

// What befalls the memory is said in its turn, whatever else there is to say before
// or instead.
func TestAMemoryThatFailsAmongOtherTroubles(t *testing.T) {
	opt := options([]*model.Article{story("甲", 0, 60)})
	opt.Memory, opt.Notice = &notebook{fails: errors.New("no room")}, "设置第3行"
	a := open(t, opt, 100, 30)
	a.memory.keeping.every = 0
	if a.notice.text != "设置第3行" {
		t.Errorf("at first it says %q", a.notice.text)
	}
	for _, want := range []string{"no room", "", ""} {
		if press(a, "2"); a.notice.text != want {
			t.Errorf("it says %q, want %q", a.notice.text, want)
		}
	}
	a.memoryFailed(errors.New("no room"))
	a.complain(errors.New("乙读不出"))
	for _, want := range []string{"乙读不出", "no room", ""} {
		if a.notice.text != want {
			t.Errorf("it says %q, want %q", a.notice.text, want)
		}
		press(a, "2")
	}
}

// Looking at an article without reading it saves nothing, nor does anything seen before
// its last place is known.
func TestNothingIsKeptUnread(t *testing.T) {
	var n notebook
	a := reopened(t, &n, 100, 30, story("甲", 0, 60), story("乙", 0, 60))
	if what, some := a.Keeping(); some {
		t.Errorf("%+v", what)
	}
	press(a, "down", "up", "down")
	if len(n.articles) != 0 || n.session.Key != "乙" {
		t.Errorf("%+v, %+v", n.articles, n.session)
	}
}
