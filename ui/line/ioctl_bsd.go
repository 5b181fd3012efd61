//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package line

import "golang.org/x/sys/unix"

// Disabled turns a control character of the terminal off (_POSIX_VDISABLE).
const Disabled = 0xff

const (
	get     = unix.TIOCGETA
	set     = unix.TIOCSETA
	waiting = 0x4004667f // FIONREAD
	toWrite = 2          // FWRITE, for TIOCFLUSH
)

// discard throws away output that waits for a terminal, which wakes those who wait to
// write, and undoes ^S.
func discard(fd int) {
	_ = unix.IoctlSetPointerInt(fd, unix.TIOCFLUSH, toWrite)
	_ = unix.IoctlSetInt(fd, unix.TIOCSTART, 0)
}
