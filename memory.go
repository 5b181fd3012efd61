package main

import (
	"context"
	"iter"
	"math"
	"runtime/debug"
	"time"

	"juan/model"
	"juan/ui/resident"
)

// The entries of so many files alone take a hundred megabytes and more. By default the
// heap doubles between collections; for them it grows by four fifths. The embedded
// library is small and takes a millisecond or two to collect, so there the heap grows
// by three quarters.
const (
	manyFiles      = 50_000
	growthOfMany   = 80 // per cent
	growthOfLittle = 75
)

// grow lets the heap grow by at most so many per cent between collections; the user may
// have asked for less (GOGC).
func grow(percent int) {
	if was := debug.SetGCPercent(percent); was < percent {
		debug.SetGCPercent(was)
	}
}

// most is the soft limit of memory: the blocks of a text of a million lines take a
// few hundred megabytes, and without a limit garbage could double that.
const most = 440 << 20

// bound sets the limit; the user may have asked for another one (GOMEMLIMIT).
func bound() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(most)
	}
}

// A frugal library has the collector run more often once it is found to be
// large.
type frugal struct{ model.Library }

// Follow passes on the news of the library.
func (f frugal) Follow(ctx context.Context) iter.Seq[model.News] {
	return func(yield func(model.News) bool) {
		told, large := 0, false
		for n := range f.Library.Follow(ctx) {
			told += len(n.Put)
			if !large && (n.Found > manyFiles || told > manyFiles) {
				large = true
				grow(growthOfMany)
			}
			if !yield(n) {
				return
			}
		}
	}
}

// started is how long after its beginning the start is over, on any but a slow machine.
const started = 400 * time.Millisecond

// trim releases the pages of the program that initialisation used, and those that the
// start used once something should be on screen. Where it is not yet, some of them are
// mapped again.
func trim() {
	go resident.Release()
	time.AfterFunc(started, resident.Release)
}
