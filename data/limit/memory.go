package limit

import (
	"runtime"
	"runtime/debug"
)

// large is how many bytes of a text make it most of what is in memory.
const large = 16 << 20

// IsLarge reports whether a text of so many bytes is most of what is in memory.
func IsLarge(size int) bool { return size >= large }

// Spare is called before a text of so many bytes is read. Go lets the heap double
// before it collects, so garbage from reading a large text would take twice its size
// again. From the first large text on, the heap grows by a tenth: collecting is quick
// then, for most of the heap is text without pointers.
func Spare(size int) {
	const growth = 10 // percent
	if !IsLarge(size) {
		return
	}
	if was := debug.SetGCPercent(growth); was < growth {
		debug.SetGCPercent(was) // the user wants less, or none
	}
}

// GiveBack returns unused memory to the system, after a step in reading a text of so
// many bytes that leaves about as many bytes of garbage.
func GiveBack(size int) {
	if IsLarge(size) {
		runtime.GC()
	}
}
