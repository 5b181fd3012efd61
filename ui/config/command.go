package config

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
)

// An Opener is a command that reads files of some name in the reader's place:
// "*.pdf" = "pdftotext -layout {} -".
type Opener struct {
	Pattern string   // of names, as path.Match has it
	Command []string // the program and its arguments, {} for the file
}

// openers takes a table of patterns and commands, a command as one string or
// as a list of its words. Longer patterns, which say more, come first.
func openers(value any) (found []Opener, ok bool) {
	table, ok := value.(map[string]any)
	if !ok {
		return nil, false
	}
	for _, pattern := range slices.Sorted(maps.Keys(table)) {
		var command []string
		switch v := table[pattern].(type) {
		case string:
			command = Split(v)
		case []any:
			for _, one := range v {
				command = append(command, fmt.Sprint(one))
			}
		}
		if _, err := path.Match(pattern, ""); err != nil || len(command) == 0 || command[0] == "" {
			return nil, false
		}
		found = append(found, Opener{pattern, command})
	}
	slices.SortStableFunc(found, func(a, b Opener) int { return len(b.Pattern) - len(a.Pattern) })
	return found, true
}

// Split parts a command into its words at blanks. Quotation marks keep blanks,
// a backslash the character behind it; there is no other syntax of a shell.
// What is never closed is no command.
func Split(s string) []string {
	var words []string
	var word strings.Builder
	var quote rune
	begun, escaped := false, false
	for _, r := range s {
		switch {
		case escaped:
			word.WriteRune(r)
			escaped = false
		case r == '\\' && quote != '\'':
			escaped, begun = true, true
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '"' || r == '\'':
			quote, begun = r, true
		case r == ' ' || r == '\t':
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if quote != 0 || escaped {
		return nil
	}
	if begun {
		words = append(words, word.String())
	}
	return words
}
