package ui

import (
	"juan/model"
	"juan/ui/screen"
)

// A pane is a view of the reading. It keeps no part of it: it moves the
// reading, and it draws the reading.
type pane interface {
	// move carries out a motion, and reports whether it led anywhere.
	move(r *model.Reading, c canvas, m motion) bool
	// draw returns exactly c.h rows of exactly c.w cells.
	draw(r *model.Reading, c canvas) []screen.Row
}

// A motion is a wish to go some rows, or screens, or to an end.
type motion struct {
	unit unit
	n    int // how many, negative upwards
}

// A unit is what a motion counts in.
type unit uint8

// The units.
const (
	lines unit = iota
	halves
	pages
	ends
)

// step returns the rows that m goes on a screen of h rows; an end is further
// than any text.
func (m motion) step(h int) int {
	switch m.unit {
	case halves:
		return m.n * max(1, h/2)
	case pages:
		return m.n * max(1, h-1)
	case ends:
		return m.n * (1 << 40)
	}
	return m.n
}

// window returns the first of the rows to show, of n, so that the cursor is
// among the h shown, in their middle where that can be.
func window(n, cursor, h int) int {
	return min(max(0, cursor-h/2), max(0, n-h))
}
