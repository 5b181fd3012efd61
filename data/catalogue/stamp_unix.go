//go:build linux || openbsd || dragonfly || solaris

package catalogue

import (
	"io/fs"
	"syscall"
)

// inodeOf returns when the inode of a file was changed, in nanoseconds, and its
// number.
func inodeOf(info fs.FileInfo) (changed int64, inode uint64) {
	st, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0
	}
	return st.Ctim.Nano(), uint64(st.Ino)
}
