package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"juan/model"
)

// weekly is a library of numbered issues and a guide that was posted before them.
func weekly() Options {
	var all []*model.Article
	for _, n := range []int{100, 9, 10, 99} {
		day := time.Date(2025, 7, n%28+1, 0, 0, 0, 0, time.UTC)
		all = append(all, model.NewArticle(model.Entry{ID: fmt.Sprint(n), Title: fmt.Sprintf("科学技术爱好者每周读一读的周刊（第%d期）", n), Date: day},
			[]model.Block{model.Paragraph{Prose: model.Plain(strings.Repeat("文", n))}}))
	}
	all = append(all, model.NewArticle(model.Entry{ID: "guide", Title: "指南", Date: time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)},
		[]model.Block{model.Paragraph{Prose: model.Plain("从这里开始。")}}))
	return options(all)
}

func keysOf(a *App) string {
	var keys []string
	for all, i := a.reading.Listed(), 0; i < all.Len(); i++ {
		keys = append(keys, all.At(i).Key)
	}
	return strings.Join(keys, " ")
}

func TestOrders(t *testing.T) {
	a := open(t, weekly(), 120, 36)
	press(a, "j", "2", "1") // past the guide
	a.reading.Corpus.PutFirst("")
	for _, tc := range []struct{ typed, want string }{
		{"标题", "guide 9 10 99 100"},
		{"日期", "100 99 10 9 guide"},
		{"长短", "100 99 10 9 guide"},
		{"原来", "100 99 10 9 guide"},
	} {
		press(a, "S", "'"+tc.typed, "enter")
		if got := keysOf(a); got != tc.want {
			t.Errorf("by %s: %s, want %s", tc.typed, got, tc.want)
		}
		check(t, a, tc.typed)
	}
	a.reading.Open("99")
	drain(a, a.tend())
	a.reading.See(a.reading.Article().End())
	press(a, "S", "'未读", "enter")
	if got, want := keysOf(a), "100 10 9 guide 99"; got != want {
		t.Errorf("unread first: %s, want %s", got, want)
	}
	if got := a.reading.At().Key; got != "99" {
		t.Errorf("sorting went to %s", got)
	}
}

// The guide stands first until it was opened and left.
func TestTheGuideComesFirstUntilItWasOpened(t *testing.T) {
	a := open(t, weekly(), 120, 36)
	const first, after = "guide 100 99 10 9", "100 99 10 9 guide"
	for _, step := range []struct{ key, want string }{{"j", first}, {"k", first}, {"enter", first}, {"esc", first}, {"j", after}} {
		press(a, step.key)
		if got := keysOf(a); got != step.want {
			t.Errorf("after %s: %s, want %s", step.key, got, step.want)
		}
	}
}

// A row shows the end of a long title, the month, and how much was read.
func TestRowsTellArticlesApart(t *testing.T) {
	for _, w := range []int{160, 120, 100, 80, 60} {
		a := open(t, weekly(), w, 24)
		screen := text(a)
		for _, want := range []string{"第100期）", "第99期）", "第10期）", "第9期）", "2025-07"} {
			if !strings.Contains(screen, want) {
				t.Errorf("%d columns: %s is not in\n%s", w, want, screen)
			}
		}
	}
	a := open(t, weekly(), 120, 24)
	a.reading.See(a.reading.Article().End())
	if !strings.Contains(text(a), "已读100%") {
		t.Errorf("nothing says how much was read\n%s", text(a))
	}
}

// Where titles differ in their middle, that shows.
func TestTitlesOfASeriesShowTheirNumber(t *testing.T) {
	var all []*model.Article
	for n := 108; n < 112; n++ {
		all = append(all, model.NewArticle(model.Entry{ID: fmt.Sprint(n), Title: fmt.Sprintf("科技爱好者周刊（第 %d 期）：标题很长很长很长的一篇", n)},
			[]model.Block{model.Paragraph{Prose: model.Plain("文。")}}))
	}
	for _, w := range []int{140, 100} {
		screen := text(open(t, options(all), w, 24))
		for n := 108; n < 112; n++ {
			if strings.Count(screen, fmt.Sprintf("第 %d 期", n)) == 0 {
				t.Errorf("%d columns: %d is not in\n%s", w, n, screen)
			}
		}
	}
}
