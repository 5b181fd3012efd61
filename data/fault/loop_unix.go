//go:build unix

package fault

import (
	"errors"
	"syscall"
)

// isLoop reports whether err says that links lead to themselves.
func isLoop(err error) bool { return errors.Is(err, syscall.ELOOP) }
