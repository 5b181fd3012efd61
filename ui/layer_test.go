package ui

import (
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/ui/role"
)

// chance returns keys and window sizes as chance has them; a failure is reported with
// the last few of them.
type chance struct {
	*rand.Rand
	keys []string
	done []string
}

func newChance(seed uint64) *chance {
	c := &chance{Rand: rand.New(rand.NewPCG(seed, 11))}
	for _, cmd := range commands() {
		if cmd.name != "quit" && cmd.name != "interrupt" && cmd.name != "suspend" {
			c.keys = append(c.keys, cmd.keys...)
		}
	}
	c.keys = append(c.keys, "'产业", "'民", "enter", "enter", "esc", "backspace", "left", "right", "up", "down")
	return c
}

// step presses a key, clicks, turns the wheel or drags the window.
func (c *chance) step(a *App) {
	switch c.IntN(12) {
	case 0:
		w, h := []int{160, 120, 100, 80, 60, 40, 20}[c.IntN(7)], 6+c.IntN(40)
		c.note("resize")
		a.Update(tea.WindowSizeMsg{Width: w, Height: h})
	case 1:
		c.note("click")
		_, cmd := a.Update(tea.MouseClickMsg{X: c.IntN(a.w), Y: c.IntN(a.h), Button: tea.MouseLeft})
		drain(a, cmd)
	case 2:
		c.note("wheel")
		a.Update(tea.MouseWheelMsg{X: c.IntN(a.w), Y: c.IntN(a.h), Button: tea.MouseWheelDown})
	default:
		k := c.keys[c.IntN(len(c.keys))]
		c.note(k)
		press(a, k)
	}
}

func (c *chance) note(what string) { c.done = append(c.done, what) }

func (c *chance) last() string { return strings.Join(c.done[max(0, len(c.done)-10):], " ") }

// However many layers there are, Esc takes them off one by one and ends in the
// list, where it changes nothing any more.
func TestEscEndsInTheList(t *testing.T) {
	for seed := range uint64(8) {
		a, c := open(t, options(library()), 140, 40), newChance(seed)
		for range 40 {
			for range 5 {
				c.step(a)
			}
			for n := len(a.layers) + 3; n > 0; n-- {
				press(a, "esc")
			}
			r := &a.reading
			if got := state(a); a.focus != onList || needsLayer(a) == "" || !r.Filtered().Empty() || !r.Query().Empty() || !a.outline.query.Empty() {
				t.Fatalf("seed %d: %s, then Esc: %s, %d layers", seed, c.last(), got, len(a.layers))
			}
		}
	}
}

// A command that cannot be given says why, in the status line, instead of doing
// nothing.
func TestCommandsSayWhyTheyCannotBeGiven(t *testing.T) {
	for _, tc := range []struct {
		articles   int // how many there are
		w          int
		keys, said string
	}{
		{0, 120, "enter", "没有打开的文章"},
		{0, 120, "2 y", "没有打开的文章"},
		{3, 120, "/ '没有的词 enter enter", "没有符合的文章"},
		{3, 120, "3 / '没有的词 enter enter", "没有符合的标题"},
		{3, 120, "2 t '没有的词 enter", "没有符合的"},
		{3, 120, "2 ? enter", "Esc返回"},
		{3, 120, "2 F enter", "先输入"},
		{3, 120, "2 n", "还没有要找的词"},
		{3, 120, "2 L", "屏幕上没有链接"},
		{3, 120, "2 enter", "屏幕上没有脚注、链接和图片"},
		{3, 120, "2 J J ]", "未识别到标题"},
		{3, 120, "2 J J 3", "未识别到标题"},
		{3, 120, "2 + + + + + + + + +", "版心已占满窗格"},
		{3, 120, "2 " + strings.Repeat("- ", 40), "版心已到最窄"},
		{3, 120, "1 " + strings.Repeat("> ", 40), "窗格已到最宽"},
		{3, 120, "1 " + strings.Repeat("< ", 40), "窗格已到最窄"},
		{3, 60, "2 >", "旁边没有窗格"},
		{3, 120, "esc", "已在最外层"},
		{3, 120, "alt+left", "没有更早的位置"},
	} {
		a := open(t, options(library()[:tc.articles]), tc.w, 36)
		press(a, strings.Fields(tc.keys)...)
		if rows := strings.Split(strings.TrimSpace(text(a)), "\n"); !strings.Contains(rows[len(rows)-1], tc.said) {
			t.Errorf("%d articles, %q: the status says %q, not %q", tc.articles, tc.keys, rows[len(rows)-1], tc.said)
		}
	}
}

// The palette gives the same reasons.
func TestThePaletteSaysWhyCommandsCannotBeGiven(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2", "J", "J", ":", "'下一节")
	if !strings.Contains(text(a), "未识别到标题") {
		t.Errorf("in a text without headings the palette says\n%s", text(a))
	}
}

