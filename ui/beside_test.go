package ui

import (
	"fmt"
	"image"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"juan/ui/cell"
	"juan/ui/picture"
)

func TestPlaceholdersStandInTheText(t *testing.T) {
	a, g := show(t, placeholders, 100, 30)
	check(t, a, "with placeholders")
	frame := paint(a)
	out := g.take(t)
	if got := standIns(frame); len(got) != 1 || got[0x123401] != 20*5 || !g.held[0x123401] { // 200 × 100 pixels, pixel by pixel
		t.Fatalf("%v stand there, the terminal has %v", got, g.held)
	}
	if strings.Index(out, "\x1b_G") > strings.Index(out, "\U0010EEEE") {
		t.Error("the picture comes after the cells that stand for it")
	}
	paint(a)
	if out := g.take(t); strings.Contains(out, "\x1b_G") {
		t.Error("it is sent again with what is painted")
	}
	press(a, "2", "L", "1", "enter")
	check(t, a, "with a popup")
	frame = paint(a)
	g.take(t)
	if len(g.held) != 2 || standIns(frame)[0x123403] == 0 {
		t.Errorf("%v stand there, the terminal has %v", standIns(frame), g.held)
	}
	press(a, "esc")
	paint(a)
	if g.take(t); len(g.held) != 1 {
		t.Errorf("the popup is closed, and the terminal has %v", g.held)
	}
	a.opt.Beside.Write([]byte("\x1b[?1049l")) // suspended
	if g.take(t); len(g.held) != 0 {
		t.Errorf("the screen is left, and the terminal has %v", g.held)
	}
	_, cmd := a.Update(tea.ResumeMsg{})
	drain(a, cmd)
	frame = paint(a)
	if g.take(t); len(g.held) != 1 || len(standIns(frame)) != 1 {
		t.Errorf("%v stand there, the terminal has %v", standIns(frame), g.held)
	}
	a.opt.Beside.Write([]byte("\x1b[2K\x1b[?1049l"))
	if out := g.take(t); len(g.held) != 0 || !strings.HasSuffix(out, "\x1b\\\x1b[?1049l") {
		t.Errorf("the screen is left, and the terminal has %v: %q", g.held, out)
	}
}

// What stands in a frame is in the terminal's memory by then, which is bounded, and
// nothing stays there.
func TestPlaceholdersUnderRandomKeys(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	keys := []string{"j", "k", "d", "u", "space", "b", "g", "G", "L", "1", "enter", "esc", "tab", "z", "+", "-", "2", "left", "right", "?", "ctrl+l"}
	a, g := show(t, placeholders, 100, 30)
	for range 600 {
		switch r.IntN(24) {
		case 0, 1, 2:
			_, cmd := a.Update(tea.WindowSizeMsg{Width: 1 + r.IntN(140), Height: 1 + r.IntN(50)})
			drain(a, cmd)
		case 3:
			_, cmd := a.Update(CellSize(image.Pt(5+r.IntN(10), 10+r.IntN(20))))
			drain(a, cmd)
		case 4:
			_, cmd := a.Update(tea.ColorProfileMsg{Profile: []colorprofile.Profile{colorprofile.ANSI256, colorprofile.TrueColor}[r.IntN(2)]})
			drain(a, cmd)
		}
		key := keys[r.IntN(len(keys))]
		press(a, key)
		check(t, a, key)
		frame := paint(a)
		g.take(t)
		for id := range standIns(frame) {
			if !g.held[id] {
				t.Fatalf("after %s: %d stands there, the terminal has %v", key, id, g.held)
			}
		}
		if len(g.held) > mostFigures+1 {
			t.Fatalf("after %s: the terminal has %d pictures", key, len(g.held))
		}
	}
	if a.opt.Beside.Write([]byte("\x1b[?1049l")); g.sent < 20 {
		t.Errorf("%d pictures were sent", g.sent)
	}
	if g.take(t); len(g.held) != 0 {
		t.Errorf("the terminal has %v", g.held)
	}
}

