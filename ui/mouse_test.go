package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// find returns the cell where s stands on screen, in the n-th row that has it.
func find(t *testing.T, a *App, s string, n int) (x, y int) {
	t.Helper()
	for y, l := range strings.Split(text(a), "\n") {
		if i := strings.Index(l, s); i >= 0 {
			if n--; n <= 0 {
				return a.policy.Width(l[:i]), y
			}
		}
	}
	t.Fatalf("%q is not on screen\n%s", s, text(a))
	return 0, 0
}

func clickAt(a *App, x, y int) {
	_, cmd := a.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	drain(a, cmd)
	a.Update(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
}

// Clicks on what is written on screen, each in the row that has it for the n-th
// time.
func TestClicks(t *testing.T) {
	type hit struct {
		what string
		n    int
	}
	for _, tc := range []struct {
		w      int
		keys   string
		clicks []hit
		after  string
	}{
		{120, "", []hit{{"2020年许州", 1}}, "list b"},
		{120, "", []hit{{"2020年许州", 1}, {"2020年许州", 1}}, "text b"},
		{60, "", []hit{{"2020年许州", 1}, {"2020年许州", 1}}, "text b"},
		{60, "enter ]", []hit{{"2021年许州…", 1}}, "list a 一、全年工作回顾"},
		{60, "enter ]", []hit{{"一、全年", 2}}, "outline a 一、全年工作回顾"},
		{60, "3", []hit{{"二、来年", 1}}, "text a 二、来年总体要求"},
		{120, "", []hit{{"/ 筛选", 1}}, "list a prompt:"},
		{120, "2", []hit{{"/ 筛选", 1}}, "text a prompt:"},
		{120, "", []hit{{"? 帮助", 1}}, "list a popup:帮助 prompt:"},
		{120, "?", []hit{{"Esc 返回", 1}}, "list a"},
		{120, "/ '产业", []hit{{"2020年许州", 1}}, "list b lit:产业 shown:2"},
		{120, "2 ] ctrl+o ctrl+o", []hit{{"t 跳到标题", 1}}, "text a popup:目录 prompt:"}, // beside a notice
		{120, "2 t", []hit{{"Esc 返回", 1}}, "text a"},
	} {
		a := open(t, options(library()), tc.w, 36)
		press(a, strings.Fields(tc.keys)...)
		for _, h := range tc.clicks {
			x, y := find(t, a, h.what, h.n)
			clickAt(a, x, y)
		}
		if got := state(a); got != tc.after {
			t.Errorf("%d columns, %q, then clicks on %v: %s, want %s", tc.w, tc.keys, tc.clicks, got, tc.after)
		}
	}
}

func TestSignsInTheContentsTakeClicks(t *testing.T) {
	a := open(t, options(library()), 140, 40)
	x, y := find(t, a, "▾ 一、全年", 1)
	before := a.reading.At()
	clickAt(a, x, y)
	if _, again := find(t, a, "▸ 一、全年", 1); again != y {
		t.Errorf("the section is in row %d and folded in %d", y, again)
	}
	if a.reading.At() != before {
		t.Error("a click on the sign goes to the section")
	}
	clickAt(a, x, y)
	find(t, a, "▾ 一、全年", 1)
}

func TestDividersDrag(t *testing.T) {
	a := open(t, options(library()), 160, 40)
	for _, from := range []int{a.arrangement().pane[onText].x - 1, a.arrangement().pane[onOutline].x - 1} {
		for _, by := range []int{7, -5, 300} {
			a.Update(tea.MouseClickMsg{X: from, Y: 9, Button: tea.MouseLeft})
			a.Update(tea.MouseMotionMsg{X: from + by, Y: 12, Button: tea.MouseLeft})
			check(t, a, "dragging")
			a.Update(tea.MouseMotionMsg{X: from + by/2, Y: 12, Button: tea.MouseLeft})
			a.Update(tea.MouseReleaseMsg{X: from + by/2, Y: 12, Button: tea.MouseLeft})
			a.Update(tea.MouseMotionMsg{X: from + 20, Y: 12})
			if by < 100 && a.divider(from+by/2) == nil {
				t.Errorf("dragged from column %d by %d the divider is elsewhere: %v", from, by/2, a.arrangement().pane)
			}
			a.Update(tea.WindowSizeMsg{Width: 160, Height: 40})
			a.wish.list, a.wish.other = 0, 0
		}
	}
}

// A double click lights a word and all that are like it.
func TestDoubleClickPicksAWord(t *testing.T) {
	for _, tc := range []struct{ at, word string }{
		{"新增就业", "新增"}, {"就业6.2", "就业"}, {"12家", "12"}, {"“小巨人", ""},
	} {
		a := open(t, options(library()), 140, 40)
		x, y := find(t, a, tc.at, 1)
		clickAt(a, x, y)
		if a.focus != onText || !a.reading.Query().Empty() {
			t.Fatalf("one click: %s", state(a))
		}
		clickAt(a, x, y)
		if got := a.reading.Query().String(); got != tc.word {
			t.Errorf("a double click on %s picks %q", tc.at, got)
		}
		if tc.word != "" && (len(a.reading.Hits()) < 2 || a.reading.Hit() < 0) {
			t.Errorf("%s: %d hits, at %d", tc.word, len(a.reading.Hits()), a.reading.Hit())
		}
		press(a, "esc")
		if !a.reading.Query().Empty() {
			t.Error("Esc does not take the light away")
		}
	}
}

func TestWordAt(t *testing.T) {
	s := "全市经济平稳运行，GDP增长6.2% ok。"
	for at, want := range map[string]string{"全": "全市", "经": "经济", "济": "经济", "，": "", "D": "GDP", "o": "ok", "。": ""} {
		from, to := wordAt(s, strings.Index(s, at))
		if got := s[from:to]; got != want {
			t.Errorf("at %s stands %q, want %q", at, got, want)
		}
	}
	for i := range s + "  " {
		wordAt(s, min(i, len(s)))
	}
	long := strings.Repeat("经济", 5000)
	if from, to := wordAt(long, 6003); to-from != len("经济") {
		t.Errorf("in a long run of Han: %q", long[from:to])
	}
}

// Arrows, Enter and Esc alone lead from the start into a heading of the third
// text, back to the list and into the next.
func TestArrowsLeadEverywhere(t *testing.T) {
	articles := append(library()[:2], report("d", "2019年许州市政府工作报告", "2019-03-01"), report("e", "2018年许州市政府工作报告", "2018-03-01"))
	for _, size := range [][2]int{{160, 45}, {120, 36}, {100, 30}, {80, 24}, {60, 20}, {40, 12}} {
		a := open(t, options(articles), size[0], size[1])
		press(a, "down", "down", "enter", "right", "down", "down", "enter")
		if got := state(a); !strings.HasPrefix(got, "text d ") {
			t.Errorf("%v: at a heading of the third text: %s", size, got)
		}
		press(a, "esc")
		if got := state(a); !strings.HasPrefix(got, "list d") {
			t.Errorf("%v: back in the list: %s", size, got)
		}
		press(a, "down", "right", "down")
		if got := state(a); !strings.HasPrefix(got, "text e") {
			t.Errorf("%v: in the next: %s", size, got)
		}
	}
}

// Turning the wheel over the list is one leap, however often.
func TestTheWheelOverTheListIsOneLeap(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	from := a.reading.At()
	for range 2 {
		a.Update(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown})
	}
	if a.reading.At().Key != "c" {
		t.Fatalf("the wheel leads to %v", a.reading.At())
	}
	press(a, "ctrl+o")
	if got := a.reading.At(); got != from {
		t.Errorf("^o leads to %v, not %v", got, from)
	}
}
