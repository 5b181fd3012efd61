package term

import "golang.org/x/sys/unix"

const (
	getTermios = unix.TCGETS
	setTermios = unix.TCSETS
	waiting    = unix.TIOCINQ
	disabled   = 0 // _POSIX_VDISABLE
)
