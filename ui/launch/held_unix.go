//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package launch

import (
	"bytes"
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// heldBytes is how many bytes written to standard error are kept.
const heldBytes = 1 << 16

// A held keeps what is said on standard error, which is the terminal, while the
// reader is on screen, where it would be lost: bubbletea’s word on a panic that it
// recovered, and the runtime’s on anything. A nil held keeps nothing.
type held struct {
	errs *os.File
	was  int // the descriptor of standard error as it was
	said bytes.Buffer
	all  chan struct{} // closed when said is all
}

// holdErrors begins to keep what is said.
func holdErrors(errs *os.File) *held {
	r, w, err := os.Pipe()
	if err != nil {
		return nil
	}
	defer w.Close()
	fd, h := int(errs.Fd()), &held{errs: errs, all: make(chan struct{})}
	if h.was, err = unix.FcntlInt(uintptr(fd), unix.F_DUPFD_CLOEXEC, 0); err != nil || dup2(int(w.Fd()), fd) != nil {
		r.Close()
		return nil
	}
	_ = unix.SetNonblock(fd, true) // nobody reads any more while the program crashes
	go func() {
		defer close(h.all)
		defer r.Close()
		_, _ = io.CopyN(&h.said, r, heldBytes)
		_, _ = io.Copy(io.Discard, r)
	}()
	return h
}

// end lets out what was said.
func (h *held) end() {
	if h == nil {
		return
	}
	_ = dup2(h.was, int(h.errs.Fd()))
	_ = unix.Close(h.was)
	<-h.all
	_, _ = h.errs.Write(h.said.Bytes())
}
