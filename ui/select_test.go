package ui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/role"
)

// selectedText returns what would be copied, "" where nothing is selected.
func selectedText(a *App) string {
	s, ok := a.reading.Selected()
	if !ok {
		return ""
	}
	from, to := s.Bounds(a.reading.Article())
	return a.reading.Article().Passage(from, to, sourceOf)
}

// What is selected by keys, in windows of five sizes.
func TestSelectionInWindowsOfFiveSizes(t *testing.T) {
	first := "各位代表：现在报告工作，请予审议。"
	for _, s := range []struct{ before, keys, selected, status string }{
		{"2", "v", "各位代表：", "已选5字"},
		{"2", "v v", first, ""},
		{"2 v v", "v", first, "已选到整段"},
		{"2", "v j", "各位代表：现在报告工作，", ""},
		{"2", "v down down", first, ""},
		{"2", "v j j j", first + "\n\n一、全年工作回顾", ""},
		{"2", "v j k", "各位代表：", ""},
		{"2", "v k", "各位代表：", "已到开头"},
		{"2", "v j o j", "现在报告工作，", ""},
		{"2", "v right", "各位代表：现", ""},
		{"2", "v left left", "各位代", ""},
		{"2", "v l v", "各位代表：现在报告工作，", ""},
		{"2", "v ]", first, ""},
		{"2", "v ] ]", first + "\n\n一、全年工作回顾", ""},
		{"2", "v / '来年 enter", first, ""}, // what was found is selected up to its clause
		{"2 ]", "v", "一、全年工作回顾", ""},
		{"2 ] ]", "v [", "一、全年工作回顾\n\n（一）做强产业，", ""},
		{"2", "ｖ", "各位代表：", ""},
		{"2", "v esc", "", ""},
		{"2", "v j 1 2", "各位代表：现在报告工作，", ""},
		{"2", "v J", "", ""},
		{"2", "v y", "", "已发给终端5字"},
		{"2 J J J", "v v v", "水从山里来，绕过村子，又往东去。岸上的人家都说“它认得路”。", ""},
		{"", "v", "", ""},
	} {
		for _, size := range sizes() {
			a := open(t, options(reports()), size[0], size[1])
			take(t, a, s.before)
			take(t, a, s.keys)
			when := fmt.Sprintf("%v, %q then %q", size, s.before, s.keys)
			if got := selectedText(a); got != s.selected && !(strings.Contains(s.keys, "/") && strings.HasPrefix(got, s.selected)) {
				t.Errorf("%s: %q, want %q", when, got, s.selected)
			}
			if !strings.Contains(text(a), s.status) {
				t.Errorf("%s: %q is not on screen\n%s", when, s.status, text(a))
			}
			selectionIsSeen(t, a, when)
			check(t, a, when)
		}
	}
}

// Motions by halves, pages and ends, and the end that moves, keep in sight.
func TestTheEndThatMovesIsSeen(t *testing.T) {
	for _, size := range sizes() {
		for _, keys := range []string{"v G", "v space space", "v G o", "v G o k", "v d d u", "v v v j j j j j j j j", "] ] v b", "G v g", "} v } } o"} {
			a := open(t, options(reports()), size[0], size[1])
			take(t, a, "2 "+keys)
			when := fmt.Sprintf("%v, %q", size, keys)
			s, ok := a.reading.Selected()
			if !ok {
				t.Fatalf("%s: nothing is selected", when)
			}
			art := a.reading.Article()
			if p := inside(s.Edge(art), s); !a.text.shows(&a.reading, a.canvas(onText), p) {
				t.Errorf("%s: %v is not on screen, which shows %v", when, p, a.reading.At())
			}
			selectionIsSeen(t, a, when)
			check(t, a, when)
		}
	}
}

