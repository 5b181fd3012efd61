// Package dialect holds the rules of Markdown that its reader and its writer must
// share: which addresses are links without mark-up, which lines are verse.
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

// IsImport reports whether a line only tells a program what to use: import Tabs
// from '@theme/Tabs'; or import "./a.css".
func IsImport(line string) bool {
	what, ok := strings.CutPrefix(line, "import ")
	if !ok {
		return false
	}
	if _, from, ok := strings.Cut(what, " from "); ok {
		what = from
	}
	what = strings.TrimSuffix(strings.TrimSpace(what), ";")
	return len(what) > 2 && (what[0] == '\'' || what[0] == '"') && what[len(what)-1] == what[0]
}

// Lines is the language of a fence all around an article that is made of lines: what a
// program wrote for a terminal, a diff, a page of the manual.
const Lines = "lines"
