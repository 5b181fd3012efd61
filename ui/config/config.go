// Package config reads the reader's settings from a TOML file. It knows which settings
// there are and not what they do. Nothing in the file can keep juan from starting: a
// wrong entry is a [Fault], and its default is used.
package config

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"juan/ui/words"
)

// A Config is what the reader prefers. The zero Config prefers nothing.
type Config struct {
	Theme     string   // a style sheet's name, or the file it is in
	Width     int      // cells of the text, 0 for none preferred
	Paragraph string   // indent or space, "" for none preferred
	Ambiguous string   // auto, 1, 2 or replace, "" for none preferred
	Language  string   // zh, zh-Hant or en, "" for that of the locale
	Pictures  string   // auto, blocks or off, "" for none preferred
	Panes     string   // beside the text: both, list, contents or none, "" for none preferred
	NoMouse   bool     // the mouse is the terminal's
	ASCII     bool     // signs of ASCII alone
	Gap       bool     // a gap between Han and Latin
	Hang      bool     // marks may stand in the margin
	Strict    bool     // no —— and …… at the start of a line
	Voice     []string // the program and its arguments that reads its input aloud, nil for none preferred
	Open      []Opener
	Keys      []Binding // in the order of the file
}

// A Fault is something wrong in the file.
type Fault struct {
	File string
	Line int    // from 1, 0 where it is not known
	Key  string // "" where the fault is not about one
	Why  Why
	Want string // what would be right, or what the parser says
	Near string // NoSuchKey: the key that was probably meant, "" for none
	Err  error  // Unreadable: what the system says
	Then string // WrongValue: the default that holds, as TOML writes it
}

// A Why says what is wrong.
type Why uint8

// What may be wrong.
const (
	Unreadable Why = iota // the file; Err is what the system says
	Malformed             // no TOML; Want is what the parser says, and the line is left out
	NoSuchKey             // Key means nothing
	WrongValue            // Want says which values there are
	TooMuch               // the file is larger, or nested deeper, than any settings are
	Said                  // Want says it in the words of the interface
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
	case TooMuch:
		return what + ": too much"
	case Unreadable:
		return what + ": " + f.Err.Error()
	}
	return what + ": " + f.Want
}

// most is how many bytes settings may have; all of them with their comments are
// a tenth of it.
const most = 1 << 17

// Read returns the settings in a file and what is wrong with it.
func Read(file string) (Config, []Fault) {
	doc, err := read(file)
	if err != nil {
		return Config{}, []Fault{{File: file, Why: Unreadable, Err: err}}
	}
	return Parse(file, doc)
}

// read returns at most one byte more than settings may have.
func read(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	doc, err := io.ReadAll(io.LimitReader(f, most+1))
	return string(doc), err
}

// Parse is Read for the text of a file called file. A line that is not TOML is reported
// and left out, so that the others still count.
func Parse(file, doc string) (Config, []Fault) {
	if len(doc) > most {
		return Config{}, []Fault{{File: file, Why: TooMuch}}
	}
	p := parsing{file: file, doc: strings.TrimPrefix(doc, "\ufeff")}
	values, meta := p.decode()
	p.lines = linesOf(p.doc, meta.Keys())
	var c Config
	for _, key := range slices.Sorted(maps.Keys(values)) {
		switch s, known := find(key); {
		case key == "keys":
			c.Keys = p.bindings(values[key])
		case key == "open":
			c.Open = p.openers(values[key])
		case !known:
			p.fault(Fault{Key: key, Why: NoSuchKey, Near: words.Near(key, names())}, key)
		case !s.set(&c, values[key]):
			p.fault(Fault{Key: key, Why: WrongValue, Want: s.want, Then: s.value}, key)
		}
	}
	return c, Sorted(p.faults)
}

// Sorted returns faults in the order of their lines.
func Sorted(faults []Fault) []Fault {
	slices.SortStableFunc(faults, func(a, b Fault) int { return a.Line - b.Line })
	return faults
}

// A parsing is one file under way.
type parsing struct {
	file, doc string
	lines     map[string]int // that set a key, by its dotted name
	faults    []Fault
}

// fault notes what is wrong with the value of a dotted name.
func (p *parsing) fault(f Fault, name string) {
	f.File = p.file
	if f.Line == 0 {
		f.Line = p.lines[name]
	}
	p.faults = append(p.faults, f)
}

// mostTries is how many lines that are no TOML are left out before the whole
// document is.
const mostTries = 20

// decode returns the values of the document, less the lines that are no TOML.
func (p *parsing) decode() (map[string]any, toml.MetaData) {
	for range mostTries {
		values := make(map[string]any)
		if n := tooDeep(p.doc); n > 0 {
			p.fault(Fault{Line: n, Why: TooMuch}, "")
			p.doc, _ = without(p.doc, n)
			continue
		}
		meta, err := toml.Decode(p.doc, &values)
		if err == nil {
			return values, meta
		}
		f := Fault{Why: Malformed, Want: err.Error()}
		var broken toml.ParseError
		if errors.As(err, &broken) {
			f.Line, f.Key, f.Want = broken.Position.Line, broken.LastKey, broken.Message
		}
		if f.Line == 0 {
			p.fault(f, "")
			break
		}
		p.doc, f.Line = without(p.doc, f.Line)
		p.fault(f, "")
	}
	return nil, toml.MetaData{}
}

// LineOf returns the line of a file that sets a key, 0 where none does. It is
// for whoever finds fault with a value that Read had to take.
func LineOf(file, key string) int {
	doc, err := read(file)
	if err != nil || len(doc) > most {
		return 0
	}
	p := parsing{doc: strings.TrimPrefix(doc, "\ufeff")}
	_, meta := p.decode()
	return linesOf(p.doc, meta.Keys())[key]
}
