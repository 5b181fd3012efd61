package launch

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"juan/ui/term"
)

// clipboard returns what puts text on the clipboard of the tmux that juan runs
// in, and through it on that of the terminal around it (load-buffer -w, tmux 3.2),
// nil where it does not run in tmux. What tmux lets a program itself send hangs
// on its set-clipboard; this does not.
func clipboard(getenv func(string) string) func(text string) error {
	if term.Multiplexer(getenv) != "tmux" {
		return nil
	}
	return func(text string) error { return feed(text, "tmux", "load-buffer", "-w", "-") }
}

// screenString is how many bytes of a string GNU screen hands on at a time: 767 in
// version 4.2 and later, 255 before. Of a longer one nothing arrives.
const screenString = 255

// passage returns what wraps a control sequence so that GNU screen hands it on
// to the terminal around it, nil where juan does not run in screen. As it is,
// screen drops one that sets the clipboard, and shows the rest of a long one.
func passage(getenv func(string) string) func(sequence string) string {
	if term.Multiplexer(getenv) != "screen" {
		return nil
	}
	return func(sequence string) string { return ansi.ScreenPassthrough(sequence, screenString) }
}

// feed runs a program that reads text, and waits two seconds for it at most.
func feed(text string, name string, args ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdin = strings.NewReader(text)
	cmd.WaitDelay = 100 * time.Millisecond
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("copying with %s: %w", name, err)
	}
	return nil
}
