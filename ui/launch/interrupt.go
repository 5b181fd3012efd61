package launch

import (
	"bytes"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	xterm "github.com/charmbracelet/x/term"

	"juan/ui/line"
)

// How long the program may take to end when ^C was typed. After the screen is given back
// it keeps what the reader did last; where that takes too long, what was done in the last
// second may be lost.
const (
	unanswered = 30 * time.Millisecond // until the screen is given back
	last       = 20 * time.Millisecond // from then until the end
)

// An input is what is typed. The program hears of it between two messages, and has
// keys and the screen to attend to while it ends; ^C is seen here before.
type input struct {
	*os.File
	interrupt *interrupt
	waiting   func(fd int) int // bytes that were typed and may be read

	mu    sync.Mutex
	ahead []byte // taken in while the program did not read
}

// mostAhead is how many bytes are taken in before the program reads them.
const mostAhead = 64 << 10

// openInput opens the terminal for keys: standard input, or, where that is something
// else, the controlling terminal.
func openInput(i *interrupt) (*input, error) {
	in := os.Stdin
	if !xterm.IsTerminal(in.Fd()) {
		tty, _, err := tea.OpenTTY()
		if err != nil {
			return nil, fmt.Errorf("opening the terminal: %w", err)
		}
		in = tty
	}
	return &input{File: in, interrupt: i, waiting: line.Unread}, nil
}

// Read reads what was typed.
func (in *input) Read(p []byte) (int, error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if len(in.ahead) > 0 {
		n := copy(p, in.ahead)
		in.ahead = in.ahead[n:]
		return n, nil
	}
	n, err := in.File.Read(p)
	if interrupts(p[:n]) {
		in.interrupt.typed()
	}
	return n, err
}

// unread reports whether something was typed that nobody has read.
func (in *input) unread() bool { return in.waiting(int(in.Fd())) > 0 }

// take reads typed keys for the next reader, where nobody is reading.
func (in *input) take() {
	if !in.mu.TryLock() {
		return
	}
	defer in.mu.Unlock()
	if len(in.ahead) > mostAhead || !in.unread() {
		return
	}
	var p [4096]byte
	n, err := in.File.Read(p[:])
	if err != nil {
		return
	}
	if in.ahead = append(in.ahead, p[:n]...); interrupts(in.ahead) {
		in.interrupt.typed()
	}
}

// holds reports whether there is something that was taken in and not read.
func (in *input) holds() bool {
	if in == nil || !in.mu.TryLock() {
		return false
	}
	defer in.mu.Unlock()
	return len(in.ahead) > 0
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

// An interrupt ends the program where ^C neither does so nor is taken for something
// else.
type interrupt struct {
	times    atomic.Int64 // it was typed
	answered atomic.Int64 // of these
	end      func()
}

func (i *interrupt) typed() {
	n := i.times.Add(1)
	time.AfterFunc(unanswered, func() {
		if i.answered.Load() < n {
			i.end()
		}
	})
}

// answer notes that the program goes on, whatever was typed.
func (i *interrupt) answer() { i.answered.Store(i.times.Load()) }

// given notes that the program has given the screen back. Where it ends because of ^C it
// has little time left.
func (i *interrupt) given() {
	if i.answered.Swap(i.times.Load()) < i.times.Load() {
		time.AfterFunc(last, i.end)
	}
}

// isInterrupt reports whether the reader is sent ^C.
func isInterrupt(msg tea.Msg) bool {
	key, ok := msg.(tea.KeyPressMsg)
	return ok && key.Mod == tea.ModCtrl && key.Code == 'c'
}
