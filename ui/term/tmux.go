package term

import (
	"bytes"
	"context"
	"os/exec"
	"time"
)

// TrueColour reports whether tmux says that the terminal around it has 24-bit
// colours. A server that hangs is waited for 300 ms.
func TrueColour() bool { return trueColour("tmux", "info") }

func trueColour(name string, args ...string) bool {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.WaitDelay = 50 * time.Millisecond // a child of its may hold the pipe
	out, err := cmd.Output()
	if err != nil {
		return false
	}
	for line := range bytes.Lines(out) {
		named := bytes.Contains(line, []byte("Tc:")) || bytes.Contains(line, []byte("RGB:"))
		if named && bytes.Contains(line, []byte("true")) {
			return true
		}
	}
	return false
}
