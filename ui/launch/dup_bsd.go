//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package launch

import "golang.org/x/sys/unix"

// dup2 makes fd what old is.
func dup2(old, fd int) error { return unix.Dup2(old, fd) }
