package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/role"
)

// besideAt returns the place that is not the active one.
func besideAt(a *App) (at model.Place) {
	_, at = a.reading.Beside()
	return at
}

// Where two texts stand, and which is the active one, in capitals.
func TestWhereTwoTextsStand(t *testing.T) {
	for _, tc := range []struct {
		w, h        int
		keys, panes string
	}{
		{200, 30, "2 |", "list text TEXT outline"},
		{160, 30, "2 |", "list text TEXT outline"},
		{160, 30, "2 | h", "list TEXT text outline"},
		{160, 30, "2 | h h", "LIST text text outline"},
		{160, 30, "2 | tab", "list text text OUTLINE"},
		{160, 30, "2 | tab tab tab", "list TEXT text outline"},
		{120, 30, "2 |", "text TEXT outline"},
		{120, 30, "2 | 1", "LIST text text"},
		{120, 30, "2 | z", "text TEXT"},
		{100, 30, "2 |", "text TEXT"},
		{100, 30, "2 | 1", "LIST text"}, // the active one, until it has the focus again
		{100, 30, "2 | 1 2", "text TEXT"},
		{100, 30, "2 | 1 h", "LIST text"},
		{100, 30, "2 | 1 tab", "text TEXT"},
		{100, 30, "2 | 3", "text OUTLINE"},
		{80, 24, "2 space |", "text/TEXT"},
		{80, 24, "2 space | h", "TEXT/text"},
		{80, 24, "2 space | tab 3", "text/text OUTLINE"},
		{60, 20, "2 |", "text/TEXT"},
		{60, 14, "2 |", "TEXT"}, // no room
		{60, 20, "2 | 1", "LIST"},
	} {
		a := open(t, options(library()), tc.w, tc.h)
		press(a, strings.Fields(tc.keys)...)
		if got := shownTexts(a); got != tc.panes {
			t.Errorf("%d × %d, %q: %s, want %s", tc.w, tc.h, tc.keys, got, tc.panes)
		}
		check(t, a, tc.keys)
	}
}

// shownTexts is shown, two texts being two.
func shownTexts(a *App) string {
	arr := a.arrangement()
	if !arr.twoTexts() {
		return shown(a)
	}
	two := []string{"text", "text"}
	if k := slices.Index([]bool{false, true}, a.pair.second); a.focus == onText {
		two[k] = "TEXT"
	}
	sign := " "
	if arr.texts[1].y > 0 {
		sign = "/"
	}
	return strings.Replace(strings.Replace(shown(a), "TEXT", "text", 1), "text", strings.Join(two, sign), 1)
}

// A window too small for two texts shows the active one; larger again it shows both,
// each where it was.
func TestResizingHidesTheOtherText(t *testing.T) {
	a := open(t, options(library()), 160, 40)
	press(a, "2", "]", "|", "J", "}", "}")
	at, beside := a.reading.At(), besideAt(a)
	for _, size := range [][2]int{{60, 10}, {20, 6}, {1, 1}, {100, 30}, {99, 14}, {80, 24}, {160, 40}} {
		a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		check(t, a, fmt.Sprint(size))
		if a.reading.At() != at || besideAt(a) != beside {
			t.Fatalf("%v: at %v and %v, was at %v and %v", size, a.reading.At(), besideAt(a), at, beside)
		}
	}
	if got := shownTexts(a); got != "list text TEXT outline" {
		t.Errorf("in the end %s", got)
	}
}

// Each text is by itself: whatever is pressed in one, the other stays where it is, and
// what it looks like, until it is the active one or they are linked.
func TestTheOtherTextStaysWhereItIs(t *testing.T) {
	for seed := range uint64(8) {
		a, c := open(t, options(reports()), 160, 40), newChance(seed+50)
		apart := []string{"|", "&", "tab", "shift+tab", "h", "l", "left", "right", "enter"}
		c.keys = slices.DeleteFunc(c.keys, func(k string) bool { return slices.Contains(apart, k) })
		press(a, "2", "]", "|", "J")
		for range 200 {
			second, beside := a.pair.second, besideAt(a)
			k := c.keys[c.IntN(len(c.keys))]
			c.note(k)
			press(a, k)
			check(t, a, c.last())
			if a.pair.second != second || besideAt(a) != beside {
				t.Fatalf("seed %d: %s: the other text went from %v to %v", seed, c.last(), beside, besideAt(a))
			}
		}
	}
}