// selectionIsSeen fails unless the text on screen that is selected, and none else,
// is drawn so.
func selectionIsSeen(t *testing.T, a *App, when string) {
	t.Helper()
	if a.arrangement().pane[onText].w == 0 || a.reading.Article() == nil {
		return
	}
	c, e := a.canvas(onText), selectedIn(&a.reading)
	var want, got strings.Builder
	for _, l := range a.text.page(&a.reading, c) {
		low, high := e.in(l.Block)
		for _, run := range a.text.visible(l, c) {
			_, in, _ := run.Split(low, high)
			want.WriteString(in.Text)
		}
	}
	for _, row := range a.text.draw(&a.reading, c) {
		for _, s := range row {
			if s.Ink.Over == role.Selected {
				got.WriteString(s.Text)
			}
		}
	}
	if got.String() != want.String() {
		t.Fatalf("%s: %q is drawn as selected, not %q", when, got.String(), want.String())
	}
}

// drag presses the mouse at one cell and takes it to another.
func drag(a *App, x, y, toX, toY int) {
	a.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	a.Update(tea.MouseMotionMsg{X: toX, Y: toY, Button: tea.MouseLeft})
	a.Update(tea.MouseReleaseMsg{X: toX, Y: toY, Button: tea.MouseLeft})
}

// Dragging the mouse selects text, in the text pane and in no other.
func TestDragging(t *testing.T) {
	for _, size := range sizes() {
		a := open(t, options(reports()), size[0], size[1])
		press(a, "2")
		x, y := find(t, a, "现在报告", 1)
		drag(a, x, y, x+7, y)
		if got := selectedText(a); got != "现在报告" {
			t.Errorf("%v: %q", size, got)
		}
		drag(a, x+6, y, x+1, y)
		if got := selectedText(a); got != "现在报告" {
			t.Errorf("%v: from right to left %q", size, got)
		}
		press(a, "v")
		if got := selectedText(a); got != "现在报告工作，" {
			t.Errorf("%v: widened %q", size, got)
		}
		drag(a, x, y, a.w-1, y) // over whatever stands at its right
		if got := selectedText(a); got != "现在报告工作，请予审议。" {
			t.Errorf("%v: to the end of the line %q", size, got)
		}
		clickAt(a, x, y)
		if got := selectedText(a); got != "" {
			t.Errorf("%v: a click leaves %q", size, got)
		}
		drag(a, x, y, x, y)
		if got := selectedText(a); got != "" {
			t.Errorf("%v: a press without a move selects %q", size, got)
		}
	}
	for _, size := range [][2]int{{160, 45}, {80, 24}} { // in the second of two texts, at the right and below
		a := open(t, options(reports()), size[0], size[1])
		press(a, "2", "|")
		x, y := find(t, a, "现在报告", 1)
		first, second := a.arrangement().texts[0], a.arrangement().texts[1]
		x, y = x-first.x+second.x, y-first.y+second.y
		drag(a, x, y, x+7, y)
		if got := selectedText(a); got != "现在报告" {
			t.Errorf("%v: in the second text %q", size, got)
		}
	}
	a := open(t, options(reports()), 160, 45)
	at := a.reading.At()
	drag(a, 3, 5, 20, 9) // in the list
	if got := selectedText(a); got != "" || a.reading.At() != at && a.focus != onList {
		t.Errorf("in the list %q is selected", got)
	}
}

// Held above or below the pane, the mouse scrolls the text step by step and goes on
// selecting.
func TestDraggingScrolls(t *testing.T) {
	a := open(t, options(reports()), 80, 24)
	press(a, "2")
	x, y := find(t, a, "现在报告", 1)
	a.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	_, cmd := a.Update(tea.MouseMotionMsg{X: x, Y: a.h - 1, Button: tea.MouseLeft})
	for range 30 {
		if cmd == nil || !a.mouse.pull.on {
			t.Fatal("the text does not go on")
		}
		_, cmd = a.Update(pulled{})
	}
	if a.reading.At().Pos.Block < 2 {
		t.Errorf("after 31 lines the text is at %v", a.reading.At())
	}
	s, _ := a.reading.Selected()
	if from, to := s.Bounds(a.reading.Article()); from.Block != 0 || to.Before(a.reading.At().Pos) {
		t.Errorf("%v to %v is selected", from, to)
	}
	selectionIsSeen(t, a, "scrolled")
	a.Update(tea.MouseReleaseMsg{X: x, Y: a.h - 1, Button: tea.MouseLeft})
	at := a.reading.At()
	if a.Update(pulled{}); a.reading.At() != at {
		t.Error("the text goes on when the button is up")
	}
}

