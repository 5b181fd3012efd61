package data

import (
	"runtime"
	"runtime/debug"
)

// largeText is how many bytes of a text make it most of what is in memory.
const largeText = 16 << 20

// sparing is called before a text of so many bytes is read. Go lets the heap
// double before it collects, so that a large text takes twice its size again in
// what reading it leaves behind. From the first one on the heap grows by half:
// collecting is quick there, for most of what is held is text without pointers.
func sparing(size int) {
	const growth = 50 // percent
	if size < largeText {
		return
	}
	if was := debug.SetGCPercent(growth); was < growth {
		debug.SetGCPercent(was) // the user wants less, or none
	}
}

// giveBack gives back the memory of what is not in use any more where a step of
// reading a text of so many bytes has left about as many behind.
func giveBack(size int) {
	if size >= largeText {
		runtime.GC()
	}
}
