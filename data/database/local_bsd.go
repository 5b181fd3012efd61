//go:build darwin || freebsd

package database

import "syscall"

// local reports whether all who can open files in a folder run on this machine,
// so that the memory which connections to a database share is one: statfs(2)
// has a flag for it. A folder that cannot be asked counts as local.
func local(dir string) bool {
	const mntLocal = 0x1000
	var fs syscall.Statfs_t
	return syscall.Statfs(dir, &fs) != nil || uint64(fs.Flags)&mntLocal != 0
}
