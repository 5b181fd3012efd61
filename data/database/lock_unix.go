//go:build !windows

package database

import (
	"os"
	"syscall"
)

// TryLock takes a lock on an open file, shared or exclusive, in the place of
// one it had, and reports whether it could. It does not wait. The lock ends
// when the file is closed, or with the process.
func TryLock(f *os.File, exclusive bool) bool {
	how := syscall.LOCK_SH
	if exclusive {
		how = syscall.LOCK_EX
	}
	return syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB) == nil
}
