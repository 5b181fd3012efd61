package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"juan/model"
	"juan/ui/role"
	"juan/ui/screen"
)

// litIn returns what is lit in a row.
func litIn(row screen.Row) (all []string) {
	for _, s := range row {
		if s.Ink.Over == role.Hit {
			all = append(all, s.Text)
		}
	}
	return all
}

// All that was found in a title is lit, in the filtered list and in the search
// everywhere. A title that does not fit is cut as it is where nothing is lit: what
// distinguishes it from its neighbours stays, and an ellipsis replaces the rest.
func TestFoundTitlesAreLitAndToldApart(t *testing.T) {
	var all []*model.Article
	for n := 107; n < 111; n++ {
		title := fmt.Sprintf("科学技术爱好者每周读一读的周刊（第 %d 期）：标题很长很长很长的一篇周刊", n)
		all = append(all, model.NewArticle(model.Entry{ID: fmt.Sprint(n), Title: title}, []model.Block{model.Paragraph{Prose: model.Plain("文")}}))
	}
	for _, tc := range []struct{ query, lit string }{
		{"周刊 科学", "科学 周刊 周刊"},
		{"很长", "很长 很长 很长"},
		{"爱好者每周读一读的周刊", "爱好者每周读一读的周刊"},
	} {
		for width := 30; width < 160; width++ {
			a := open(t, options(all), width, 30)
			press(a, "f", "'"+tc.query)
			c := a.canvas(onList)
			listed := a.list.draw(&a.reading, c)
			press(a, "esc", "F", "'"+tc.query)
			body := a.everywhere.body(a.screen())
			rows := map[string]func(i int) screen.Row{
				"list":       func(i int) screen.Row { return listed[a.list.rowOf(i)-a.list.top(&a.reading, c)] },
				"everywhere": func(i int) screen.Row { return a.everywhere.row(body, i) },
			}
			for what, row := range rows {
				for i := range all {
					got, title := row(i), all[i].Title
					if text := got.Text(); !strings.Contains(text, fmt.Sprint(" ", 107+i)) {
						t.Fatalf("%s, %d columns, %s: which is it? %q", what, width, tc.query, text)
					} else if !strings.Contains(text, title) {
						if !strings.Contains(text, "…") {
							t.Fatalf("%s, %d columns, %s: cut without a sign: %q", what, width, tc.query, text)
						}
						continue
					}
					if lit := litIn(got); strings.Join(lit, " ") != tc.lit {
						t.Fatalf("%s, %d columns: %q is lit, want %s", what, width, lit, tc.lit)
					}
				}
			}
		}
	}
}

// What is left of a title that is cut is lit as it is where it is whole.
func TestCutTitlesStayLit(t *testing.T) {
	a := open(t, statistics(), 80, 24)
	c, s := a.screen(), "渡口的“船”渡过了渡口，渡口不远"
	it := item{left: s, title: true}
	for at := range s {
		if strings.HasPrefix(s[at:], "渡口") {
			it.lit = append(it.lit, model.Stretch{From: at, To: at + len("渡口")})
		}
	}
	for _, it.same = range []int{0, len("渡口的“船”渡过了渡口，")} {
		for n := 1; n < 40; n++ {
			row := c.title(it, role.Row, n)
			if row.Width() > n {
				t.Errorf("%d cells: %q", n, row.Text())
			}
			if lit := litIn(row); slices.ContainsFunc(lit, func(s string) bool { return !strings.Contains("渡口", s) }) ||
				strings.Count(row.Text(), "渡口") > len(lit) {
				t.Errorf("%d cells: %q is lit in %q", n, lit, row.Text())
			}
		}
	}
}