// No picture is sent where the terminal did not say that it takes them, or where
// the colours by which placeholders name it do not arrive.
func TestNoBytesOfPicturesUnasked(t *testing.T) {
	for name, change := range map[string]func(*App){
		"not asked": func(a *App) { a.opt.Medium.Way = picture.Blocks },
		"nowhere":   func(a *App) { a.opt.Beside = nil },
		"off":       func(a *App) { a.opt.Pictures = nil },
		"256":       func(a *App) { a.profile = colorprofile.ANSI256 },
		"none":      func(a *App) { a.profile = colorprofile.ASCII },
	} {
		g := &glass{held: make(map[uint32]bool)}
		opt := illustrated()
		opt.Medium = placeholders
		w := picture.NewWriter(g, nil)
		a := New(opt)
		a.opt.Beside = w
		change(a)
		a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
		drain(a, a.Init())
		for _, keys := range []string{"2", "L", "1", "enter", "esc", "G"} {
			press(a, keys)
			w.Write([]byte(a.View().Content))
		}
		w.Write([]byte("\x1b[?1049l"))
		if out := g.take(t); strings.Contains(out, "\x1b_") || strings.Contains(out, "\x1bP") || strings.Contains(out, "\U0010EEEE") {
			t.Errorf("%s: a picture is sent", name)
		}
	}
}

// A picture over the cells is drawn behind each frame that paints its cells, in
// their place; when its popup closes or has another size the screen is painted
// anew, and nothing of it is left.
func TestPicturesOverTheCells(t *testing.T) {
	for _, on := range []picture.Medium{sixels, {Way: picture.Inline, Cell: image.Pt(10, 20)}} {
		a, g := show(t, on, 100, 30)
		begins := map[picture.Way]string{picture.Sixels: "\x1bP", picture.Inline: "\x1b]1337;File="}[on.Way]
		paint(a)
		if out := g.take(t); strings.Contains(out, begins) || !strings.Contains(out, "▀") {
			t.Errorf("%d: in the text there are no blocks", on.Way)
		}
		press(a, "2", "L", "1", "enter")
		check(t, a, "with a picture")
		drawnAt := func(when string) {
			t.Helper()
			at := marked(a)
			frame := paint(a)
			out := g.take(t)
			over := fmt.Sprintf("\x1b7\x1b[%d;%dH%s", at.Y+1, at.X+1, begins)
			i := strings.Index(out, over)
			if i < len(frame)/2 || !strings.HasSuffix(out, "\x1b8") || strings.Contains(out, "\U0008EEEE") || at.Y == 0 {
				t.Errorf("%d, %s: it is not drawn at %v: %q", on.Way, when, at, out[max(0, len(out)-40):])
			}
		}
		drawnAt("opened")
		press(a, "ctrl+l")
		drawnAt("painted anew")
		for _, size := range [][2]int{{60, 20}, {140, 45}} {
			first := marks(a)
			_, cmd := a.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			paint(a)
			if out := g.take(t); strings.Contains(out, begins) {
				t.Errorf("%d: it is drawn where it was", on.Way)
			}
			if !cleared(a, cmd) {
				t.Errorf("%d: the screen keeps what was drawn", on.Way)
			}
			if marks(a) == first {
				t.Errorf("%d: the renderer takes the new picture for the old one", on.Way)
			}
			drawnAt("after a resize")
		}
		_, cmd := a.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
		if !cleared(a, cmd) {
			t.Errorf("%d: the screen keeps the picture", on.Way)
		}
		paint(a)
		if out := g.take(t); strings.Contains(out, begins) || strings.Contains(out, "\U0008EEEE") {
			t.Errorf("%d: it is drawn when its popup is closed", on.Way)
		}
	}
}

