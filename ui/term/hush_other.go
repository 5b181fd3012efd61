//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package term

// A Hush is a time in which the terminal does not show what is typed; here there
// is none.
type Hush struct{}

// Silence does nothing.
func Silence() *Hush { return nil }

// Shown returns 0.
func (*Hush) Shown() int { return 0 }

// End does nothing.
func (*Hush) End() {}
