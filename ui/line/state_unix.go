//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package line

import (
	"encoding/binary"
	"encoding/hex"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// A State is how the controlling terminal was, so that it can be made so again
// when nothing else is to be relied on. A nil State is that of no terminal.
type State struct{ before unix.Termios }

// Remember returns how the terminal is, nil where there is none.
func Remember() *State {
	var s *State
	OnTerminal(func(fd int) {
		if before, err := Get(fd); err == nil {
			s = &State{*before}
		}
	})
	return s
}

// String returns the state for another process of this program, empty for none.
func (s *State) String() string {
	if s == nil {
		return ""
	}
	b, err := binary.Append(nil, binary.NativeEndian, s.before)
	if err != nil {
		return ""
	}
	return hex.EncodeToString(b)
}

// Parse returns the state that String wrote, nil where it is none.
func Parse(text string) *State {
	s := new(State)
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != binary.Size(s.before) {
		return nil
	}
	if _, err := binary.Decode(b, binary.NativeEndian, &s.before); err != nil {
		return nil
	}
	return s
}

// Reclaim makes the terminal as it was where it is still raw, so that nobody has
// made it otherwise since. Who is in the background must ignore SIGTTOU.
func (s *State) Reclaim() {
	OnTerminal(func(fd int) {
		now, err := Get(fd)
		if err == nil && s != nil && now.Oflag&unix.OPOST == 0 && now.Lflag&(unix.ISIG|unix.ICANON|unix.ECHO) == 0 {
			_ = Set(fd, &s.before)
		}
	})
}

// Restore makes the terminal as it was and writes the sequences to out, in the
// background only these. Where the terminal takes no output, what waits to be
// written, this and by others, is thrown away until it does, for 300 ms at most. It
// returns false where that was so.
func (s *State) Restore(out *os.File, sequences string) bool {
	front := s != nil && Front()
	if front {
		OnTerminal(func(fd int) { _ = Set(fd, &s.before) })
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
