//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package monitor

import (
	"fmt"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"juan/ui/line"
)

// name is what a monitor process is called. Its arguments say how to restore the
// terminal and what to write to it. Its standard input says who has the terminal, and
// ends when the program does.
const name = "juan (monitor)"

// The messages to a monitor. Anything else is what the runtime writes about a crash.
const (
	taken byte = 1 + iota // the program has the terminal
	given                 // the terminal is as it was
)

// holding is how long a crash is held up at most by one write to a monitor that does
// not read.
const holding = 200 * time.Millisecond

// A Monitor is a process that gives the terminal back where this one cannot. A nil
// Monitor is none.
type Monitor struct {
	messages *os.File
	crash    func(to *os.File) error
}

// Start starts a monitor, which sets the terminal as it was before and writes the
// sequences to out. It returns nil where none can be started. crash makes the runtime
// write its crash report to a file too, or to none for nil (debug.SetCrashOutput); it
// is a parameter because runtime/debug is initialised too late to be imported here. The
// monitor copies the report to errs, nil for nowhere.
func Start(before *line.State, out, errs *os.File, sequences string, crash func(to *os.File) error) *Monitor {
	self, err := os.Executable()
	if before == nil || err != nil {
		return nil
	}
	ours, theirs, err := narrow()
	if err != nil {
		return nil
	}
	defer theirs.Close()
	p, err := os.StartProcess(self, []string{name, before.String(), sequences},
		&os.ProcAttr{Env: spare(), Files: []*os.File{theirs, out, errs}})
	if err != nil {
		ours.Close()
		return nil
	}
	_ = p.Release()
	_ = crash(ours)
	return &Monitor{ours, crash}
}

// spare returns the environment of a monitor: it does one thing at a time and makes
// nothing that is worth collecting.
func spare() []string { return []string{"GOMAXPROCS=1", "GOGC=off"} }

// Taken tells the monitor that the program has the terminal, as it has at the start.
func (m *Monitor) Taken() { m.send(taken) }

// Given tells the monitor that the terminal is as it was.
func (m *Monitor) Given() { m.send(given) }

func (m *Monitor) send(state byte) {
	if m != nil {
		_, _ = m.messages.Write([]byte{state})
	}
}

// End ends the monitor, once the terminal is as it was.
func (m *Monitor) End() {
	if m == nil {
		return
	}
	m.Given()
	_ = m.crash(nil)
	m.messages.Close()
}

// narrow returns the two ends of a socket with the smallest buffers that the system
// allows: whoever writes waits until the other end reads, for [holding] at most.
func narrow() (ours, theirs *os.File, err error) {
	syscall.ForkLock.RLock()
	fds, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM, 0)
	if err == nil {
		unix.CloseOnExec(fds[0])
		unix.CloseOnExec(fds[1])
	}
	syscall.ForkLock.RUnlock()
	if err != nil {
		return nil, nil, fmt.Errorf("making a socket to the monitor: %w", err)
	}
	wait := unix.NsecToTimeval(holding.Nanoseconds())
	_ = unix.SetsockoptInt(fds[0], unix.SOL_SOCKET, unix.SO_SNDBUF, 512) // bytes
	_ = unix.SetsockoptInt(fds[1], unix.SOL_SOCKET, unix.SO_RCVBUF, 512)
	_ = unix.SetsockoptTimeval(fds[0], unix.SOL_SOCKET, unix.SO_SNDTIMEO, &wait)
	return os.NewFile(uintptr(fds[0]), "monitor"), os.NewFile(uintptr(fds[1]), "monitor"), nil
}
