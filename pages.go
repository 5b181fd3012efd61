package main

import (
	"time"

	"juan/ui/resident"
)

// started is when the start is over on any but a slow machine.
const started = 400 * time.Millisecond

// trim releases what only the start used, once the library is on screen. Where it is
// not yet, some of that is mapped twice.
func trim() { time.AfterFunc(started, resident.Release) }
