//go:build !linux && !darwin && !freebsd && !windows

package database

// local counts every file system as one of this machine.
func local(string) bool { return true }
