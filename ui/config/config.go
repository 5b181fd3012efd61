// Package config reads the reader's settings from a TOML file. It knows what
// may stand in it and not what it does; nothing in the file can keep juan from
// starting, a wrong value is a [Fault] and its default holds.
package config

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// A Config is what the reader prefers. The zero Config prefers nothing.
type Config struct {
	Theme     string // a style sheet's name, or the file it is in
	Width     int    // cells of the text, 0 for none preferred
	Paragraph string // indent or space, "" for none preferred
	Ambiguous string // auto, 1, 2 or replace, "" for none preferred
	Language  string // zh or en, "" for that of the locale
	Pictures  string // auto, blocks or off, "" for none preferred
	Gap       bool   // a gap between Han and Latin
	Hang      bool   // marks may stand in the margin
	Strict    bool   // no —— and …… at the start of a line
	Open      []Opener
}

// An Opener is a command that reads files of some name in the reader's place:
// "*.pdf" = "pdftotext -layout {} -".
type Opener struct {
	Pattern string   // of names, as path.Match has it
	Command []string // the program and its arguments, {} for the file
}

// A Fault is something wrong in the file.
type Fault struct {
	File string
	Line int    // from 1, 0 where it is not known
	Key  string // "" where the fault is not about one
	Why  Why
	Want string // what would be right, or what the parser says
}

// A Why says what is wrong.
type Why uint8

// What may be wrong.
const (
	Unreadable Why = iota // the file; Want is what the system says
	Malformed             // no TOML; Want is what the parser says
	NoSuchKey             // Key means nothing
	WrongValue            // Want says which values there are
)

// Error returns the fault in one short English line.
func (f Fault) Error() string {
	what := f.File
	if f.Line > 0 {
		what += fmt.Sprintf(":%d", f.Line)
	}
	switch f.Why {
	case NoSuchKey:
		return what + ": " + f.Key + ": no such setting"
	case WrongValue:
		return what + ": " + f.Key + ": want " + f.Want
	}
	return what + ": " + f.Want
}

// Read returns the settings in a file and what is wrong with it.
func Read(file string) (Config, []Fault) {
	doc, err := os.ReadFile(file)
	if err != nil {
		var p *os.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		return Config{}, []Fault{{File: file, Why: Unreadable, Want: err.Error()}}
	}
	return Parse(file, string(doc))
}

// Parse is Read for a document that file is the name of.
func Parse(file, doc string) (Config, []Fault) {
	var (
		c      Config
		values map[string]any
		faults []Fault
	)
	if _, err := toml.Decode(doc, &values); err != nil {
		f := Fault{File: file, Why: Malformed, Want: err.Error()}
		var p toml.ParseError
		if errors.As(err, &p) {
			f.Line, f.Key, f.Want = p.Position.Line, p.LastKey, p.Message
		}
		return c, []Fault{f}
	}
	for _, key := range slices.Sorted(maps.Keys(values)) {
		f := Fault{File: file, Line: line(doc, key), Key: key, Why: WrongValue}
		if f.Want = c.set(key, values[key]); f.Want == unknown {
			f.Why, f.Want = NoSuchKey, ""
		}
		if f.Want != "" || f.Why == NoSuchKey {
			faults = append(faults, f)
		}
	}
	slices.SortStableFunc(faults, func(a, b Fault) int { return a.Line - b.Line })
	return c, faults
}

// unknown is what set returns for a key that it does not know.
const unknown = "?"

// set takes one value and returns what it should have been, "" where it is
// right.
func (c *Config) set(key string, value any) (want string) {
	switch key {
	case "theme":
		return text(&c.Theme, value)
	case "width":
		n, ok := value.(int64)
		if !ok || n < 2 || n > 10_000 {
			return "2–10000"
		}
		c.Width = int(n)
		return ""
	case "paragraph":
		return text(&c.Paragraph, value, "indent", "space")
	case "indent":
		on := true
		want = boolean(&on, value)
		if c.Paragraph = "indent"; !on {
			c.Paragraph = "space"
		}
		return want
	case "ambiguous":
		if n, ok := value.(int64); ok {
			value = fmt.Sprint(n)
		}
		return text(&c.Ambiguous, value, "auto", "1", "2", "replace")
	case "language":
		return text(&c.Language, value, "zh", "zh-Hant", "en")
	case "gap":
		return boolean(&c.Gap, value)
	case "hang":
		return boolean(&c.Hang, value)
	case "pictures":
		return text(&c.Pictures, value, "auto", "blocks", "off")
	case "strict":
		return boolean(&c.Strict, value)
	case "open":
		return openers(&c.Open, value)
	}
	return unknown
}

// openers takes a table of patterns and commands, a command as one string or
// as a list of its words. Longer patterns, which say more, come first.
func openers(dst *[]Opener, value any) (want string) {
	const form = `"*.pdf" = "pdftotext -layout {} -"`
	table, ok := value.(map[string]any)
	if !ok {
		return form
	}
	for _, pattern := range slices.Sorted(maps.Keys(table)) {
		var command []string
		switch v := table[pattern].(type) {
		case string:
			command = split(v)
		case []any:
			for _, one := range v {
				command = append(command, fmt.Sprint(one))
			}
		}
		if _, err := path.Match(pattern, ""); err != nil || len(command) == 0 || command[0] == "" {
			return form
		}
		*dst = append(*dst, Opener{pattern, command})
	}
	slices.SortStableFunc(*dst, func(a, b Opener) int { return len(b.Pattern) - len(a.Pattern) })
	return ""
}

// split parts a command into its words at blanks. Quotation marks keep blanks,
// a backslash the character behind it; there is no other syntax of a shell.
// What is never closed is no command.
func split(s string) []string {
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

// text takes a string, one of the allowed where any are named.
func text(dst *string, value any, allowed ...string) (want string) {
	s, ok := value.(string)
	if !ok || len(allowed) > 0 && !slices.Contains(allowed, s) {
		if len(allowed) == 0 {
			return `"…"`
		}
		return `"` + strings.Join(allowed, `", "`) + `"`
	}
	*dst = s
	return ""
}

func boolean(dst *bool, value any) (want string) {
	b, ok := value.(bool)
	if !ok {
		return "true, false"
	}
	*dst = b
	return ""
}

// line returns the line that sets a key, 0 where none does.
func line(doc, key string) int {
	n := 0
	for l := range strings.Lines(doc) {
		n++
		l = strings.TrimLeft(l, " \t[")
		rest, ok := strings.CutPrefix(strings.TrimLeft(l, `"'`), key)
		rest = strings.TrimLeft(rest, "\"' \t")
		if ok && rest != "" && strings.IndexByte("=.]", rest[0]) >= 0 {
			return n
		}
	}
	return 0
}

// LineOf returns the line of a file that sets a key, 0 where none does. It is
// for whoever finds fault with a value that Read had to take.
func LineOf(file, key string) int {
	doc, err := os.ReadFile(file)
	if err != nil {
		return 0
	}
	return line(string(doc), key)
}
