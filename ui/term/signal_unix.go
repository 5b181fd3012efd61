//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package term

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

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

// Fatal returns the signals that end a program of Go where it does nothing about
// them, first those that ask it to end.
func Fatal() (asking, others []os.Signal) {
	return []os.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM},
		[]os.Signal{syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGTRAP, syscall.SIGILL, syscall.SIGBUS, syscall.SIGFPE, syscall.SIGSEGV, syscall.SIGSYS}
}
