package compose

import "strings"

// A Range is bytes of a text.
type Range struct{ From, To int }

// Trimmed returns text[from:to] without white space at its ends.
func Trimmed(text string, from, to int) Range {
	s := strings.TrimSpace(text[from:to])
	if s == "" {
		return Range{from, from}
	}
	from += strings.Index(text[from:to], s)
	return Range{from, from + len(s)}
}
