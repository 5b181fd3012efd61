//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package term

import (
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// A State is how the controlling terminal was, so that it can be made so again
// when nothing else is to be relied on. A nil State is that of no terminal.
type State struct{ before unix.Termios }

// Remember returns how the terminal is, nil where there is none.
func Remember() *State {
	var s *State
	onTerminal(func(fd int) {
		if before, err := unix.IoctlGetTermios(fd, getTermios); err == nil {
			s = &State{*before}
		}
	})
	return s
}

// Front reports whether this process is in the foreground of the terminal: one in
// the background is stopped when it changes how the terminal is.
func Front() bool {
	front := false
	onTerminal(func(fd int) {
		group, err := unix.IoctlGetInt(fd, unix.TIOCGPGRP)
		front = err == nil && group == unix.Getpgrp()
	})
	return front
}

// Stoppable reports whether somebody would let this process go on when it was
// stopped: a parent in the same session that has put it in a group of its own, as
// a shell with job control does. Where the parent is in the same group too, as a
// script is, that is not known and true.
func Stoppable() bool {
	parent := os.Getppid()
	if parent == 0 { // it is in another world, of which this is the first process
		return false
	}
	if group, err := unix.Getpgid(parent); err == nil && group == unix.Getpgrp() {
		return true
	}
	theirs, err := unix.Getsid(parent)
	ours, _ := unix.Getsid(0)
	return err == nil && theirs == ours
}

// Restore makes the terminal as it was and writes the sequences to out, in the
// background only these. Where the terminal takes no output, what waits to be
// written, this and by others, is thrown away until it does, for 300 ms at most. It
// returns false where that was so.
func (s *State) Restore(out *os.File, sequences string) bool {
	front := s != nil && Front()
	if front {
		onTerminal(func(fd int) { _ = unix.IoctlSetTermios(fd, setTermios, &s.before) })
	}
	fd, written := int(out.Fd()), make(chan struct{})
	go func() {
		defer close(written)
		for rest := []byte(sequences); len(rest) > 0; {
			n, err := unix.Write(fd, rest)
			if err != nil && err != unix.EINTR {
				return
			}
			rest = rest[max(n, 0):]
		}
	}()
	for i := range 6 {
		select {
		case <-written:
			return i == 0
		case <-time.After(50 * time.Millisecond):
			if front {
				discard(fd)
			}
		}
	}
	return false
}

// Fatal returns the signals that end a program of Go where it does nothing about
// them, first those that ask it to end.
func Fatal() (asking, others []os.Signal) {
	return []os.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM},
		[]os.Signal{syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGTRAP, syscall.SIGILL, syscall.SIGBUS, syscall.SIGFPE, syscall.SIGSEGV, syscall.SIGSYS}
}
