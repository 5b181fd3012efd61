//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package line

import "golang.org/x/sys/unix"

// OnTerminal calls do with the controlling terminal, where there is one.
func OnTerminal(do func(fd int)) {
	fd, err := unix.Open("/dev/tty", unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
	if err != nil {
		return
	}
	defer unix.Close(fd)
	do(fd)
}

// Get returns how the terminal is set.
func Get(fd int) (*unix.Termios, error) { return unix.IoctlGetTermios(fd, get) }

// Set sets the terminal at once.
func Set(fd int, t *unix.Termios) error { return unix.IoctlSetTermios(fd, set, t) }

// Waiting returns how many bytes were typed that nobody has read.
func Waiting(fd int) (int, error) { return unix.IoctlGetInt(fd, waiting) }

// Front reports whether this process is in the foreground of the terminal: one in
// the background is stopped when it changes how the terminal is.
func Front() bool {
	front := false
	OnTerminal(func(fd int) {
		group, err := unix.IoctlGetInt(fd, unix.TIOCGPGRP)
		front = err == nil && group == unix.Getpgrp()
	})
	return front
}

// HearInterrupt has the line discipline of a raw terminal make SIGINT of ^C, and of
// nothing else a signal, until what it returns is called. It returns nil where the
// terminal is not this process's, or hears keys already.
func HearInterrupt() (undo func()) {
	if !Front() {
		return nil
	}
	OnTerminal(func(fd int) {
		before, err := Get(fd)
		if err != nil || before.Lflag&unix.ISIG != 0 {
			return
		}
		now := *before
		now.Lflag |= unix.ISIG
		now.Cc[unix.VINTR], now.Cc[unix.VQUIT], now.Cc[unix.VSUSP] = 'C'-'@', Disabled, Disabled
		if Set(fd, &now) == nil {
			undo = func() { OnTerminal(func(fd int) { heardNoMore(fd, &now, before) }) }
		}
	})
	return undo
}

// heardNoMore sets a terminal as it was before where it is still as it was set now.
func heardNoMore(fd int, now, before *unix.Termios) {
	if is, err := Get(fd); err == nil && is.Lflag == now.Lflag && is.Cc == now.Cc {
		_ = Set(fd, before)
	}
}
