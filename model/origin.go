package model

import "sort"

// An Origin says on which line of its file each byte of an article's source
// stands, and where its title does. All of a record, JSON or a line of it, stands
// on the line that it begins on.
type Origin struct {
	// Title is the byte of the source that the title begins with, -1 where the
	// source has none.
	Title int

	base   int   // the first byte that is known of
	line   int   // the line that it stands on, from 1
	breaks []int // where the lines after that begin, in bytes after base
}

// NewOrigin returns the origin of a stretch of a source: base is the byte that it
// begins with, line the line, from 1. Lines end at "\n", or at "\r" where there is
// no "\n".
func NewOrigin(text string, base, line int) *Origin {
	o := &Origin{Title: -1, base: base, line: line}
	for _, end := range [...]byte{'\n', '\r'} {
		for i := range len(text) {
			if text[i] == end {
				o.breaks = append(o.breaks, i+1)
			}
		}
		if len(o.breaks) > 0 {
			break
		}
	}
	return o
}

// Titled returns the origin of an article of the same stretch whose title
// begins with a byte of it.
func (o Origin) Titled(title int) *Origin {
	o.Title = title
	return &o
}

// Line returns the line, from 1, that a byte of the source stands on.
func (o *Origin) Line(offset int) int {
	return o.line + sort.SearchInts(o.breaks, offset-o.base+1)
}

// Line returns the line of its file that p stands on, from 1; 0 where that is
// not known.
func (a *Article) Line(p Pos) int {
	if a.Origin == nil {
		return 0
	}
	return a.Origin.Line(a.Offset(p))
}