// Whatever is pressed, clicked and dragged while two texts are linked: the one beside
// stands at the line that belongs to the place of the active one.
func TestLinkedTextsGoTogether(t *testing.T) {
	moved := 0
	for seed := range uint64(8) {
		a, c := open(t, options(reports()), 160, 40), newChance(seed+70)
		c.keys = slices.DeleteFunc(c.keys, func(k string) bool { return k == "|" || k == "&" })
		press(a, "2", "]", "|", "J", "&")
		for range 250 {
			from := besideAt(a)
			c.step(a)
			check(t, a, c.last())
			beside, at := a.reading.Beside()
			if beside == nil || !a.pair.along.Of(a.reading.Article(), beside) {
				continue // the list has the focus
			}
			if at != from {
				moved++
			}
			if a.reading.At() != a.pair.at {
				t.Fatalf("seed %d: %s: the active text moved to %v and the other was not", seed, c.last(), a.reading.At())
			}
			if belongs := a.pair.along.Across(a.reading.At().Pos); c.done[len(c.done)-1] == "]" && at != from && at.Pos.Block != belongs.Block {
				t.Fatalf("seed %d: %s: the other text went to %v, not to %v", seed, c.last(), at, belongs)
			}
		}
	}
	if moved < 100 {
		t.Errorf("the other text moved only %d times", moved)
	}
}

// Linked, a section stands beside the one of the same number, from its heading on, and
// what is opened beside a text opens in the section that is read there.
func TestLinkedSections(t *testing.T) {
	a := open(t, options(reports()), 160, 40)
	press(a, "2", "]", "}", "|", "&", "1", "down", "down")
	if at := a.reading.At(); at != (model.Place{Key: "c3"}) {
		t.Errorf("chosen in the list, it stands at %v", at)
	}
	press(a, "enter")
	if got := state(a); got != "text c3 二、来年总体要求" {
		t.Fatalf("opened beside the second section it is at %s", got)
	}
	for _, key := range []string{"}", "[", "]", "]", "]", "[", "j", "j", "space", "d", "k", "b", "u", "G", "g"} {
		press(a, key)
		section, top := a.reading.Section(), a.reading.At().Pos
		a.swap()
		if got := a.reading.Section(); got != section || key == "]" && a.reading.At().Pos != top {
			t.Errorf("after %s section %d stands beside section %d, %v beside %v", key, section, got, top, a.reading.At().Pos)
		}
		a.swap()
	}
	press(a, "&", "}")
	if beside := besideAt(a); beside.Pos != (model.Pos{}) {
		t.Errorf("each by itself, the other went to %v", beside)
	}
}

// A section of a text beside another of the same: they keep together as they were put.
func TestLinkedAsTheyWerePut(t *testing.T) {
	a := open(t, options(reports()), 160, 40)
	press(a, "2", "]", "|", "}", "&")
	for _, key := range []string{"j", "}", "k", "[", "["} {
		press(a, key)
		art := a.reading.Article()
		beside := besideAt(a)
		a.swap()
		path, was := art.Outline[max(0, a.reading.Section())], a.reading.Section()
		a.swap()
		if here := a.reading.Section(); here < 0 || was < -1 || here <= was {
			t.Errorf("after %s section %d stands beside section %d (%s) at %v", key, here, was, path.Text(), beside)
		}
	}
}

// The mouse: a click makes the text under it the active one, the wheel scrolls the text
// under it, whichever is active.
func TestTheMouseInTwoTexts(t *testing.T) {
	for _, size := range [][2]int{{160, 45}, {120, 36}, {80, 30}} {
		a := open(t, options(reports()), size[0], size[1])
		press(a, "2", "]", "|", "J")
		at, beside := a.reading.At(), besideAt(a)
		first := a.arrangement().texts[0]
		a.Update(tea.MouseWheelMsg{X: first.x + 5, Y: first.y + 5, Button: tea.MouseWheelDown})
		if a.reading.At() != at || besideAt(a) == beside {
			t.Errorf("%v: the wheel over the other text moves %v to %v and %v to %v", size, at, a.reading.At(), beside, besideAt(a))
		}
		beside = besideAt(a)
		clickAt(a, first.x+9, first.y+5)
		if a.reading.At() != beside || a.pair.second || besideAt(a) != at {
			t.Errorf("%v: a click in the other text leads to %v, not to %v", size, a.reading.At(), beside)
		}
		if n := looksFocused(a); n != 1 {
			t.Errorf("%v: %d look focused", size, n)
		}
		press(a, "&")
		second := a.arrangement().texts[1]
		at, beside = a.reading.At(), besideAt(a)
		for range 3 {
			a.Update(tea.MouseWheelMsg{X: second.x + 5, Y: second.y + 5, Button: tea.MouseWheelDown})
		}
		if a.reading.At() == at || besideAt(a) == beside || a.pair.second {
			t.Errorf("%v: linked, the wheel over the other moves %v to %v and %v to %v", size, at, a.reading.At(), beside, besideAt(a))
		}
	}
}

