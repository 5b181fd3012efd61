package ui

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/words"
)

// big is an article of n sections, about 3 KB each.
func big(n int) *model.Article {
	var body []model.Block
	for i := range n {
		r := report(fmt.Sprint(i), "报告", "2021-03-01")
		body = append(body, r.Body[1:6]...)
	}
	return model.NewArticle(model.Entry{ID: "big", Title: "长文"}, body)
}

func BenchmarkFirstFrame(b *testing.B) {
	articles := library()
	for b.Loop() {
		a := open(b, options(articles), 120, 36)
		_ = a.View()
	}
}

func BenchmarkOneLineDown(b *testing.B) {
	opt := options([]*model.Article{big(300)})
	a := open(b, opt, 120, 36)
	press(a, "2")
	for b.Loop() {
		press(a, "j")
		_ = a.View()
	}
}

// A 13 MB text: what a resize at its end costs.
func BenchmarkResizeAtTheEnd(b *testing.B) {
	a := open(b, options([]*model.Article{big(4000)}), 120, 36)
	press(a, "2", "G")
	for i := 0; b.Loop(); i++ {
		a.Update(tea.WindowSizeMsg{Width: 100 + i%50, Height: 40})
		_ = a.View()
	}
}

// One key of a filter over 1,000 articles, to its last count.
func BenchmarkFilterKeystroke(b *testing.B) {
	var all []*model.Article
	for i := range 1000 {
		all = append(all, report(fmt.Sprint(i), "报告", "2021-03-01"))
	}
	opt := options(all)
	opt.Words = words.In(words.English)
	a := open(b, opt, 120, 36)
	press(a, "/", "'产")
	for b.Loop() {
		press(a, "'业")
		_ = a.View()
		press(a, "backspace")
	}
}
