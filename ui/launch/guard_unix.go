//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package launch

import (
	"os"
	"os/signal"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	xterm "github.com/charmbracelet/x/term"

	"juan/ui"
	"juan/ui/line"
	"juan/ui/monitor"
	"juan/ui/term"
)

// patience is how long the program may take to end when a signal asks it to.
const patience = 400 * time.Millisecond

// stopping is how long a stop may take to come about, in steps: all the time that the
// program is stopped counts as one, so that it hears of SIGCONT in those that are
// left. Nothing is lost when it is waited for in vain but this time.
const (
	stopping = 20
	step     = 10 * time.Millisecond
)

// A guard gives the terminal back when a signal ends the program, also where the
// terminal takes no output or the program hears nothing, and when one stops it.
type guard struct {
	program *tea.Program
	out     *gate
	before  *line.State
	monitor *monitor.Monitor
	errors  *held
	fatal   chan os.Signal
	jobs    chan os.Signal // SIGTSTP, from outside or for a key, and SIGCONT
	over    chan struct{}
	away    atomic.Bool   // the program was stopped, and the terminal is as it was
	loaned  atomic.Bool   // another program has the terminal
	last    sync.Mutex    // held by the goroutine that ends the program
	given   chan struct{} // closed when the terminal is as it was
	fixed   bool          // whoever started the program wants it never to be stopped
}

// watch begins to guard a program that is about to run.
func watch(program *tea.Program, out *gate) *guard {
	g := &guard{
		program: program, out: out, before: line.Remember(),
		fatal: make(chan os.Signal, 2), jobs: make(chan os.Signal, 4), over: make(chan struct{}), given: make(chan struct{}),
		fixed: signal.Ignored(syscall.SIGTSTP),
	}
	asking, others := term.Fatal()
	signal.Notify(g.fatal, append(asking, others...)...)
	signal.Notify(g.jobs, syscall.SIGCONT)
	if !g.fixed {
		signal.Notify(g.jobs, syscall.SIGTSTP)
	}
	var errs *os.File // where it is something else, the runtime writes there itself
	if xterm.IsTerminal(os.Stderr.Fd()) {
		errs = os.Stderr
	}
	if g.monitor = monitor.Start(g.before, out.file, errs, leave+popTitle, crash); g.monitor != nil && errs != nil {
		g.errors = holdErrors(errs)
	}
	go g.wait(asking)
	go g.control()
	return g
}

// crash has the runtime write its crash report to a file too, nil for none.
func crash(to *os.File) error { return debug.SetCrashOutput(to, debug.CrashOptions{}) }

// end ends the guard. Where it is ending the program already, that is waited for:
// it restores the terminal.
func (g *guard) end() {
	g.last.Lock()
	signal.Stop(g.fatal)
	signal.Stop(g.jobs)
	close(g.over)
	g.monitor.End()
	g.errors.end()
}

// restored notes that the terminal is as it was.
func (g *guard) restored() { close(g.given) }

// wait waits for a signal that ends the program. One that asks it to end gives it
// time, where it has the terminal; a second one does not.
func (g *guard) wait(asking []os.Signal) {
	var s os.Signal
	select {
	case s = <-g.fatal:
	case <-g.over:
		return
	}
	if g.loaned.Load() && (s == syscall.SIGINT || s == syscall.SIGQUIT) { // typed to the program that has it
		g.wait(asking)
		return
	}
	for _, asks := range asking {
		if s != asks || g.away.Load() || !line.Front() {
			continue
		}
		go g.program.Send(endNow{})
		select {
		case <-g.fatal:
		case <-time.After(patience):
		case <-g.over:
			return
		}
	}
	g.die(s)
}

// die ends the program at once, as if s had not been waited for.
func (g *guard) die(s os.Signal) {
	g.last.Lock()
	g.out.shut.Store(true)
	if !g.away.Load() {
		if !g.before.Restore(g.out.file, leave+popTitle) {
			g.monitor.Given()
			os.Exit(128 + int(s.(syscall.Signal))) // for some signals all goroutines are told of, which nobody reads
		}
	}
	g.monitor.End()
	g.errors.end()
	signal.Reset(s)
	_ = syscall.Kill(os.Getpid(), s.(syscall.Signal))
	time.Sleep(time.Second) // it comes before that
	os.Exit(1)
}

// abandon ends the program at once, as it ends by itself. Where it is ending already it
// waits for no more than the terminal.
func (g *guard) abandon() {
	if !g.last.TryLock() {
		<-g.given
		os.Exit(0)
	}
	g.out.shut.Store(true)
	if !g.away.Load() {
		g.before.Restore(g.out.file, leave+popTitle)
	}
	g.monitor.Given()
	os.Exit(0)
}

// suspend has the program stopped as ^Z does where the terminal is not raw; it returns
// a message for the user.
func (g *guard) suspend() tea.Msg {
	if !g.stoppable() {
		return ui.Unstopped{}
	}
	select {
	case g.jobs <- syscall.SIGTSTP:
	default: // it is being stopped
	}
	return nil
}

// control stops the program and lets it go on.
func (g *guard) control() {
	for {
		var s os.Signal
		select {
		case s = <-g.jobs:
		case <-g.over:
			return
		}
		switch {
		case g.loaned.Load(): // it is stopped with the program that has the terminal
			if s == syscall.SIGTSTP {
				_ = syscall.Kill(os.Getpid(), syscall.SIGSTOP)
			}
		case s == syscall.SIGCONT: // after a stop without a signal (SIGSTOP)
			hesitate()
			g.release()
			g.resume(true)
		case g.stoppable():
			g.release()
			g.out.WriteString(popTitle)
			g.resume(g.stop())
		default:
			g.program.Send(ui.Unstopped{})
		}
	}
}

// release leaves the terminal, and waits until the program has settled.
func (g *guard) release() {
	_ = g.program.ReleaseTerminal()
	time.Sleep(settling)
}

// lend lets another program have the terminal, which was left to it, while run runs.
func (g *guard) lend(run func() error) error {
	g.out.WriteString(popTitle)
	g.away.Store(true)
	g.loaned.Store(true)
	g.monitor.Given()
	defer func() {
		g.monitor.Taken()
		g.loaned.Store(false)
		g.away.Store(false)
		g.out.WriteString(pushTitle)
	}()
	return run()
}

// stop stops all processes of the job and reports whether that came about: where
// no shell is there to let them go on the system does not stop them. It is done
// with SIGTTIN, because one that was once listened for, as SIGTSTP is here, never has
// its default action again in a program of Go.
func (g *guard) stop() bool {
	g.away.Store(true)
	g.monitor.Given()
	_ = syscall.Kill(0, syscall.SIGTTIN)
	for range stopping {
		select {
		case s := <-g.jobs:
			if s == syscall.SIGCONT {
				return true
			}
		case <-time.After(step):
		}
	}
	return false
}

// resume takes the terminal again, once the program is in the foreground.
func (g *guard) resume(stopped bool) {
	hesitate()
	if g.away.Swap(false) {
		g.monitor.Taken()
		g.out.WriteString(pushTitle)
	}
	_ = g.program.RestoreTerminal()
	g.program.Send(tea.ResumeMsg{})
	if !stopped {
		g.program.Send(ui.Unstopped{})
	}
}

// hesitate waits a little in the background, where the program is stopped again when
// it takes the terminal: a signal that ends it may come with SIGCONT.
func hesitate() {
	if !line.Front() {
		time.Sleep(100 * time.Millisecond)
	}
}

// stoppable reports whether the program may be stopped.
func (g *guard) stoppable() bool { return !g.fixed && term.Stoppable() }
