package ui

import (
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// chance returns keys and window sizes as chance has them; what they did before
// is told by the last few of them.
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
			if got := state(a); a.focus != onList || len(a.layers) > 0 || !r.Filtered().Empty() || !r.Query().Empty() || !a.outline.query.Empty() {
				t.Fatalf("seed %d: %s, then Esc: %s, %d layers", seed, c.last(), got, len(a.layers))
			}
		}
	}
}
