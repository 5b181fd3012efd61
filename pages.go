package main

import (
	"time"

	"juan/ui/resident"
)

// started is how long after its beginning the start is over, on any but a slow machine.
const started = 400 * time.Millisecond

// trim releases the pages of the program that only the start used, once the library
// should be on screen. Where it is not yet, some of them are mapped again.
func trim() { time.AfterFunc(started, resident.Release) }
