package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/cell"
)

// What is typed before anything has come is heard when it has.
func TestKeysBeforeTheFirstFrame(t *testing.T) {
	for keys, want := range map[string]string{
		"enter":             "text a",
		"ctrl+j":            "text a", // Enter, from a terminal that was not yet the program's
		"j j enter":         "text c",
		"j enter ]":         "text b 一、全年工作回顾",
		"enter ] ] left":    "list a （一）做强产业，增长提速",
		"/ '认得路 enter":      "list c lit:认得路 shown:1",
		"j / '它q enter":     "list b lit:它q shown:0",
		"enter / '民生 enter": "text a （二）改善民生 lit:民生",
		"j j esc enter":     "text a",
		"2 3 j enter":       "text a （一）做强产业，增长提速",
	} {
		opt := options(library())
		a := New(opt)
		cmd := a.Init()
		press(a, strings.Fields(keys)...) // before there is a window
		a.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
		drain(a, cmd)
		if got := state(a); !strings.HasPrefix(got, want) {
			t.Errorf("%q before the first frame: %s, want %s", keys, got, want)
		}

		for _, k := range strings.Fields(keys) {
			if k == "esc" {
				continue
			}
			for _, msg := range strokes(k) {
				opt.Typed = append(opt.Typed, msg.(tea.KeyPressMsg))
			}
		}
		if got := state(open(t, opt, 120, 36)); !strings.Contains(keys, "esc") && !strings.HasPrefix(got, want) {
			t.Errorf("%q before the program: %s, want %s", keys, got, want)
		}
	}
}

// A key that needs the text waits for it; one that does not is heard, and Esc
// forgets what waits.
func TestKeysWaitForTheText(t *testing.T) {
	for keys, want := range map[string]string{
		"enter ]":     "text y 一、甲",
		"enter ] esc": "list y",
		"enter ?":     "text y popup:帮助 prompt:",
	} {
		s := newStepper(1)
		s.news(model.News{Put: []*model.Entry{s.article("x").Entry}})
		s.settle()
		y := model.NewArticle(model.Entry{ID: "y", Title: "远"}, []model.Block{
			model.Paragraph{Prose: model.Plain("开头。")}, model.Heading{Prose: model.Plain("一、甲"), Level: 1}})
		s.desk.put(y)
		s.news(model.News{Put: []*model.Entry{y.Entry}})
		s.a.reading.Open("y")
		for _, k := range strings.Fields(keys) {
			for _, msg := range strokes(k) {
				s.send(msg)
			}
		}
		s.settle()
		if got := state(s.a); got != want {
			t.Errorf("%q while the text comes: %s, want %s", keys, got, want)
		}
	}
}

// A late report of the cursor is no key: it neither counts as one nor takes the
// notice away.
func TestALateReportIsNoKey(t *testing.T) {
	opt := options(library())
	opt.Notice = "看这里"
	a := open(t, opt, 120, 36)
	a.Update(tea.KeyPressMsg{Code: tea.KeyF3, Mod: tea.ModShift})
	if a.touched || !strings.Contains(text(a), "看这里") {
		t.Error("ESC[1;2R is taken for a key")
	}
}

// A terminal that says late that it draws ambiguous characters wide is drawn for
// from then on; the place stays.
func TestALateAnswerChangesTheLayout(t *testing.T) {
	a := open(t, options(library()), 120, 36)
	press(a, "2", "]")
	at := a.reading.At()
	a.Update(Drawn{WideAmbiguous: true})
	wide := cell.Policy{WideAmbiguous: true}
	for _, r := range strings.Split(strings.TrimSuffix(text(a), "\n"), "\n") {
		if n := wide.Width(r); n != 120 {
			t.Fatalf("a row takes %d cells in the terminal: %q", n, r)
		}
	}
	if a.reading.At() != at {
		t.Error("the place is lost")
	}
	opt := options(library())
	opt.Policy = wide
	known := open(t, opt, 120, 36)
	if press(known, "2", "]"); text(a) != text(known) {
		t.Errorf("the screen is not that of a terminal that said so in time:\n%s\n%s", text(a), text(known))
	}
	before := text(a)
	a.Update(Drawn{WideAmbiguous: true})
	if text(a) != before {
		t.Error("an answer that changes nothing changes the screen")
	}
}
