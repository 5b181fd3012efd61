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

// openForm is an entry of the table of openers, as it is written.
const openForm = `"*.pdf" = "pdftotext -layout {} -"`

// openers takes the table of patterns and commands. Longer patterns, which say
// more, come first.
func (p *parsing) openers(value any) (out []Opener) {
	table, ok := value.(map[string]any)
	if !ok {
		p.fault(Fault{Key: "open", Why: WrongValue, Want: openForm}, "open")
	}
	for _, pattern := range slices.Sorted(maps.Keys(table)) {
		o := Opener{pattern, command(table[pattern])}
		if _, err := path.Match(pattern, ""); err != nil || len(o.Command) == 0 || o.Command[0] == "" {
			p.fault(Fault{Key: fmt.Sprintf("open.%q", pattern), Why: WrongValue, Want: openForm}, "open."+pattern)
			continue
		}
		out = append(out, o)
	}
	slices.SortStableFunc(out, func(a, b Opener) int { return len(b.Pattern) - len(a.Pattern) })
	return out
}

// command takes a command as one string or as a list of its words.
func command(value any) (words []string) {
	switch v := value.(type) {
	case string:
		return Split(v)
	case []any:
		for _, one := range v {
			words = append(words, fmt.Sprint(one))
		}
	}
	return words
}

// Split parts a command into its words at blanks. Quotation marks keep blanks, a
// backslash the character after it; there is no other syntax of a shell. A quotation
// that is not closed makes it no command.
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
