package launch

import (
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// soon is how long the loop of the program waits for the reader to take a message
// in and to draw; a frame takes a few milliseconds.
const soon = 20 * time.Millisecond

// A reader is a model that says when it is about to end the program.
type reader interface {
	tea.Model
	Ending() bool
}

// An aside is a reader that works on a goroutine of its own, so that slow work blocks
// neither the loop of the program, which receives keys and signals, nor the renderer.
// The loop waits a moment for each message, and mostly that is enough. Messages that
// come while one takes longer are queued and handled in order, and the loop is notified
// when all of them have been drawn.
type aside struct {
	reader reader // the goroutine's own
	broken *interrupt
	send   func(tea.Msg)
	wake   chan struct{}
	gone   chan struct{} // closed when the goroutine has ended

	mu       sync.Mutex
	waiting  []tea.Msg
	commands []tea.Cmd     // of messages that were taken in, for the loop
	view     tea.View      // of the last frame
	drawn    chan struct{} // closed when nothing is waiting and all is drawn; nil while that is so
	late     bool          // the loop did not wait for that
	over     bool          // the reader ends the program
	left     bool          // ^C has ended it, which the reader did not take in
	panicked any
}

// A caughtUp is sent when the reader has drawn what the loop did not wait for.
type caughtUp struct{}

// putAside returns a reader that works aside; end ends its goroutine.
func putAside(r reader, i *interrupt) *aside {
	return &aside{reader: r, broken: i, wake: make(chan struct{}, 1), gone: make(chan struct{}), view: r.View()}
}

// begin begins to work; send sends a message to the program.
func (a *aside) begin(send func(tea.Msg)) {
	a.send = send
	go a.work()
}

// end ends the goroutine, once it has taken in what is under way, and reports
// whether that was soon: then the reader is the caller's again. One that has not taken
// in ^C was waited for already.
func (a *aside) end() bool {
	close(a.wake)
	a.mu.Lock()
	wait := 4 * soon
	if a.left {
		wait = 0
	}
	a.mu.Unlock()
	select {
	case <-a.gone:
		return true
	case <-time.After(wait):
		return false
	}
}

// Init returns what the reader begins with.
func (a *aside) Init() tea.Cmd { return a.reader.Init() }

// Update hands a message on, and ends the program where that is ^C and the reader
// does not take it in soon.
func (a *aside) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	drawn := a.hand(msg)
	stop := isInterrupt(msg)
	held := false
	if drawn != nil && (stop || !a.isLate()) {
		select {
		case <-drawn:
		case <-time.After(soon):
			held = true
		}
	}
	return a, a.collect(stop, held)
}

// hand queues msg for the goroutine, and returns a channel that is closed when it was
// handled.
func (a *aside) hand(msg tea.Msg) <-chan struct{} {
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, ok := msg.(caughtUp); ok {
		return a.drawn
	}
	a.waiting = append(a.waiting, msg)
	if a.drawn == nil {
		a.drawn = make(chan struct{})
		a.wake <- struct{}{}
	}
	return a.drawn
}

func (a *aside) isLate() bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.late
}

// collect returns the commands of what was taken in; a panic of the reader becomes
// one of the loop, which restores the terminal.
func (a *aside) collect(stop, held bool) tea.Cmd {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.panicked != nil {
		panic(a.panicked)
	}
	all := a.commands
	a.commands, a.late = nil, a.drawn != nil
	switch {
	case stop && held:
		a.left = true
		return tea.Quit
	case stop && !a.over:
		a.broken.answer()
	}
	return tea.Batch(all...)
}

// View returns the last frame.
func (a *aside) View() tea.View {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.view
}

// work takes in what is waiting and draws, until the end.
func (a *aside) work() {
	defer close(a.gone)
	defer func() {
		if p := recover(); p != nil {
			a.mu.Lock()
			a.panicked, a.waiting = fmt.Errorf("%v\n\n%s", p, debug.Stack()), nil
			a.mu.Unlock()
			a.take()
		}
	}()
	for range a.wake {
		for msgs := a.take(); len(msgs) > 0; msgs = a.take() {
			for _, msg := range msgs {
				_, cmd := a.reader.Update(msg)
				a.done(cmd)
			}
			a.show(a.reader.View())
		}
	}
}

// take returns the waiting messages. Where there are none everything is drawn, of which
// the loop is notified.
func (a *aside) take() []tea.Msg {
	a.mu.Lock()
	msgs, late := a.waiting, false
	a.waiting = nil
	if len(msgs) == 0 {
		close(a.drawn)
		a.drawn, late = nil, a.late
	}
	a.mu.Unlock()
	if late {
		a.send(caughtUp{})
	}
	return msgs
}

// done notes that a message was taken in, and the command that came of it.
func (a *aside) done(cmd tea.Cmd) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.over = a.reader.Ending(); cmd != nil {
		a.commands = append(a.commands, cmd)
	}
}

func (a *aside) show(v tea.View) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.view = v
}
