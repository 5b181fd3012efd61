//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package term

import "golang.org/x/sys/unix"

const (
	getTermios = unix.TIOCGETA
	setTermios = unix.TIOCSETA
	waiting    = 0x4004667f // FIONREAD
	disabled   = 0xff       // _POSIX_VDISABLE
)
