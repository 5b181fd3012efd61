package front

import (
	"errors"
	"strings"

	"github.com/BurntSushi/toml"
)

// The parser of TOML keeps for each key the names of all tables around it, and
// goes through them again for each part of a dotted key: 24 KB of a.a.a… take it
// 18 s, 18 KB of {a={a=… more than a gigabyte. What it is given is therefore
// bounded before.
const (
	maxKey    = 1 << 10 // bytes of one key, its parts together
	maxLevels = 32      // parts of the keys around a value and of its own
	maxNames  = 1 << 18 // levels of all keys together
)

var errTooDeep = errors.New("keys too long, too deep or too many")

// DecodeTOML decodes a TOML document into v. The error is the parser's, or says
// that the document has more keys, or deeper ones, than are read.
func DecodeTOML(doc string, v any) (toml.MetaData, error) {
	if !moderate(doc) {
		return toml.MetaData{}, errTooDeep
	}
	return toml.Decode(doc, v)
}

// A tomlScan counts the levels of keys in one pass over a document. It
// understands strings, comments, brackets and the marks of keys, and takes what is
// no TOML for something as deep at least.
type tomlScan struct {
	doc    string
	table  int   // levels of the table that is open
	open   []int // levels that each open bracket adds
	parts  int   // dots since the last mark that ends a key or a value
	from   int   // byte after that mark
	names  int
	header bool // of a table, is open
}

// moderate reports whether a document is within the bounds.
func moderate(doc string) bool {
	s := tomlScan{doc: doc}
	for at := 0; at < len(doc); at++ {
		switch doc[at] {
		case '"', '\'':
			at = s.pastString(at) - 1
		case '#':
			if end := strings.IndexByte(doc[at:], '\n'); end < 0 {
				return true
			} else {
				at += end - 1
			}
		case '.':
			s.parts++
		case '\n':
			s.header = false // one without an end is no TOML
			s.begin(at)
		case '=':
			if !s.key(at) {
				return false
			}
			s.from = at + 1
		case ',':
			s.begin(at)
		case '[', '{':
			if s.opensLine(at) {
				if at+1 < len(doc) && doc[at+1] == '[' {
					at++
				}
				s.header, s.table = true, 0
				s.begin(at)
				break
			}
			s.open = append(s.open, s.parts+1)
			if s.begin(at); s.levels() > maxLevels {
				return false
			}
		case ']', '}':
			if s.header {
				if !s.key(at) {
					return false
				}
				s.header, s.table = false, s.parts+1
			} else if n := len(s.open); n > 0 {
				s.open = s.open[:n-1]
			}
			s.from = at + 1
		}
	}
	return true
}

// opensLine reports whether the bracket at byte at is the first of its line while no
// other is open, as in the header of a table.
func (s *tomlScan) opensLine(at int) bool {
	return len(s.open) == 0 && (s.from == 0 || s.doc[s.from-1] == '\n') && strings.TrimSpace(s.doc[s.from:at]) == ""
}

// begin notes that a key or a value may begin after byte at.
func (s *tomlScan) begin(at int) { s.parts, s.from = 0, at+1 }

// key counts a key that ends at byte at; it returns false where that is too
// much.
func (s *tomlScan) key(at int) bool {
	n := s.levels()
	s.names += n
	return n <= maxLevels && s.names <= maxNames && at-s.from <= maxKey
}

// levels returns the levels of the key that has been read.
func (s *tomlScan) levels() int {
	n := s.table + s.parts + 1
	for _, one := range s.open {
		n += one
	}
	return n
}

// pastString returns the byte after the string that begins at byte at, which
// ends with its line where it has no end of its own.
func (s *tomlScan) pastString(at int) int {
	mark := s.doc[at : at+1]
	if triple := strings.Repeat(mark, 3); strings.HasPrefix(s.doc[at:], triple) {
		mark = triple
	}
	for i := at + len(mark); i < len(s.doc); i++ {
		switch {
		case s.doc[i] == '\\' && mark[0] == '"':
			i++
		case strings.HasPrefix(s.doc[i:], mark):
			return i + len(mark)
		case s.doc[i] == '\n' && len(mark) == 1:
			return i
		}
	}
	return len(s.doc)
}
