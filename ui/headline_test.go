package ui

import (
	"strings"
	"testing"

	"juan/model"
	"juan/ui/screen"
)

func TestHeadlines(t *testing.T) {
	section := func(number, title string) model.Section {
		return model.Section{Number: number, Title: title, Certain: true}
	}
	for _, tc := range []struct {
		what string
		s    model.Section
		room int
		want string
	}{
		{"whole where it fits", section("", "Hello, World!"), 13, "Hello, World!"},
		{"a clause that says enough", section("（一）", "做强产业，增长提速"), 20, "（一）做强产业"},
		{"a clause that says little", section("", "Hello, World and all that is in it"), 20, "Hello, World and al…"},
		{"no clause", section("1. ", "渡船的修理与维护"), 12, "1. 渡船的修…"},
		{"the number stays", section("第一百二十三章 ", "渡口"), 17, "第一百二十三章 …"},
		{"doubt is said", model.Section{Number: "一、", Title: "回顾"}, 20, "一、回顾…"},
	} {
		c := canvas{Canvas: screen.Canvas{W: 30}}
		if got := c.headline(tc.s, tc.room); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.what, got, tc.want)
		}
	}
}

// contents returns the rows of all headings in a pane of w cells.
func contents(a *App, w int) []string {
	c := a.canvas(onOutline)
	c.W, c.H = w, len(a.reading.Article().Outline)
	rows := make([]string, c.H)
	for i, r := range a.outline.draw(&a.reading, c) {
		for _, s := range r {
			rows[i] += s.Text
		}
	}
	return rows
}

// In contents of any width a number that fits in them stands whole in its row.
func TestNumbersStayInTheContents(t *testing.T) {
	body := []model.Block{}
	for level, number := range []string{"第一百二十三编 ", "第二十二章 ", "第十一节 ", "（十二）", "12.3.4 "} {
		body = append(body, model.Heading{Prose: model.Plain(number + "渡口的来历，以及后来"), Level: level + 1, Number: len(number)}, model.Paragraph{Prose: model.Plain("水。")})
	}
	a := open(t, options([]*model.Article{model.NewArticle(model.Entry{ID: "a", Title: "志"}, body)}), 140, 40)
	outline := a.reading.Article().Outline
	for w := 18; w < 40; w++ {
		for i, row := range contents(a, w) {
			if !strings.Contains(row, strings.TrimSpace(outline[i].Number)) {
				t.Errorf("%d cells: %q has no %q", w, row, outline[i].Number)
			}
		}
	}
}

// The running title is not there while a heading stands on top.
func TestTheRunningTitleTouchesNoHeading(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2")
	titled := func() bool {
		first, _, _ := strings.Cut(text(a), "\n")
		return strings.Count(first, "许州市") > 0
	}
	seen := 0
	for range 60 {
		press(a, "j")
		at := a.reading.At().Pos
		_, heading := a.reading.Article().Body[at.Block].(model.Heading)
		if heading && at.Byte == 0 {
			seen++
		}
		if heading && at.Byte > 0 { // its rule, or the blank line after it
			continue
		}
		if titled() == heading {
			t.Fatalf("the title at %v:\n%s", at, text(a))
		}
	}
	if seen == 0 {
		t.Error("no heading was on top")
	}
}

// A heading that is too long for its row gives way to what it holds.
func TestCountsStayInTheContents(t *testing.T) {
	title := strings.Repeat("渡口的来历以及后来", 4)
	body := []model.Block{}
	for level, number := range []string{"一、", "（一）", "1. "} {
		body = append(body, model.Heading{Prose: model.Plain(number + title), Level: level + 1, Number: len(number)}, model.Paragraph{Prose: model.Plain("水。")})
	}
	a := open(t, options([]*model.Article{model.NewArticle(model.Entry{ID: "a", Title: "志"}, body)}), 140, 40)
	outline := a.reading.Article().Outline
	for w := 28; w < 60; w++ {
		for i, row := range contents(a, w) {
			if count := a.opt.Words.Count(outline[i].Chars); !strings.Contains(row, "… "+count) && !strings.Contains(row, "…  "+count) {
				t.Errorf("%d cells: %q has no %s", w, row, count)
			}
		}
	}
}
