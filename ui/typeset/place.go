package typeset

import "slices"

// spared leaves out what a text of size bytes has no place for, from the last line
// on: blank ones, then others without text, then any. A page that nobody scrolls can do
// without places.
func spared(lines []Line, size int) []Line {
	for rank := 0; rank <= withText && len(lines) > size+1; rank++ {
		left := len(lines) - (size + 1)
		kept := len(lines)
		for i := len(lines) - 1; i >= 0; i-- {
			if left > 0 && rankOf(lines[i]) <= rank {
				left--
				continue
			}
			kept--
			lines[kept] = lines[i]
		}
		lines = lines[kept:]
	}
	return lines
}

// place gives each line of a block the byte that identifies it: these rise from 0 to at
// most size, the length of the block's text, and equal At as far as possible.
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

// withText is the rank of lines that can be done without least.
const withText = 2

// rankOf returns how well a line can be done without: 0 where it is blank, 1 where it
// shows nothing of the text.
func rankOf(l Line) int {
	switch {
	case len(l.Runs) == 0:
		return 0
	case !slices.ContainsFunc(l.Runs, func(r Run) bool { return r.From >= 0 }):
		return 1
	}
	return withText
}
