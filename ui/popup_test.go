package ui

import (
	"strings"
	"testing"
)

// A popup has no row in which nothing stands, whatever is typed into it, and its prompt
// stays where it is; it never leaves the screen.
func TestPopupsAreNoTallerThanTheirContent(t *testing.T) {
	popups := 0
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 14}, {40, 8}} {
		for _, keys := range [][]string{{":"}, {"t"}, {"T"}, {"t", "'产"}, {"t", "'没有这个标题"}, {":", "'主"}, {":", "'没有"}, {"m", "'"}, {"f", "'产业"}, {"f", "'没有的词"}} {
			a := open(t, options(library()), size[0], size[1])
			press(a, "2")
			top := -1
			for _, k := range keys {
				press(a, k)
				p := a.front()
				pop, ok := p.(*popup)
				if !ok {
					continue
				}
				popups++
				c := a.screen()
				w, h := pop.size(c.W, c.H)
				left, y := pop.corner(c)
				if left < 0 || y < 0 || left+w > c.W || y+h > c.H-1 && c.H > 7 {
					t.Errorf("%v, %q: %d × %d at %d, %d", size, keys, w, h, left, y)
				}
				if body := pop.body(c); body.H > max(pop.len(), 1) {
					t.Errorf("%v, %q: %d rows for %d items", size, keys, body.H, pop.len())
				}
				if pop.prompt != nil && top >= 0 && top != y {
					t.Errorf("%v, %q: the prompt went from %d to %d", size, keys, top, y)
				}
				if top = y; len(strings.Split(a.View().Content, "\n")) != c.H {
					t.Errorf("%v, %q: not a screen", size, keys)
				}
			}
		}
	}
	if popups < 40 {
		t.Errorf("only %d popups", popups)
	}
}
