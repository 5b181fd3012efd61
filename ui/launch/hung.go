package launch

import (
	"sync"
	"time"
)

// How long the terminal takes no output before it is looked whether the program, which
// waits for it, has stopped reading what is typed, and how long from one look to the next.
const (
	hangs = 100 * time.Millisecond
	looks = 50 * time.Millisecond
)

// A hung takes in what is typed while the terminal takes no output and the program reads
// nothing: so ^C is heard. The zero value knows no input and does nothing.
type hung struct {
	in *input

	mu      sync.Mutex
	timer   *time.Timer
	writing int  // writes under way
	unread  bool // something was typed at the last look and not read
}

// begin notes that something is being written.
func (h *hung) begin() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.writing++
	if h.timer == nil {
		h.timer = time.AfterFunc(hangs, h.look)
		return
	}
	h.timer.Reset(hangs)
}

// look takes in what was there at the last look already: who reads has had the time.
func (h *hung) look() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.writing == 0 || h.in == nil {
		return
	}
	unread := h.in.unread()
	if unread && h.unread {
		h.in.take()
	}
	h.unread = unread
	h.timer.Reset(looks)
}

// end notes that it was written.
func (h *hung) end() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.writing--; h.writing == 0 {
		h.timer.Stop()
		h.unread = false
	}
}
