package launch

import (
	"io"
	"os"
	"os/exec"
	"time"

	xterm "github.com/charmbracelet/x/term"
)

// A lent is a command that has the terminal to itself for as long as it runs. It
// gets the terminal and not what stands before it, for it draws on it as juan does.
type lent struct {
	*exec.Cmd
	lend func(run func() error) error
}

// SetStdin, SetStdout and SetStderr do nothing: the program has its own streams
// between it and the terminal.
func (*lent) SetStdin(io.Reader)  {}
func (*lent) SetStdout(io.Writer) {}
func (*lent) SetStderr(io.Writer) {}

// Run runs the command until it ends.
func (l *lent) Run() error {
	in := os.Stdin
	if !xterm.IsTerminal(in.Fd()) { // what was piped in was read
		tty, err := os.OpenFile(terminalName, os.O_RDWR, 0)
		if err != nil {
			return err
		}
		defer tty.Close()
		in = tty
	}
	l.Stdin, l.Stdout, l.Stderr = in, os.Stdout, os.Stdout // standard error is held back
	time.Sleep(settling)
	return l.lend(l.Cmd.Run)
}

// settling is how long the program takes to settle when it has left the terminal: a
// goroutine of it stops the clock of the renderer a moment later. If that happened
// after the clock was started again, nothing would ever be painted.
const settling = 50 * time.Millisecond
