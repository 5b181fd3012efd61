package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"juan/model"
)

// statistics is a library in which a number of letters and digits stands where a
// narrow row would cut it.
func statistics() Options {
	body := func(s ...string) (out []model.Block) {
		out = append(out, model.Heading{Prose: model.Plain("一、总量"), Level: 1})
		for _, p := range s {
			out = append(out, model.Paragraph{Prose: model.Plain(p)})
		}
		return out
	}
	page := func(id, title string, s ...string) *model.Article {
		return model.NewArticle(model.Entry{ID: id, Title: title}, body(s...))
	}
	return options([]*model.Article{
		page("a", "甲", "全市一年里在各处算下来总共的产值大约是1219.4亿元上下，比先前多", "另有30亿元"),
		page("b", "乙", "没有"),
		page("c", "丙", "价值8848.86亿元的大楼由OpenStreetMap一万二千三百四十五人画成，2.5%归他们，其余12345678.90归公"),
	})
}

// What is found everywhere stands under its article, after its section, with
// numbers and words whole.
func TestFoundEverywhereIsGroupedAndWhole(t *testing.T) {
	for _, size := range [][2]int{{160, 45}, {120, 36}, {80, 24}, {60, 20}, {40, 12}} {
		a := open(t, statistics(), size[0], size[1])
		press(a, "F", "'亿元")
		screen := text(a)
		for _, want := range []string{"甲", "2处", "一、总量", "1219.4亿元", "30亿元", "丙", "8848.86亿元"} {
			if !strings.Contains(screen, want) {
				t.Errorf("%v: %q is not in\n%s", size, want, screen)
			}
		}
		check(t, a, "found everywhere")
	}
}

// A hit in a heading has one row, and the heading stands there once.
func TestAHeadingThatIsFoundIsNamedOnce(t *testing.T) {
	a := open(t, statistics(), 80, 24)
	press(a, "F", "'总量")
	found := 0
	for line := range strings.Lines(text(a)) {
		if !strings.HasPrefix(line, "│") { // the status line names the section too
			continue
		}
		switch n := strings.Count(line, "一、总量"); n {
		case 0:
		case 1:
			found++
		default:
			t.Errorf("the heading stands %d times in %q", n, line)
		}
	}
	if found != 3 {
		t.Errorf("%d rows have the heading, want one of each article, in\n%s", found, text(a))
	}
}

// No cut of a row goes through a number or a word, however wide the row is.
func TestRowsOfHitsKeepWordsWhole(t *testing.T) {
	const s = "产值1219.4亿元，GDP增速v2.0版，由OpenStreetMap算出，占12.5%"
	a := open(t, statistics(), 80, 24)
	c := a.screen()
	for room := 16; room < 80; room++ {
		for at := range s {
			if from := c.cutBefore(s, at, room); model.Whole(s, from) {
				t.Errorf("in %d cells before %q the row begins with %q", room, s[at:], s[from:])
			}
			if to := c.cutAfter(s, at, room); model.Whole(s, to) {
				t.Errorf("in %d cells behind %q the row ends with %q", room, s[:at], s[:to])
			}
		}
	}
}

// The view is as it was left, its place with it; what is typed takes the place of
// the query, and ↑ brings back earlier ones into an empty prompt.
func TestFindEverywhereRemembers(t *testing.T) {
	a := open(t, statistics(), 120, 36)
	press(a, "F", "'亿元", "down", "down")
	cursor := a.everywhere.cursor
	press(a, "enter", "F")
	if p := a.front().typing(); p == nil || p.text() != "亿元" || a.everywhere.cursor != cursor || cursor == 0 {
		t.Fatalf("F again: %s, row %d of before %d", state(a), a.everywhere.cursor, cursor)
	}
	press(a, "'一")
	if got := a.front().typing().text(); got != "一" {
		t.Errorf("typed over the query: %q", got)
	}
	press(a, "esc", "F", "'x", "backspace", "up")
	if got := a.front().typing().text(); got != "一" {
		t.Errorf("↑ in an empty prompt gives %q", got)
	}
	press(a, "up")
	if got := a.front().typing().text(); got != "亿元" {
		t.Errorf("↑ again gives %q", got)
	}
	press(a, "down", "down", "up")
	if got := a.front().typing().text(); got != "亿元" || a.everywhere.cursor != 1 {
		t.Errorf("↓ ↓ ↑ in the rows give %q, row %d", got, a.everywhere.cursor)
	}
}

// n goes on in the next article that was found, N in the one before.
func TestHitsGoOnInTheNextArticle(t *testing.T) {
	a := open(t, statistics(), 120, 36)
	press(a, "F", "'亿元", "enter")
	for _, tc := range []struct{ key, says string }{
		{"", "第1处，共2处 · 第1篇，共2篇"},
		{"n", "第2处，共2处 · 第1篇，共2篇"},
		{"n", "第1处，共1处 · 第2篇，共2篇"},
		{"N", "第2处，共2处 · 第1篇，共2篇"},
		{"n", "第1处，共1处 · 第2篇，共2篇"},
		{"n", "第1处，共2处 · 第1篇，共2篇"},
	} {
		if tc.key != "" {
			press(a, tc.key)
		}
		if got := a.hit(); got != tc.says {
			t.Errorf("%q: %s, want %s (%s)", tc.key, got, tc.says, state(a))
		}
	}
}

