package launch

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// What is copied goes the way of the program that stands between juan and the
// terminal: tmux is handed the text, screen a wrapped sequence, and a terminal
// gets the sequence as it is.
func TestWayOfWhatIsCopied(t *testing.T) {
	for _, c := range []struct {
		name         string
		set          string
		copies, pass bool
	}{
		{"terminal", "", false, false},
		{"tmux", "TMUX", true, false},
		{"screen", "STY", false, true},
		{"zellij", "ZELLIJ", false, false},
	} {
		getenv := func(name string) string {
			if name == c.set {
				return "x"
			}
			return ""
		}
		if copies, pass := clipboard(getenv) != nil, passage(getenv) != nil; copies != c.copies || pass != c.pass {
			t.Errorf("%s: takes text: %t, wraps: %t", c.name, copies, pass)
		}
	}
}

// GNU screen hands on strings of 255 bytes at most; put together again they are
// the sequence, whatever its length.
func TestScreenHandsOnAllOfIt(t *testing.T) {
	pass := passage(func(name string) string { return map[string]string{"STY": "1.x"}[name] })
	for n := range 1200 {
		sequence := ansi.SetSystemClipboard(strings.Repeat("x", n))
		var got strings.Builder
		for part := range strings.SplitSeq(strings.TrimSuffix(pass(sequence), "\x1b\\"), "\x1b\\") {
			body, ok := strings.CutPrefix(part, "\x1bP")
			if !ok || len(body) > 255 {
				t.Fatalf("%d bytes: a part of %d bytes, begun: %t", n, len(body), ok)
			}
			got.WriteString(body)
		}
		if got.String() != sequence {
			t.Fatalf("%d bytes: %q", n, got.String())
		}
	}
}

// A program that is not there is an error, so that what is copied goes another way.
func TestFeed(t *testing.T) {
	if err := feed("渡口", "juan-no-such-program"); err == nil {
		t.Error("a program that is not there took it")
	}
}