// looksFocused returns how many panes and popups on screen look as if keys went to
// them.
func looksFocused(a *App) int {
	if _, ok := a.front().(*popup); ok {
		return 1
	}
	type title struct {
		at     focus
		second bool
	}
	arr, seen := a.arrangement(), map[title]bool{}
	rows, _, _ := a.frame()
	for _, y := range []int{0, arr.texts[1].y} {
		x := 0
		for _, s := range rows[y] {
			at, ok := arr.at(x)
			second, two := arr.text(x, y)
			alone := arr.pane[at].w == a.w && !arr.twoTexts()
			if ok && s.Ink.Role == role.PaneTitleFocused && (alone || strings.HasPrefix(s.Text, a.screen().Glyphs.Focus)) && (y == 0 || two) {
				seen[title{at, second}] = true
				if two && second != a.pair.second {
					return -1
				}
			}
			x += s.W
		}
	}
	return len(seen)
}

// Whatever is pressed, clicked or dragged, exactly one pane or popup that shows
// looks focused.
func TestFocusIsSeen(t *testing.T) {
	for seed := range uint64(12) {
		a, c := open(t, options(library()), 100, 30), newChance(seed)
		for range 200 {
			c.step(a)
			if n := looksFocused(a); n != 1 {
				t.Fatalf("seed %d: %s: %d look focused, %s\n%s", seed, c.last(), n, state(a), text(a))
			}
			check(t, a, c.last())
		}
	}
}

// Which panes show, and which has the focus.
func TestPanes(t *testing.T) {
	for _, tc := range []struct {
		w           int
		keys, panes string
	}{
		{120, "", "LIST text outline"},
		{120, "2 o", "list TEXT"},
		{120, "3 o", "list TEXT"},
		{120, "J", "LIST text outline"},
		{120, "j j", "LIST text"}, // it has no headings
		{120, "3 J J", "list TEXT"},
		{120, "j j o", "LIST text"},
		{120, "z", "TEXT"},
		{100, "", "LIST text"},
		{100, "1 o", "TEXT outline"},
		{100, "1 o o", "list TEXT"},
		{100, "1 o 1", "LIST text"},
		{100, "3", "text OUTLINE"},
		{100, "3 2", "TEXT outline"},
		{100, "3 2 o", "list TEXT"},
		{100, "2 space", "list TEXT"},
		{80, "enter", "list TEXT"},
		{80, "enter space", "TEXT"},
		{80, "enter ]", "TEXT"},
		{80, "enter J", "list TEXT"},
		{80, "space", "LIST text"},
		{80, "enter space 1", "LIST text"},
		{80, "enter space 1 enter", "list TEXT"},
		{80, "3 2 space", "TEXT outline"},
		{60, "", "LIST"},
		{60, "o", "OUTLINE"},
		{60, "o o", "TEXT"},
	} {
		a := open(t, options(library()), tc.w, 24)
		press(a, strings.Fields(tc.keys)...)
		if got := shown(a); got != tc.panes {
			t.Errorf("%d columns, %q: %s, want %s", tc.w, tc.keys, got, tc.panes)
		}
	}
}

// shown names the panes on screen, the focused one in capitals.
func shown(a *App) string {
	var s []string
	for i, name := range []string{"list", "text", "outline"} {
		switch {
		case a.arrangement().pane[i].w == 0:
		case focus(i) == a.focus:
			s = append(s, strings.ToUpper(name))
		default:
			s = append(s, name)
		}
	}
	return strings.Join(s, " ")
}

// What leaps, ^o undoes, wherever the reader was.
func TestEveryLeapIsInTheTrail(t *testing.T) {
	leaps := []string{"g", "G", "home", "end", "]", "[", "}", "{", "J", "K", "n", "N"}
	for seed := range uint64(12) {
		a, c := open(t, options(library()), 120, 30), newChance(seed)
		for range 80 {
			for range 3 {
				c.step(a)
			}
			for needsLayer(a) == "" && a.front() != (base{}) {
				press(a, "esc")
			}
			press(a, "2")
			from, leap := a.reading.At(), leaps[c.IntN(len(leaps))]
			press(a, leap)
			if a.reading.At() == from {
				continue
			}
			press(a, "ctrl+o")
			if got := a.reading.At(); got != from {
				t.Fatalf("seed %d: %s, then %s at %v: ^o leads to %v", seed, c.last(), leap, from, got)
			}
		}
	}
}

// No key does nothing: what is pressed changes the screen, or the status says
// why it does not.
func TestNoKeyDoesNothing(t *testing.T) {
	silent := "redraw suspend focus-list focus-text focus-outline interrupt slide-left slide-right"
	for seed := range uint64(12) {
		a, c := open(t, options(library()), 120, 30), newChance(seed)
		for range 120 {
			c.step(a)
			key := c.keys[c.IntN(len(c.keys))]
			k, ok := strokes(key)[0].(tea.KeyPressMsg)
			cmd, bound := a.bound(k)
			if !ok || !bound || len(strokes(key)) > 1 || a.front().typing() != nil || strings.Contains(silent, cmd.name) || a.w < minWidth {
				continue
			}
			a.notice = notice{}
			before := a.View().Content
			when, at := state(a), a.reading.At()
			press(a, key)
			if a.View().Content == before && a.reading.At() == at {
				t.Errorf("seed %d: %s (%s) in %s does nothing", seed, key, cmd.name, when)
			}
		}
	}
}
