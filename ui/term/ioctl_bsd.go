//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package term

import "golang.org/x/sys/unix"

const (
	getTermios = unix.TIOCGETA
	setTermios = unix.TIOCSETA
	waiting    = 0x4004667f // FIONREAD
	disabled   = 0xff       // _POSIX_VDISABLE
	toWrite    = 2          // FWRITE, for TIOCFLUSH
)

// discard throws away what waits to be written to a terminal, which lets those go
// on that wait to write, and undoes ^S.
func discard(fd int) {
	_ = unix.IoctlSetPointerInt(fd, unix.TIOCFLUSH, toWrite)
	_ = unix.IoctlSetInt(fd, unix.TIOCSTART, 0)
}
