//go:build unix

package catalogue

import (
	"syscall"
	"time"
)

// cpu returns the processor time that the process has taken.
func cpu() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
