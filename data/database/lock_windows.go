package database

import (
	"os"

	"golang.org/x/sys/windows"
)

// TryLock takes a lock on an open file, shared or exclusive, in the place of
// one it had, and reports whether it could. It does not wait. The lock ends
// when the file is closed, or with the process. It lies on a byte far after
// the end, since Windows keeps others from reading what is locked.
func TryLock(f *os.File, exclusive bool) bool {
	how := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if exclusive {
		how |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	file := windows.Handle(f.Fd())
	at := windows.Overlapped{OffsetHigh: 1 << 30}
	windows.UnlockFileEx(file, 0, 1, 0, &at)
	return windows.LockFileEx(file, how, 0, 1, 0, &at) == nil
}
