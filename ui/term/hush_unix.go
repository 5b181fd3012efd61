//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package term

import (
	"os"
	"os/signal"
	"sync"
	"syscall"

	"golang.org/x/sys/unix"

	"juan/ui/line"
)

// A Hush is a time in which the terminal does not show what is typed: from the
// start of the program until the screen is taken over. A nil Hush is none.
type Hush struct {
	before unix.Termios
	shown  int // bytes typed that the terminal had shown by then
	killed chan os.Signal
	once   sync.Once
}

// Silence begins a hush on the controlling terminal; nil where there is none, and
// in the background, where a program that changes the terminal is stopped. A
// signal that ends the program ends the hush first.
func Silence() *Hush {
	var h *Hush
	line.OnTerminal(func(fd int) {
		before, err := line.Get(fd)
		if group, e := unix.IoctlGetInt(fd, unix.TIOCGPGRP); err != nil || e != nil || group != unix.Getpgrp() {
			return
		}
		raw := *before
		silent(&raw)
		if line.Set(fd, &raw) == nil {
			h = &Hush{before: *before}
			h.shown, _ = line.Waiting(fd)
		}
	})
	h.watch()
	return h
}

// Shown returns how many bytes had been typed, and shown, before the hush.
func (h *Hush) Shown() int {
	if h == nil {
		return 0
	}
	return h.shown
}

// End makes the terminal as it was. More than once it does nothing.
func (h *Hush) End() {
	if h == nil {
		return
	}
	h.once.Do(func() {
		signal.Stop(h.killed)
		close(h.killed)
		line.OnTerminal(func(fd int) { _ = line.Set(fd, &h.before) })
	})
}

// watch ends the hush before a signal ends the program.
func (h *Hush) watch() {
	if h == nil {
		return
	}
	h.killed = make(chan os.Signal, 1)
	asking, others := Fatal()
	signal.Notify(h.killed, append(asking, others...)...)
	go func() {
		if s, ok := <-h.killed; ok {
			h.End()
			signal.Reset(s)
			_ = syscall.Kill(os.Getpid(), s.(syscall.Signal))
		}
	}()
}

// silent passes typed bytes through unchanged and without echo; ^C still interrupts. A
// read ends after a tenth of a second.
func silent(t *unix.Termios) {
	t.Iflag &^= unix.ICRNL | unix.INLCR | unix.IGNCR | unix.IXON | unix.ISTRIP
	t.Lflag &^= unix.ECHO | unix.ICANON | unix.IEXTEN
	t.Cc[unix.VSUSP], t.Cc[unix.VQUIT] = line.Disabled, line.Disabled
	t.Cc[unix.VMIN], t.Cc[unix.VTIME] = 0, 1
}
