package launch

import "golang.org/x/sys/unix"

// dup2 makes fd what old is. Some kinds of Linux have only the newer call.
func dup2(old, fd int) error { return unix.Dup3(old, fd, 0) }
