package limit

import (
	"runtime"
	"runtime/debug"
)

// large is how many bytes of a text make it most of what is in memory.
const large = 16 << 20

// IsLarge reports whether a text of so many bytes is most of what is in memory.
func IsLarge(size int) bool { return size >= large }

// Spare is called before a text of so many bytes is read. Go lets the heap
// double before it collects, so that a large text takes twice its size again in
// what reading it leaves behind. From the first one on the heap grows by a tenth:
// collecting is quick there, for most of what is held is text without pointers.
func Spare(size int) {
	const growth = 10 // percent
	if !IsLarge(size) {
		return
	}
	if was := debug.SetGCPercent(growth); was < growth {
		debug.SetGCPercent(was) // the user wants less, or none
	}
}

// GiveBack gives back the memory of what is not in use any more where a step of
// reading a text of so many bytes has left about as many behind.
func GiveBack(size int) {
	if IsLarge(size) {
		runtime.GC()
	}
}
