package model

import (
	"strings"
	"unicode/utf8"
)

// A block is laid out, and its text put together, as a whole. Tables and code of
// more than this are several blocks, so that neither takes many times the size of
// a file.
const (
	largeTable = 8 << 10   // cells
	largeCode  = 5000      // lines
	longCode   = 256 << 10 // bytes
	longLine   = 64 << 10  // bytes: a screen shows some forty lines, and all of each is laid out
)

// Blocks returns the table, in parts of whole rows where it is large; the head stands
// in the first.
func (t Table) Blocks() []Block {
	rows := max(1, largeTable/max(1, len(t.Align)))
	if len(t.Rows) <= rows+rows/4 {
		return []Block{t}
	}
	var all []Block
	for from := 0; from < len(t.Rows); from += rows {
		part := t
		part.Rows = t.Rows[from:min(from+rows, len(t.Rows))]
		if from > 0 {
			part.Head = false
			if first := part.Rows[0]; len(first) > 0 {
				part.Src = first[0].offset(t.Src, 0)
			}
		}
		all = append(all, part)
	}
	return all
}

// Blocks returns the code, in parts of whole lines where it is large; only a line
// longer than a part is parted itself. The line breaks between parts are in none.
func (c Code) Blocks() []Block {
	if len(c.Source) <= longCode && strings.Count(c.Source, "\n") <= largeCode {
		return []Block{c}
	}
	var all []Block
	for at := 0; at < len(c.Source); {
		end, next := c.part(at)
		part := c
		part.Src, part.Source = c.Offset(at), c.Source[at:end]
		all = append(all, part)
		at = next
	}
	return all
}

// part returns where the part ends that begins at byte at, and where the next one
// begins.
func (c Code) part(at int) (end, next int) {
	next = at
	for range largeCode {
		rest := c.Source[next:]
		i := strings.IndexByte(rest, '\n')
		if i < 0 {
			i = len(rest)
		}
		if next+i-at > longCode {
			break
		}
		if end, next = next+i, next+i+1; next >= len(c.Source) {
			return end, len(c.Source)
		}
	}
	if next == at { // one line is longer
		for end = at + longLine; !utf8.RuneStart(c.Source[end]); {
			end--
		}
		return end, end
	}
	return end, next
}
