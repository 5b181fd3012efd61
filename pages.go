package main

import (
	"time"

	"juan/data/memory"
	"juan/ui/resident"
)

// started is how long after its beginning the start is over, on any but a slow machine.
const started = 400 * time.Millisecond

// trim releases the pages of the program that only the start used, once the library
// should be on screen. Where it is not yet, some of them are mapped again.
func trim() { time.AfterFunc(started, resident.Release) }

// A thrifty store releases the pages of the program that opening a database used: four
// megabytes, most of which reading and showing a text does not use.
type thrifty struct{ *memory.Store }

// Prepare begins to read what a run begins with.
func (t thrifty) Prepare() {
	read := t.Store.Prepare()
	go func() {
		<-read
		resident.Release()
	}()
}
