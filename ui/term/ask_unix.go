//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package term

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"juan/ui/line"
)

// ask sends a query to the controlling terminal and reads until whole says that the
// last answer came. With Leave set it asks nothing where input is waiting. The bytes of
// typed text that the terminal has shown are erased.
func ask(query string, q Question, whole func(*reply) bool) Answer {
	fd, err := unix.Open("/dev/tty", unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
	if err != nil {
		return Answer{}
	}
	defer unix.Close(fd)
	before, err := line.Get(fd)
	if err != nil {
		return Answer{}
	}
	end := make(chan os.Signal, 1)
	signal.Notify(end, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT)
	defer signal.Stop(end)
	raw := *before
	silent(&raw)
	if line.Set(fd, &raw) != nil {
		return Answer{}
	}
	var r reply
	if n, err := line.Waiting(fd); !q.Leave || err == nil && n == 0 {
		r.Asked = true
		r.converse(fd, query, whole, end)
		_, _ = unix.Write(fd, []byte(r.wipe(q.Shown)))
	}
	if r.CellW == 0 {
		r.measure(fd)
	}
	if *before != raw { // else there is a hush, and ending that is not for here
		line.Set(fd, before)
	}
	select {
	case s := <-end: // as if it had come a moment later
		signal.Stop(end)
		syscall.Kill(os.Getpid(), s.(syscall.Signal))
	default:
	}
	return r.finish()
}

// measure computes the size of a cell from that of the window, where the system knows
// its pixels.
func (r *reply) measure(fd int) {
	s, err := unix.IoctlGetWinsize(fd, unix.TIOCGWINSZ)
	if err != nil || s.Col == 0 || s.Row == 0 {
		return
	}
	if w, h := int(s.Xpixel/s.Col), int(s.Ypixel/s.Row); w > 0 && h > 0 {
		r.CellW, r.CellH = w, h
	}
}

func (r *reply) converse(fd int, query string, whole func(*reply) bool, end <-chan os.Signal) {
	start := time.Now()
	defer func() { r.Took = time.Since(start) }()
	if _, err := unix.Write(fd, []byte(query)); err != nil {
		return
	}
	var p [256]byte
	for !whole(r) && len(end) == 0 {
		waited := time.Since(start) + 20*time.Millisecond
		if waited > patience && (len(r.rest) == 0 || waited > patience+rest) {
			return // a sequence that has begun to come is heard to its end
		}
		n, err := unix.Read(fd, p[:])
		if err != nil && err != unix.EINTR {
			return
		}
		r.feed(p[:max(n, 0)])
	}
}
