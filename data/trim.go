package data

import "strings"

// A span is bytes of a text.
type span struct{ from, to int }

// trimmed returns text[from:to] without white space at its ends.
func trimmed(text string, from, to int) span {
	s := strings.TrimSpace(text[from:to])
	if s == "" {
		return span{from, from}
	}
	from += strings.Index(text[from:to], s)
	return span{from, from + len(s)}
}