// Where the row has no room for all, it still says which hit one is at.
func TestTheHitIsSaidInNarrowWindows(t *testing.T) {
	a := open(t, statistics(), 60, 20)
	press(a, "F", "'亿元", "enter", "n")
	if !strings.Contains(text(a), "第2处，共2处 · 第1篇，共2篇") {
		t.Errorf("which hit it is is not said\n%s", text(a))
	}
}

// The cursor of the results stays on its hit while articles come, change and go,
// whether or not the results are on screen.
func TestTheResultsKeepTheirPlace(t *testing.T) {
	for _, shown := range []bool{true, false} {
		opt, d := options(nil), &desk{held: map[string]*model.Article{}}
		opt.Library = d
		a := open(t, opt, 120, 36)
		put := func(id, title, text string) {
			art := model.NewArticle(model.Entry{ID: id, Title: title}, []model.Block{model.Paragraph{Prose: model.Plain(text)}})
			d.put(art)
			tell(a, model.News{Put: []*model.Entry{art.Entry}})
		}
		under := func() string {
			e, nth := a.sought.Row(&a.reading.Corpus, a.everywhere.cursor)
			return fmt.Sprint(e.Key, " ", nth)
		}
		put("m", "中间的", "马走得慢，马也认得路。一匹马。")
		put("z", "后面的", "马不停蹄。")
		press(a, "F", "'马", "down", "down", "down")
		if got := under(); got != "m 2" {
			t.Fatalf("three down is hit %s", got)
		}
		if !shown {
			press(a, "esc")
		}
		put("a", "前面的", "马到成功。车水马龙。")
		put("m", "中间的", "新加的一句。马走得慢，马也认得路。一匹马。两匹马。")
		d.remove("a")
		tell(a, model.News{Gone: []string{"a"}})
		put("b", "又一篇", "塞翁失马。")
		if got := under(); got != "m 2" {
			t.Errorf("shown %v: the cursor is on hit %s, was on m 2", shown, got)
		}
		if n := a.sought.Total(&a.reading.Corpus); n != 6 {
			t.Errorf("shown %v: %d hits, want 6", shown, n)
		}
	}
}

// n goes to each of the hits found everywhere once, in the order of the results,
// and begins again; N goes the same way back. The status counts along, and large
// articles, which are searched aside, are no exception.
func TestATourGoesToEveryHit(t *testing.T) {
	var body []model.Block
	for i := range 12000 {
		text := "山高水长，路远人稀。"
		if i%5000 == 100 {
			text = "关注民生，改善民生。"
		}
		body = append(body, model.Paragraph{Prose: model.Plain(text)})
	}
	a := open(t, options(append(library(), model.NewArticle(model.Entry{ID: "d", Title: "长文"}, body))), 120, 36)
	press(a, "F", "'民生", "enter")
	type stop struct {
		key  string
		hit  int
		said string
	}
	here := func() stop { return stop{a.reading.At().Key, a.reading.Hit(), a.amongFound()} }
	var want []stop
	for j := range a.sought.Texts(&a.reading.Corpus) {
		e := a.sought.Text(&a.reading.Corpus, j)
		for nth := range a.sought.Hits(&a.reading.Corpus, e) {
			want = append(want, stop{e.Key, nth, a.opt.Words.Say("status.among", j+1, 3)})
		}
	}
	want = append(want, want[0])
	for _, key := range []string{"n", "N"} {
		got, said := []stop{here()}, ""
		for range len(want) - 1 {
			press(a, key)
			got, said = append(got, here()), said+a.notice.text
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s leads to\n%v, not to\n%v", key, got, want)
		}
		if end := map[string]string{"n": "已从头继续", "N": "已从末尾继续"}[key]; said != end {
			t.Errorf("%s all the way says %q, want %q", key, said, end)
		}
		slices.Reverse(want)
	}
}

// The article that hits are in is on screen over them, however far one goes down.
func TestTheArticleOfHitsStaysOnTop(t *testing.T) {
	a := open(t, options(library()), 120, 16)
	press(a, "F", "'小巨人")
	for range a.everywhere.len() {
		p := a.everywhere
		body := p.body(a.screen())
		top := p.shown(body, 0)
		e, nth := a.sought.Row(&a.reading.Corpus, top)
		under, _ := a.sought.Row(&a.reading.Corpus, p.shown(body, 1))
		if nth != model.AllHits || under != e && p.items.At(p.shown(body, 1)).under {
			t.Fatalf("cursor on row %d: on top is hit %d of %s, under it %s", p.cursor, nth, e.Key, under.Key)
		}
		if y := p.cursor - p.top(body); p.shown(body, y) != p.cursor {
			t.Fatalf("the cursor is on row %d, which is not shown", p.cursor)
		}
		press(a, "down")
	}
}

// unreadable is a library whose articles are known and cannot be read.
type unreadable struct{ model.Library }

func (unreadable) Fetch(context.Context, *model.Entry) (*model.Article, error) {
	return nil, errors.New("torn")
}

// Where an article cannot be read the rows of its hits say why.
func TestHitsThatCannotBeReadSayWhy(t *testing.T) {
	opt := statistics()
	a := open(t, opt, 80, 24)
	press(a, "F", "亿元")
	a.opt.Library, a.sights.known, a.sights.asked = unreadable{opt.Library}, nil, nil
	drain(a, a.resolve())
	if got := strings.Count(text(a), "torn"); got < 2 {
		t.Errorf("it is said %d times:\n%s", got, text(a))
	}
}
