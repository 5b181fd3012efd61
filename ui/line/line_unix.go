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

// Unread returns how many bytes were typed on a terminal that nobody has read, 0 in the
// background, where a program that reads them is stopped.
func Unread(fd int) int {
	if !Front() {
		return 0
	}
	n, _ := Waiting(fd)
	return n
}
