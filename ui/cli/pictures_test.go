package cli

import (
	"image"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"juan/ui/config"
	"juan/ui/picture"
	"juan/ui/term"
)

// Pictures are drawn as the terminal answered, where the setting lets it, and doctor
// says what the reader does.
func TestHowPicturesAreShown(t *testing.T) {
	kitty := term.Answer{Asked: true, Name: "kitty(0.41.1)", Graphics: term.Graphics{Kitty: true, Placeholders: true, CellW: 10, CellH: 20}}
	konsole := term.Answer{Asked: true, Graphics: term.Graphics{Kitty: true}}
	xterm := term.Answer{Asked: true, Name: "XTerm(379)", Graphics: term.Graphics{Sixels: true, CellW: 10, CellH: 20}}
	sizeless := term.Answer{Asked: true, Graphics: term.Graphics{Sixels: true}}
	iterm := term.Answer{Asked: true, Name: "iTerm2 3.5.0", Graphics: term.Graphics{Sixels: true, CellW: 10, CellH: 20}}
	for _, tc := range []struct {
		name    string
		answer  term.Answer
		setting string
		environ string
		outer   term.Outer
		way     picture.Way
		said    string
	}{
		{"nobody", term.Answer{}, "", "", term.Outer{}, picture.Blocks, "blocks"},
		{"kitty", kitty, "", "", term.Outer{}, picture.Placeholders, "placeholders"},
		{"kitty, auto", kitty, "auto", "", term.Outer{}, picture.Placeholders, "placeholders"},
		{"kitty, blocks", kitty, "blocks", "", term.Outer{}, picture.Blocks, "blocks"},
		{"kitty, off", kitty, "off", "", term.Outer{}, picture.Blocks, "off"},
		{"without placeholders", konsole, "", "", term.Outer{}, picture.Blocks, "blocks"},
		{"xterm", xterm, "", "", term.Outer{}, picture.Sixels, "sixel"},
		{"cells of unknown size", sizeless, "", "", term.Outer{}, picture.Blocks, "blocks"},
		{"iTerm2", iterm, "", "", term.Outer{}, picture.Inline, "iterm2"},
		{"tmux", xterm, "", "TMUX=x", term.Outer{}, picture.Blocks, "blocks"},
		{"tmux in xterm", xterm, "", "TMUX=x", term.Outer{Sixels: true}, picture.Blocks, "sixel"},
		{"tmux in kitty", xterm, "", "TMUX=x", term.Outer{Answered: true}, picture.Blocks, "placeholders"},
	} {
		w, _, _ := onTerminal()
		w.Environ = append(w.Environ, "COLORTERM=truecolor", "TTY_FORCE=1", tc.environ)
		w.Ask = func(term.Question) term.Answer { return tc.answer }
		w.AskOuter = func() term.Outer { return tc.outer }
		inv := &invocation{World: w, config: config.Config{Pictures: tc.setting}}
		if m := inv.medium(tc.answer); m.Way != tc.way || m.Cell != image.Pt(tc.answer.CellW, tc.answer.CellH) && tc.setting == "" {
			t.Errorf("%s: %+v", tc.name, m)
		}
		if inv.profile() != colorprofile.TrueColor {
			t.Fatal("no colours")
		}
		if got := inv.shows(tc.answer); got != tc.said {
			t.Errorf("%s: doctor says %s", tc.name, got)
		}
	}
}

// Only the reader asks for pictures, and only where they are left to the terminal.
func TestWhoAsksForPictures(t *testing.T) {
	for _, tc := range []struct {
		args, setting string
		pictures      bool
	}{
		{"", "", true}, {"", "auto", true}, {"", "blocks", false}, {"", "off", false}, {"print", "", false}, {"outline", "auto", false},
	} {
		w, _, _ := onTerminal(tc.args)
		inv := &invocation{World: w, config: config.Config{Pictures: tc.setting}, reading: tc.args == ""}
		inv.Ask = func(q term.Question) term.Answer {
			if q.Pictures != tc.pictures || q.Leave != (tc.args != "") {
				t.Errorf("%+v: %+v", tc, q)
			}
			return term.Answer{}
		}
		inv.ask()
	}
}
