package line

import "golang.org/x/sys/unix"

// Disabled turns a control character of the terminal off (_POSIX_VDISABLE).
const Disabled = 0

const (
	get     = unix.TCGETS
	set     = unix.TCSETS
	waiting = unix.TIOCINQ
)

// discard throws away what waits to be written to a terminal, and wakes those who wait
// to write: the kernel does so when output starts again after a stop, which also undoes
// ^S.
func discard(fd int) {
	_ = unix.IoctlSetInt(fd, unix.TCFLSH, unix.TCOFLUSH)
	_ = unix.IoctlSetInt(fd, unix.TCXONC, unix.TCOOFF)
	_ = unix.IoctlSetInt(fd, unix.TCXONC, unix.TCOON)
}
