package typeset

import "slices"

// spared leaves out what a text of size bytes has no place for: lines without
// text, blank ones first. A page that nobody scrolls can do without places.
func spared(lines []Line, size int) []Line {
	for len(lines) > size+1 {
		i := spare(lines)
		lines = append(lines[:i], lines[i+1:]...)
	}
	return lines
}

// place gives each line of a block the byte that names it: they rise from 0 to
// at most size, the length of the block's text, and are what At is already as
// far as possible.
func place(lines []Line, size int) []Line {
	at := 0
	for i := range lines {
		l := &lines[i]
		if i == 0 {
			l.At = 0
		} else {
			l.At = max(at, l.At)
		}
		at = l.At + 1
	}
	at = size
	for i := len(lines) - 1; i >= 0 && lines[i].At > at; i-- {
		lines[i].At = max(at, 0)
		at--
	}
	return lines
}

// spare returns the line that can best be done without: the last blank one,
// else the last one without text, else the last.
func spare(lines []Line) int {
	best, rank := len(lines)-1, 0
	for i, l := range lines {
		switch {
		case len(l.Runs) == 0:
			best, rank = i, 2
		case rank < 2 && !slices.ContainsFunc(l.Runs, func(r Run) bool { return r.From >= 0 }):
			best, rank = i, 1
		}
	}
	return best
}
