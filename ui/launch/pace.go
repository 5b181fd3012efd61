package launch

import (
	"io"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"juan/ui/term"
)

// promptly is how long a terminal may take to answer at the start, or to take in a frame,
// and still not be slow: then frames are not paced.
const promptly = 150 * time.Millisecond

// How long a frame may take to arrive. A terminal that has answered nothing yet may
// answer nothing at all. From one that has, an answer comes: all that is waited for is
// the way there and back, and the bytes on a line of 4,800 baud.
const (
	unheard    = time.Second
	roundTrip  = 5 * time.Second
	byteOnLine = time.Second / 480
	drawing    = 100 * time.Millisecond // from a view to its bytes, and from the start to the first view with a text
	givenUp    = 3                      // frames in a row that no answer came for
)

// A terminal that was slow only at the start, on a busy machine, is known by this: large
// frames in a row arrive at once. At 9,600 baud one takes two seconds.
const (
	large  = 2000 // bytes
	atOnce = 3    // frames
)

// A terminal that operates answers the request with its status (DSR, ECMA-48), in the
// order in which it took everything else.
const (
	askStatus = "\x1b[5n"
	status    = uv.UnknownCsiEvent("\x1b[0n")
)

// A pace lets one frame at a time go over a slow link. Each is followed by a request
// for the terminal’s status; until that is answered the renderer is handed the view
// that it has already, and then the newest. So keys are handled at once and never wait
// for outdated frames.
type pace struct {
	to    io.Writer
	send  func(tea.Msg)
	after func(time.Duration, func()) // calls back, once, on a goroutine of its own
	now   func() time.Duration        // since some time

	mu      sync.Mutex
	on      bool
	begins  bool          // the first view is waited for
	heard   bool          // the terminal answers
	shown   tea.View      // what the renderer has
	drawn   bool          // it was handed that, and has not sent it
	asked   int           // requests that were sent and not answered
	bytes   int           // sent with them
	waits   bool          // they are waited for
	turn    int           // of waiting: a timer of an earlier turn is ignored
	since   time.Duration // when the first of them was sent
	quick   int           // large frames in a row that arrived at once
	lost    int           // turns in a row that ended without an answer
	behind  bool          // a view was held back
	resized bool          // the view that the renderer has is of another size
	leaving bool          // the terminal is left: nothing more is drawn
	put     []tea.Msg     // put off: are sent when nothing is under way
}

// blank is a screen on which nothing stands. A view without anything is sent anew each time.
const blank = " "

// due is sent when the renderer can be handed another view.
type due struct{}

// pacing returns a pace where the terminal took long to answer, else nil. It writes to to.
func pacing(a term.Answer, to io.Writer) *pace {
	if !a.Asked || a.Placed() && a.Took <= promptly {
		return nil
	}
	start := time.Now()
	return &pace{
		to: to, on: true, heard: a.Placed(),
		after: func(d time.Duration, f func()) { time.AfterFunc(d, f) },
		now:   func() time.Duration { return time.Since(start) },
	}
}

// Write writes what the renderer sends, and asks after it where that does not give the
// terminal back.
func (p *pace) Write(b []byte) (int, error) {
	p.mu.Lock()
	ask := p.on && p.under() && !leaves(b)
	if ask {
		if p.drawn = false; p.asked == 0 {
			p.since = p.now()
		}
		p.asked, p.bytes = p.asked+1, p.bytes+len(b)
		p.wait()
	}
	p.mu.Unlock()
	if !ask {
		return p.to.Write(b)
	}
	n, err := p.to.Write(append(b[:len(b):len(b)], askStatus...))
	return min(n, len(b)), err
}

// wait begins to wait for what was asked.
func (p *pace) wait() {
	limit := unheard
	if p.heard {
		limit = roundTrip + time.Duration(p.bytes)*byteOnLine
	}
	p.waits = true
	p.turn++
	turn := p.turn
	p.after(limit, func() { p.miss(turn) })
}

// hold returns the view that the renderer is to have: v, or the one it has.
func (p *pace) hold(v tea.View) tea.View {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case !p.on, v.Content == "": // which is before the size of the window is known
	case p.begins && !p.leaving:
		p.behind, p.shown.Content = true, blank
		return p.shown
	case p.leaving:
		if p.under() {
			return p.shown
		}
		v.Content = blank // the renderer draws once more before it leaves
	case p.under() && !p.resized:
		p.behind = true
		return p.shown
	default:
		p.resized, p.drawn = false, true
		p.turn++
		turn := p.turn
		p.after(drawing, func() { p.miss(turn) })
	}
	p.shown = v
	return v
}

// under reports whether a frame is under way.
func (p *pace) under() bool { return p.drawn || p.waits }

// miss ends a turn in which nothing came.
func (p *pace) miss(turn int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if turn != p.turn || !p.under() {
		return
	}
	if p.waits {
		if p.lost++; p.heard { // it was lost; else it may be on its way
			p.asked, p.bytes = 0, 0
		}
		p.on = p.lost < givenUp
	}
	p.land()
}

// land lets the next frame go.
func (p *pace) land() {
	p.drawn, p.waits = false, false
	next := p.put
	if p.put = nil; next == nil && p.behind {
		next = []tea.Msg{due{}}
	}
	if p.behind = false; next != nil {
		p.after(0, func() {
			for _, msg := range next {
				p.send(msg)
			}
		})
	}
}

// arrived takes the answer to a request.
func (p *pace) arrived() {
	p.hear()
	p.mu.Lock()
	defer p.mu.Unlock()
	was := p.asked
	if p.asked = max(0, was-1); p.asked > 0 {
		return
	}
	if was > 0 && p.bytes >= large {
		if p.quick++; p.now()-p.since > promptly {
			p.quick = 0
		}
	}
	p.on = p.quick < atOnce
	p.bytes = 0
	p.land()
}

// hear notes that the terminal answers: then what it was asked before is on its way.
func (p *pace) hear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.on, p.lost = p.quick < atOnce, 0
	if p.heard {
		return
	}
	if p.heard = true; p.asked > 0 {
		p.wait()
	}
}