// marks returns the characters of the frame that have a picture drawn.
func marks(a *App) string {
	return strings.Join(regexp.MustCompile("\U0008EEEE..").FindAllString(text(a), -1), "")
}

// marked returns the cell of the first one.
func marked(a *App) image.Point {
	for y, line := range strings.Split(text(a), "\n") {
		if before, _, ok := strings.Cut(line, "\U0008EEEE"); ok {
			return image.Pt(a.policy.Width(before), y)
		}
	}
	return image.Point{}
}

// A character that stands for a part of a picture takes one cell, for us and for
// the renderer, whichever row and column it names.
func TestPlaceholdersTakeOneCell(t *testing.T) {
	for i := range 297 {
		for _, s := range []string{picture.Placeholder(i, 0), picture.Placeholder(0, i), picture.Placeholder(i, 296-i)} {
			for _, p := range []cell.Policy{{}, {Clusters: true}, {Narrow: cell.Trigrams | cell.Hexagrams}} {
				if n, w := p.First(s + "卷"); n != len(s) || w != 1 || p.Width(s+s) != 2 || p.Frame(s) != s {
					t.Fatalf("%q, %+v: %d bytes of %d, %d cells", s, p, n, len(s), w)
				}
			}
			if ansi.StringWidth(s) != 1 || ansi.StringWidthWc(s) != 1 {
				t.Fatalf("%q: the renderer takes %d and %d cells", s, ansi.StringWidth(s), ansi.StringWidthWc(s))
			}
		}
	}
}

// What the terminal says late is believed.
func TestTheTerminalSaysLate(t *testing.T) {
	a, g := show(t, picture.Medium{ID: 0x100}, 100, 30)
	paint(a)
	if g.take(t); g.sent != 0 {
		t.Error("a picture is sent")
	}
	_, cmd := a.Update(picture.Placeholders)
	drain(a, cmd)
	paint(a)
	if g.take(t); g.sent != 1 {
		t.Error("no picture is sent")
	}
	_, cmd = a.Update(CellSize(image.Pt(20, 40)))
	drain(a, cmd)
	frame := paint(a)
	if g.take(t); g.sent != 2 || len(g.held) != 1 {
		t.Errorf("%d pictures were sent, the terminal has %v", g.sent, g.held)
	}
	for _, cells := range standIns(frame) {
		if cells != 10*3 {
			t.Errorf("200 × 100 pixels take %d cells of 20 × 40", cells)
		}
	}
}

// What lies over the popup is not drawn over; when it is gone the picture is back.
func TestPicturesOverTheCellsAreCovered(t *testing.T) {
	a, g := show(t, sixels, 100, 30)
	press(a, "2", "L", "1", "enter")
	paint(a)
	g.take(t)
	first := marks(a)
	over := &popup{title: "渡口", items: items{{left: "船"}}}
	a.raise(over)
	_, cmd := a.Update(nil)
	if !cleared(a, cmd) {
		t.Error("the screen keeps what was drawn")
	}
	paint(a)
	if out := g.take(t); strings.Contains(out, "\x1bP") {
		t.Error("it is drawn over what covers it")
	}
	a.drop(over)
	_, cmd = a.Update(nil)
	drain(a, cmd)
	if marks(a) == first {
		t.Error("the renderer has no cell to paint for it")
	}
	paint(a)
	if out := g.take(t); !strings.Contains(out, "\x1bP") {
		t.Error("it does not come back")
	}
}

// However many pictures were drawn, none gets the name of one that stands there.
func TestNamesOfPicturesAreNotGivenTwice(t *testing.T) {
	a, g := show(t, placeholders, 100, 30)
	a.named = lastID
	press(a, "2", "L", "1", "enter")
	frame := paint(a)
	g.take(t)
	if got := standIns(frame); got[0x123402] == 0 || len(g.held) != 2 {
		t.Errorf("%v stand there, the terminal has %v", got, g.held)
	}
}
