package launch

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// clipboard returns what puts text on the clipboard of the tmux that juan runs
// in, and through it on that of the terminal around it (load-buffer -w, tmux 3.2),
// nil where it does not run in tmux. What tmux lets a program itself send hangs
// on its set-clipboard; this does not.
func clipboard(getenv func(string) string) func(text string) error {
	if getenv("TMUX") == "" {
		return nil
	}
	return func(text string) error { return feed(text, "tmux", "load-buffer", "-w", "-") }
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