// kinds is an article with a block of each kind, in which characters join.
func kinds() *model.Article {
	long := strings.Repeat("渡口的水慢慢地流，桥上的人匆匆地走；", 6)
	return model.NewArticle(model.Entry{ID: "k", Title: "各种"}, []model.Block{
		model.Heading{Prose: model.Plain("一、各种"), Level: 1},
		model.Paragraph{Prose: model.Plain("e\u0301a👨‍👩‍👧好,不是" + long)},
		model.Paragraph{Leaf: model.Leaf{Nest: []model.Container{{Kind: model.Item, ID: 1, Marker: "1."}}}, Prose: model.Plain(long)},
		model.Verse{Prose: model.Plain("门前一条河，\n河上一座桥。")},
		model.Code{Source: "if a {\n\tb = \"" + strings.Repeat("long ", 30) + "\"\n}", Language: "go"},
		model.Table{Head: true, Rows: [][]model.Prose{{model.Plain("名称"), model.Plain("说明")}, {model.Plain("桥"), model.Plain(long)}, {model.Plain("路"), model.Plain("3.5公里")}}},
		model.Rule{},
		model.Paragraph{Leaf: model.Leaf{Nest: []model.Container{{Kind: model.Note, ID: 2, Marker: "1"}}}, Prose: model.Plain("脚注：" + long)},
	})
}

// Wherever the mouse is pressed and taken, what is selected begins and ends at
// clusters, is drawn as such, and keys go on from there.
func TestSelectionsByChance(t *testing.T) {
	keys := []string{"v", "v", "o", "j", "k", "left", "right", "space", "b", "esc", "]", "[", "G", "g", "+", "-", "slide", "h", "l", "y", "p"}
	for _, size := range sizes() {
		for seed := range uint64(6) {
			a, c := open(t, options([]*model.Article{kinds()}), size[0], size[1]), rand.New(rand.NewPCG(seed, 5))
			press(a, "2")
			for range 60 {
				when := fmt.Sprintf("%v, seed %d", size, seed)
				if c.IntN(3) == 0 {
					x, y, toX, toY := c.IntN(a.w), c.IntN(a.h), c.IntN(a.w), c.IntN(a.h)
					drag(a, x, y, toX, toY)
					when += fmt.Sprint(" dragged ", x, y, toX, toY)
				} else {
					k := keys[c.IntN(len(keys))]
					press(a, k)
					when += " " + k
				}
				if s, ok := a.reading.Selected(); ok {
					art := a.reading.Article()
					from, to := s.Bounds(art)
					blank := strings.HasPrefix(art.Body[from.Block].Text()[from.Byte:], "\t") // the indent of code
					if i, _ := art.Stretch(from, model.Clusters); i != from && !blank || !from.Before(to) {
						t.Fatalf("%s: %v to %v is selected", when, from, to)
					}
					if _, k := art.Stretch(art.StretchBefore(to, model.Clusters), model.Clusters); k != to && s.Grain == model.Clusters {
						t.Fatalf("%s: the end %v of what is selected is in a cluster that ends at %v", when, to, k)
					}
				}
				selectionIsSeen(t, a, when)
				check(t, a, when)
			}
		}
	}
}

// What is copied is what is written: without the lines, the repair and the signs of
// the page, blocks with a blank line between them.
func TestCopyingASelectionGivesTheSource(t *testing.T) {
	for _, size := range sizes() {
		var got string
		opt := options([]*model.Article{kinds()})
		opt.Copy = func(text string) error { got = text; return nil }
		a := open(t, opt, size[0], size[1])
		press(a, "2", "p", "v", "G", "y")
		art := a.reading.Article()
		var want []string
		for _, b := range art.Body {
			if b.Text() != "" {
				want = append(want, b.Text())
			}
		}
		if got != strings.Join(want, "\n\n") {
			t.Errorf("%v: copied %q", size, got)
		}
		if selectedText(a) != "" {
			t.Errorf("%v: still selected: %q", size, selectedText(a))
		}
	}
}
