package ui

import (
	"bytes"
	"fmt"
	"image"
	"regexp"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/ui/picture"
)

// A glass is a terminal as far as pictures go.
type glass struct {
	bytes.Buffer
	held map[uint32]bool // kitty's, in its memory
	sent int             // pictures that it was sent
}

var graphics = regexp.MustCompile("\x1b_G([^;\x1b]*)(?:;[^\x1b]*)?\x1b\\\\")

// take takes what was written to the terminal since, and returns it.
func (g *glass) take(t *testing.T) string {
	t.Helper()
	s := g.String()
	g.Reset()
	for _, m := range graphics.FindAllStringSubmatch(s, -1) {
		keys := make(map[string]string)
		for pair := range strings.SplitSeq(m[1], ",") {
			k, v, _ := strings.Cut(pair, "=")
			keys[k] = v
		}
		if keys["q"] != "2" {
			t.Fatalf("the terminal will answer %q", m[1])
		}
		id, _ := strconv.ParseUint(keys["i"], 10, 32)
		switch {
		case keys["a"] == "T" && keys["U"] == "1":
			g.held[uint32(id)] = true
			g.sent++
		case keys["a"] == "d" && keys["d"] == "I":
			if !g.held[uint32(id)] {
				t.Fatalf("picture %d is forgotten, and was not there", id)
			}
			delete(g.held, uint32(id))
		case keys["a"] != "" || keys["m"] == "":
			t.Fatalf("what is %q?", m[1])
		}
	}
	return s
}

var standing = regexp.MustCompile("\x1b\\[38;2;(\\d+);(\\d+);(\\d+)m(\U0010EEEE[^\x1b]*)")

// standIns returns how many cells stand for each picture in a frame.
func standIns(frame string) map[uint32]int {
	out := make(map[uint32]int)
	for _, m := range standing.FindAllStringSubmatch(frame, -1) {
		var id uint32
		for _, part := range m[1:4] {
			n, _ := strconv.ParseUint(part, 10, 8)
			id = id<<8 | uint32(n)
		}
		out[id] += strings.Count(m[4], "\U0010EEEE")
	}
	return out
}

// show opens an article with pictures in a terminal that draws them so.
func show(t *testing.T, on picture.Medium, w, h int) (*App, *glass) {
	t.Helper()
	g := &glass{held: make(map[uint32]bool)}
	opt := illustrated()
	opt.Medium, opt.Beside = on, picture.NewWriter(g, nil)
	return open(t, opt, w, h), g
}

// paint writes a frame as the renderer does that paints all of it.
func paint(a *App) string {
	frame := a.View().Content
	a.opt.Beside.Write([]byte(frame))
	return frame
}

// cleared carries out a command and reports whether the screen is painted anew.
func cleared(a *App, cmd tea.Cmd) bool {
	if cmd == nil {
		return false
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		met := false
		for _, c := range msg {
			met = cleared(a, c) || met
		}
		return met
	case nil:
		return false
	default:
		_, next := a.Update(msg)
		return cleared(a, next) || fmt.Sprintf("%T", msg) == fmt.Sprintf("%T", tea.ClearScreen())
	}
}

var (
	placeholders = picture.Medium{Way: picture.Placeholders, Cell: image.Pt(10, 20), ID: 0x123400}
	sixels       = picture.Medium{Way: picture.Sixels, Cell: image.Pt(10, 20)}
)
