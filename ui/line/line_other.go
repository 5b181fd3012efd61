//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package line

// HearInterrupt returns nil: there is no line discipline.
func HearInterrupt() (undo func()) { return nil }
