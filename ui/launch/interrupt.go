package launch

import (
	"bytes"
	"fmt"
	"os"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	xterm "github.com/charmbracelet/x/term"
)

// unheard is how long the reader may take to hear that ^C was typed.
const unheard = 60 * time.Millisecond

// An input is what is typed. The reader hears of it between two messages, which may
// be long where something monstrous is laid out; ^C is seen here before.
type input struct {
	*os.File
	interrupt *interrupt
}

// openInput opens the terminal that is typed on: standard input, or, where that is
// something else, the one that the process has.
func openInput(i *interrupt) (input, error) {
	in := os.Stdin
	if !xterm.IsTerminal(in.Fd()) {
		tty, _, err := tea.OpenTTY()
		if err != nil {
			return input{}, fmt.Errorf("opening the terminal: %w", err)
		}
		in = tty
	}
	return input{in, i}, nil
}

// Read reads what was typed.
func (in input) Read(p []byte) (int, error) {
	n, err := in.File.Read(p)
	if interrupts(p[:n]) {
		in.interrupt.typed()
	}
	return n, err
}

// interrupts reports whether ^C is the last key of b, as terminals send it: by
// itself, by kitty’s protocol, and as xterm’s modifyOtherKeys has it. What is pasted
// ends otherwise.
func interrupts(b []byte) bool {
	for _, key := range [...]string{"\x03", "\x1b[99;5u", "\x1b[27;5;99~"} {
		if bytes.HasSuffix(b, []byte(key)) {
			return true
		}
	}
	return false
}

// An interrupt ends the program where the reader does not hear ^C.
type interrupt struct {
	times atomic.Int64 // it was typed
	heard atomic.Int64 // of these
	end   func()
}

func (i *interrupt) typed() {
	n := i.times.Add(1)
	time.AfterFunc(unheard, func() {
		if i.heard.Load() < n {
			i.end()
		}
	})
}

// hear notes that the reader gets a message: where that is ^C, all of them are
// heard.
func (i *interrupt) hear(msg tea.Msg) {
	if key, ok := msg.(tea.KeyPressMsg); ok && key.Mod == tea.ModCtrl && key.Code == 'c' {
		i.heard.Store(i.times.Load())
	}
}
