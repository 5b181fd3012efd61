// Package monitor is a second process that gives the terminal back where the program
// cannot do it itself: a panic in a goroutine of somebody else, such as those that read
// keys and paint, ends a program of Go without another word, and so do errors of
// the runtime and SIGKILL. It is the same program, started under another name, and
// knows nothing of what is on screen.
package monitor
