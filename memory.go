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

// Of so many files the entries alone take a hundred megabytes and more. The
// collector lets the heap double; from there on it grows by four fifths. What juan
// carries is small and takes a millisecond or two to collect, so there it grows by
// three quarters.
const (
	manyFiles      = 50_000
	growthOfMany   = 80 // per cent
	growthOfLittle = 75
)

// grow lets the heap grow by at most so many per cent before it is collected; the
// user may have asked for less.
func grow(percent int) {
	if was := debug.SetGCPercent(percent); was < percent {
		debug.SetGCPercent(was)
	}
}

// most is how much memory the collector keeps juan within where what is used leaves
// that to it: blocks of a text of a million lines are a few hundred megabytes, and with
// what may be left behind until the next collection they would be twice as many.
const most = 440 << 20

// bound bounds what is left behind; the user may have asked for another limit.
func bound() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(most)
	}
}

// A frugal library has the collector run more often once it is found to be
// large.
type frugal struct{ model.Library }

// Follow tells what the library tells.
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
