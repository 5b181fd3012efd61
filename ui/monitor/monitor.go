// Package monitor is a second process that gives the terminal back where the program
// cannot do it itself: a panic in a goroutine of a library, such as those that read
// keys and paint, ends a Go program before any of its own code can run, and so do
// fatal errors of the runtime and SIGKILL. It is the same program, started under
// another name, and knows nothing of what is on screen.
package monitor
