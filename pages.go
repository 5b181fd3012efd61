package main

import (
	"time"

	"juan/data/memory"
	"juan/ui/resident"
)

// started is when the start is over on any but a slow machine.
const started = 400 * time.Millisecond

// trim releases what only the start used, once the library is on screen. Where it is
// not yet, some of that is mapped twice.
func trim() { time.AfterFunc(started, resident.Release) }

// A thrifty store releases what opening a database used: that is four megabytes
// of the program, and mostly something else than what reads and shows a text.
type thrifty struct{ *memory.Store }

// Prepare begins to read what a run begins with.
func (t thrifty) Prepare() {
	read := t.Store.Prepare()
	go func() {
		<-read
		resident.Release()
	}()
}
