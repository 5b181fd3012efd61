// Package dialect holds the rules of Markdown that who reads it and who writes it
// must agree on: which addresses are links by themselves, which lines are verse.
package dialect

import "strings"

// Without mark-up verse is known by so many short lines or more, and a short
// line has no more than so many runes.
const (
	VerseLines = 4
	VerseRunes = 24
)

// IsNumber reports whether s, the start of a line, could number a list.
func IsNumber(s string) bool {
	s = strings.TrimLeft(s, " \t")
	return s != "" && len(s) < 10 && strings.Trim(s, "0123456789") == ""
}