// A double click looks for the word in the text that it is in, and what is found is lit
// in both.
func TestAWordOfTheOtherText(t *testing.T) {
	a := open(t, options(reports()), 160, 45)
	press(a, "2", "]", "|", "J")
	first := a.arrangement().texts[0]
	rows, _, _ := a.frame()
	x, y := -1, 0
	for x < 0 && y < len(rows)-1 {
		y++
		if line := rows[y].Text(); strings.Contains(line, "规模") {
			x = a.policy.Width(line[:strings.Index(line, "规模")])
		}
	}
	clickAt(a, x, y)
	clickAt(a, x, y)
	if got := state(a); a.pair.second || !strings.HasPrefix(got, "text a") || !strings.Contains(got, "lit:规模") {
		t.Fatalf("a word clicked twice at %d, %d in %+v leads to %s", x, y, first, got)
	}
	lit := [2]int{}
	rows, _, _ = a.frame()
	for _, row := range rows[:len(rows)-1] {
		at := 0
		for _, s := range row {
			if s.Ink.Over == role.Hit || s.Ink.Over == role.HitCurrent {
				if second, ok := a.arrangement().text(at, 1); ok && second {
					lit[1]++
				} else {
					lit[0]++
				}
			}
			at += s.W
		}
	}
	if lit[0] == 0 || lit[1] == 0 {
		t.Errorf("%v stretches are lit in the two texts\n%s", lit, text(a))
	}
}

// Pictures stand in both texts, whichever is active, in the size that each has room for.
func TestPicturesInTwoTexts(t *testing.T) {
	a := open(t, illustrated(), 160, 30)
	count := func() (n [2]int) {
		rows, _, _ := a.frame()
		for y, row := range rows[:len(rows)-1] {
			at := 0
			for _, s := range row {
				if second, ok := a.arrangement().text(at, y); ok && strings.Contains(s.Text, "▀") {
					n[map[bool]int{true: 1}[second]] += s.W
				}
				at += s.W
			}
		}
		return n
	}
	press(a, "2", "|")
	for _, keys := range []string{"", "h", "l", "|", "|", "h"} {
		press(a, strings.Fields(keys)...)
		check(t, a, keys)
		if n := count(); a.pair.on && (n[0] == 0 || n[0] != n[1]) {
			t.Errorf("after %q the two texts have %v cells of pictures\n%s", keys, n, text(a))
		}
	}
	for _, size := range [][2]int{{120, 40}, {80, 50}} {
		_, cmd := a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		drain(a, cmd)
		if n := count(); n[0] == 0 || n[1] == 0 {
			t.Errorf("%v: the two texts have %v cells of pictures\n%s", size, n, text(a))
		}
	}
}

// Both texts come anew when they change, and one that cannot be read says so alone.
func TestTwoTextsComeAnew(t *testing.T) {
	s := newStepper(3)
	for _, key := range []string{"x", "y"} {
		s.news(model.News{Put: []*model.Entry{s.article(key).Entry}})
	}
	s.settle()
	for _, key := range []string{"2", "|", "J"} {
		s.send(strokes(key)[0])
		s.settle()
	}
	was, _ := s.a.reading.Beside()
	s.news(model.News{Put: []*model.Entry{s.article(was.Key).Entry}})
	s.settle()
	if now, _ := s.a.reading.Beside(); now == was || now.Entry != s.a.reading.Corpus.Entry(was.Key) {
		t.Error("the text beside did not come anew")
	}
	next := s.article(was.Key)
	s.desk.remove(was.Key)
	s.news(model.News{Put: []*model.Entry{next.Entry}})
	s.settle()
	if s.a.pair.aside.unread == nil || s.a.unread != nil {
		t.Error("the text beside cannot be read, and it is not the one that says so")
	}
	check(t, s.a, "unread")
	s.a.quit()
}
