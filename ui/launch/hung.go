package launch

import (
	"sync"
	"time"

	"juan/ui/line"
)

// hangs is how long the terminal takes no output before ^C is its own to hear: by then
// the program, which waits for it, reads no key.
const hangs = 250 * time.Millisecond

// A hung has ^C come as a signal while the terminal takes no output. The zero value is
// ready. It does nothing where the terminal sends ^C as a sequence, as in kitty's
// protocol, nor where the system has no line discipline.
type hung struct {
	mu      sync.Mutex
	timer   *time.Timer
	writing int    // writes under way
	undo    func() // what it was told, taken back; nil where it was told nothing
}

// begin notes that something is being written.
func (h *hung) begin() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.writing++
	if h.timer == nil {
		h.timer = time.AfterFunc(hangs, h.tell)
		return
	}
	h.timer.Reset(hangs)
}

// tell has the line discipline hear ^C where a write still waits.
func (h *hung) tell() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.writing > 0 && h.undo == nil {
		h.undo = line.HearInterrupt()
	}
}

// end notes that it was written.
func (h *hung) end() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.writing--; h.writing > 0 {
		return
	}
	h.timer.Stop()
	if h.undo != nil {
		h.undo()
		h.undo = nil
	}
}
