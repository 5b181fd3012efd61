package ui

import (
	"fmt"
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// A glimpse is what of the texts was on screen at one moment: from the line that
// the reader's place is in to the last one.
type glimpse struct {
	at          model.Place
	first, last model.Pos
	after       string // what the reader did before it
}

func (g glimpse) String() string { return fmt.Sprintf("%s: %v to %v", g.after, g.at, g.last) }

func glimpseOf(a *App, after string) glimpse {
	on := a.text.page(&a.reading, a.canvas(onText))
	if len(on) == 0 { // the window is too small
		at := a.reading.At()
		return glimpse{at, at.Pos, at.Pos, after}
	}
	return glimpse{a.reading.At(), on[0].Pos(), on[len(on)-1].Pos(), after}
}

// meets reports whether two screens have a line in common, or one goes on where the
// other ends, blank lines aside.
func (g glimpse) meets(h glimpse, a *App) bool {
	if g.at == h.at || g.at.Key != h.at.Key {
		return g.at == h.at
	}
	if h.first.Before(g.first) {
		g, h = h, g
	}
	doc := a.text.lay(&a.reading, a.canvas(onText)) // the measure may have changed between the two
	next, first := g.last, doc.Lines(h.first, 1)[0].Pos()
	for i := 0; i < 4 && next.Before(first); i++ {
		next = doc.Scroll(next, 1)
	}
	return !next.Before(first)
}

// A trip is what was on screen since the trail was empty, and which of it was left
// by a leap.
type trip struct {
	seen []glimpse
	left []glimpse
	from int // the last glimpse with a pane in front
}

// step takes one step and notes what is on screen then.
func (r *trip) step(a *App, c *chance) {
	run := a.browsed.goesOn(a.presses + 1) // moves in the list that follow each other are one leap
	c.step(a)
	r.seen = append(r.seen, glimpseOf(a, c.done[len(c.done)-1]))
	from, to := r.seen[r.from], r.seen[len(r.seen)-1]
	if !inPane(a) {
		if a.front().scope(a)&inNote != 0 && from.meets(to, a) { // one may turn pages while a note is written
			r.from = len(r.seen) - 1
		}
		return
	}
	if r.from = len(r.seen) - 1; !run && !from.meets(to, a) {
		r.left = append(r.left, from)
	}
}

// undo goes back as far as that goes, and fails unless every place that is shown was
// on screen, the later ones first, and each that a leap had left is among them.
func (r *trip) undo(t *testing.T, a *App, when string) {
	t.Helper()
	been := []model.Place{a.reading.At()}
	for i := len(r.seen) - 1; ; {
		press(a, "ctrl+o")
		at := a.reading.At()
		if at == been[len(been)-1] {
			break
		}
		been = append(been, at)
		for ; i >= 0 && r.seen[i].at != at; i-- {
		}
		if i < 0 {
			t.Fatalf("%s: ^o leads to %v, which was not on screen before what came after it:\n%v", when, at, r.seen)
		}
	}
	for _, g := range r.left {
		if !slices.Contains(been, g.at) {
			t.Fatalf("%s: a leap left %v, and ^o leads only to %v\n%v", when, g, been, r.seen)
		}
	}
	for range len(been) - 1 {
		press(a, "alt+right")
	}
	if at := a.reading.At(); at != been[0] {
		t.Fatalf("%s: forward again leads to %v, not to %v", when, at, been[0])
	}
}

// inPane reports whether keys go to a pane, and not to a prompt or a popup.
func inPane(a *App) bool { return a.front().scope(a)&inPanes != 0 && a.front().typing() == nil }

// clear takes off all layers, so that keys go to a pane.
func clear(a *App) {
	for range len(a.layers) + 1 {
		if !inPane(a) {
			press(a, "esc")
		}
	}
}

// Two thousand keys, clicks and turns of the wheel in one text with more than a hundred resizes: one pane
// or popup looks focused in every frame, and whatever was done since, ^o leads back to
// places that were on screen, in their order, and to each that a leap had left.
func TestTwoThousandKeys(t *testing.T) {
	for seed := range uint64(4) {
		a, c := open(t, options(library()), 120, 30), newChance(seed+100)
		c.keys = slices.DeleteFunc(c.keys, func(k string) bool { return k == "|" || k == "ctrl+o" || k == "alt+left" || k == "alt+right" })
		for range 2000 / 40 {
			clear(a)
			r := trip{seen: []glimpse{glimpseOf(a, "start")}}
			for range 40 {
				r.step(a, c)
				if a.w < minWidth || a.h < minHeight {
					continue
				}
				if n := looksFocused(a); n != 1 {
					t.Fatalf("seed %d: %s: %d look focused, %s\n%s", seed, c.last(), n, state(a), text(a))
				}
				check(t, a, c.last())
			}
			clear(a)
			r.seen = append(r.seen, glimpseOf(a, "esc"))
			r.undo(t, a, fmt.Sprintf("seed %d: %s", seed, c.last()))
			for a.reading.Back() { // the next trip begins with an empty trail
			}
			a.Update(tea.WindowSizeMsg{Width: 120, Height: 30})
		}
	}
}
