// Package linebreak finds where lines of Chinese text may end and fills lines.
//
// It follows UAX #14 with the prohibitions of CLREQ ("basic"), keeps numbers
// and words whole, and measures with [cell.Policy] only. It holds no page: it
// knows nothing of indents, blocks or colours. [Fill] sets a paragraph,
// [Balance] a title; [MinWidth] says how narrow a column may be. In a text a
// newline is a hard break; a tab counts as one space, so who wants tab stops
// sets them first.
package linebreak

import (
	"unicode/utf8"

	"juan/ui/cell"
)

// Options are choices of the reader. The zero value is the usual page.
type Options struct {
	Strict bool   // no —— or …… at the start of a line
	Hang   bool   // ，。、 may stand in the last two cells of the room, nothing else
	Script Script // of the paragraph; Unknown: as the text tells
	// Whole are parts of the text, in order, that are each one word whatever they
	// are made of: the name of a key, say. Breaks around them are those around
	// Latin letters.
	Whole []Range
}

// A Line is a part of a text: text[From:To], in bytes. Spaces between one
// line's To and the next line's From vanish at the break, as does a newline.
type Line struct {
	From, To int
	Cells    int // of text[From:To]
}

// Fill appends to dst the lines of text and returns it. The first line has
// room for first cells, the others for rest. There is always one line at
// least. No line is wider than its room but one that holds a single cluster.
func Fill(dst []Line, text string, first, rest int, p cell.Policy, o Options) []Line {
	shown := cell.Visible(text)
	if len(shown) != len(text) {
		o.Whole = nil // they count the bytes of another text
	}
	f := filler{lines: dst, s: newScanner(shown, p, o), room: first, rest: rest}
	if o.Hang {
		f.margin = 2
		f.room, f.rest = f.room-2, f.rest-2
	}
	f.run()
	if len(shown) != len(text) || shown != text {
		restore(f.lines[len(dst):], text, shown)
	}
	return f.lines
}

// A place is where a line may end: before text[next:].
type place struct {
	to, next int // bytes: the end of the line, the start of the next
	cells    int // of the line so ended
	width    int // cells with the spaces after it
}

// A filler fills lines. Its widths count from the start of the current line.
type filler struct {
	s      scanner
	lines  []Line
	room   int                // cells of the current line
	rest   int                // cells of later lines
	margin int                // cells beyond the room for a hanging mark
	from   int                // bytes: where the current line starts
	at     place              // behind the last cluster
	best   [allowed + 1]place // the last place of each grade
	places [4]place           // the last allowed places, newest at (count-1)%4
	count  int                // of allowed places in this line
	former turned             // the line before in the same paragraph
}

// turned is what is remembered of a line that ended at a place.
type turned struct {
	places [4]place
	count  int
	room   int
	at     place // where it ended; next is 0 when there is no such line
}

func (f *filler) run() {
	for f.s.i < len(f.s.text) {
		if n, size, grade := f.s.run(f.room - f.at.width); n > 0 {
			f.skip(n, size, grade)
			continue
		}
		switch c := f.s.next(); c.class {
		case newline:
			f.end()
			f.from, f.room, f.count, f.former = c.to, f.rest, 0, turned{}
			f.at, f.best = place{to: c.to, next: c.to}, [allowed + 1]place{}
		case space:
			f.at.next, f.at.width = c.to, f.at.width+c.cells
		default:
			f.add(c)
		}
	}
	f.end()
}

// skip puts n clusters of size bytes on the current line, which all fit. Only
// the last places of them can matter.
func (f *filler) skip(n, size, grade int) {
	cells := (size + 1) / 2 // a letter has one, an ideograph two
	i := max(0, n-len(f.places))
	f.at = f.at.beyond(i*size, i*cells)
	for ; i < n; i++ {
		f.mark(grade)
		f.at = f.at.beyond(size, cells)
	}
}

// mark remembers the place after the last cluster.
func (f *filler) mark(grade int) {
	f.best[grade] = f.at
	if grade == allowed {
		f.places[f.count%len(f.places)] = f.at
		f.count++
	}
}

// beyond returns the place some bytes and cells after p, without spaces.
func (p place) beyond(bytes, cells int) place {
	return place{to: p.next + bytes, next: p.next + bytes, cells: p.width + cells, width: p.width + cells}
}

// add puts c on the current line, and ends lines before it until it fits.
func (f *filler) add(c cluster) {
	if c.grade > never {
		f.mark(c.grade)
	}
	f.at = f.at.beyond(c.to-c.from, c.cells)
	for f.at.cells > f.room && !(c.hangs && f.at.cells <= f.room+f.margin) {
		if !f.turn() {
			break
		}
	}
}

// turn ends the line at the best place there is. It reports whether there was
// one and what is left may be measured on.
func (f *filler) turn() bool {
	grade := allowed
	for grade > never && f.best[grade].next <= f.from {
		grade--
	}
	if grade == never {
		return false
	}
	b := f.best[grade]
	f.lines = append(f.lines, Line{f.from, b.to, b.cells})
	f.former = turned{f.places, f.count, f.room, b}
	f.from, f.room, f.count = b.next, f.rest, 0
	f.at.cells, f.at.width = f.at.cells-b.width, f.at.width-b.width
	if f.at.cells > f.room { // later lines are narrower: look for places anew
		f.s.rewind(f.from)
		f.at, f.best = place{to: f.from, next: f.from}, [allowed + 1]place{}
		return false
	}
	for i := range f.best {
		f.best[i].cells -= b.width
		f.best[i].width -= b.width
	}
	return true
}

// end ends the last line of a paragraph.
func (f *filler) end() {
	f.feed()
	f.lines = append(f.lines, Line{f.from, f.at.to, f.at.cells})
}

// feed moves something down from the line before when the last line would
// hold one or two characters, unless that leaves the line before too loose.
func (f *filler) feed() {
	if f.former.at.next == 0 || f.long(f.from) {
		return
	}
	loosest := f.former.room - max(4, f.former.room/6)
	for i := f.former.count - 2; i >= max(0, f.former.count-len(f.places)); i-- {
		b := f.former.places[i%len(f.places)]
		cells := f.at.cells + f.former.at.width - b.width
		if b.cells < loosest || cells > f.room {
			return
		}
		if f.long(b.next) {
			last := &f.lines[len(f.lines)-1]
			last.To, last.Cells = b.to, b.cells
			f.from, f.at.cells = b.next, cells
			return
		}
	}
}

// long reports whether three clusters or more stand from i to the end.
func (f *filler) long(i int) bool {
	for range 3 {
		if i >= f.at.to {
			return false
		}
		n, _ := f.s.policy.First(f.s.text[i:f.at.to])
		i += n
	}
	return true
}

// restore turns the bytes of lines, counted in the visible form of text, into
// bytes of text, rune by rune.
func restore(lines []Line, text, shown string) {
	i, j := 0, 0
	back := func(to int) int {
		for j < to {
			_, n := utf8.DecodeRuneInString(shown[j:])
			_, m := utf8.DecodeRuneInString(text[i:])
			i, j = i+m, j+n
		}
		return i
	}
	for k := range lines {
		lines[k].From = back(lines[k].From)
		lines[k].To = back(lines[k].To)
	}
}
