package config

import (
	"strings"

	"github.com/BurntSushi/toml"
)

// linesOf returns the lines that set the keys of a document, by their dotted names; the
// parser gives the keys in order, but not their lines.
func linesOf(doc string, keys []toml.Key) map[string]int {
	found := make(map[string]int)
	lines := strings.Split(doc, "\n")
	at := 0 // the line of the key before
	for _, key := range keys {
		last := key[len(key)-1]
		for i := at; i < len(lines); i++ {
			if sets(lines[i], last) || i == at && strings.Contains(lines[i], "{") && strings.Contains(lines[i], last) {
				found[strings.Join(key, ".")], at = i+1, i
				break
			}
		}
	}
	return found
}

// sets reports whether a line is the header of a table or begins a value with a
// key whose last part is given.
func sets(line, last string) bool {
	line = strings.TrimSpace(line)
	if strings.HasPrefix(line, "#") {
		return false
	}
	key := strings.Trim(line, "[]")
	if !strings.HasPrefix(line, "[") {
		var value bool
		if key, _, value = cutKey(line); !value {
			return false
		}
	}
	key = strings.TrimSpace(key)
	if rest, ok := strings.CutSuffix(strings.TrimRight(key, `"'`), last); ok {
		return rest == "" || strings.ContainsAny(rest[len(rest)-1:], ` ."'`)
	}
	return false
}

// cutKey cuts a line at the "=" after its key, which may be quoted.
func cutKey(line string) (key, value string, ok bool) {
	var quote byte
	for i := range len(line) {
		switch c := line[i]; {
		case quote != 0 && c == quote:
			quote = 0
		case quote != 0:
		case c == '"' || c == '\'':
			quote = c
		case c == '=':
			return line[:i], line[i+1:], true
		}
	}
	return line, "", false
}

// without returns a document without the entry in the line, counted from 1, at which
// the parser stopped, and the number of the faulty line. All other lines keep their
// numbers. With a faulty table header the whole table goes, since its entries would end
// up in another table.
func without(doc string, stopped int) (rest string, blamed int) {
	lines := strings.Split(doc, "\n")
	first, last := begun(lines, min(stopped, len(lines)))
	blamed = first + 1
	table := strings.HasPrefix(strings.TrimSpace(lines[first]), "[")
	for first < len(lines) && (first < last || table && !strings.HasPrefix(strings.TrimSpace(lines[first]), "[")) {
		lines[first] = ""
		first++
	}
	return strings.Join(lines, "\n"), blamed
}

// begun returns the lines [first, last) of what the parser stopped in at the end of
// lines[:last]: where a value, a header or a string that begins before was left open,
// from there on.
func begun(lines []string, last int) (int, int) {
	first := last - 1
	for i, open := first-1, 0; i >= 0; i-- {
		open += opens(lines[i])
		if strings.HasPrefix(strings.TrimSpace(lines[i]), "[") || strings.Contains(lines[i], "=") {
			if open > 0 {
				first = i
				if strings.Contains(lines[last-1], "=") {
					last-- // which is another value
				}
			}
			break
		}
	}
	if at := leftOpen(lines[:last]); at >= 0 {
		first = at
	}
	for first > 0 && strings.TrimSpace(strings.Join(lines[first:last], "")) == "" {
		first-- // what is wrong with an empty line is before it
	}
	return first, last
}

// leftOpen returns the index of the line in which a string of several lines begins
// that has no end, -1 for none.
func leftOpen(lines []string) int {
	at, mark := -1, ""
	for i, line := range lines {
		for line != "" {
			if mark != "" {
				_, rest, ends := strings.Cut(line, mark)
				if line = rest; ends {
					mark = ""
				}
				continue
			}
			k := strings.Index(line, `"""`)
			if n := strings.Index(line, "'''"); n >= 0 && (k < 0 || n < k) {
				k = n
			}
			if k < 0 {
				break
			}
			at, mark, line = i, line[k:k+3], line[k+3:]
		}
	}
	if mark == "" {
		return -1
	}
	return at
}

// opens returns how many more brackets a line opens than it closes.
func opens(line string) (n int) {
	scan(line, func(c byte) bool {
		switch c {
		case '[', '{':
			n++
		case ']', '}':
			n--
		}
		return true
	})
	return n
}

// The parser goes through the names of all tables around a key again for each of its
// parts, so the depth is bounded beforehand: settings have three levels.
const mostLevels = 16

// tooDeep returns the line, from 1, in which brackets are nested or a name is
// dotted deeper than in any settings; 0 where there is none.
func tooDeep(doc string) int {
	depth, dots, line := 0, 0, 1
	within := scan(doc, func(c byte) bool {
		switch c {
		case '\n':
			line++
			dots = 0
		case '.':
			dots++
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		}
		return depth <= mostLevels && dots <= mostLevels
	})
	if within {
		return 0
	}
	return line
}

// scan calls f for each byte outside strings and comments until it returns false,
// and reports whether it never did. A string that goes on in the next line is read
// as if it ended: so there is too much outside, never too little.
func scan(doc string, f func(c byte) bool) bool {
	var quote byte
	for i := 0; i < len(doc); i++ {
		switch c := doc[i]; {
		case c == '\n':
			quote = 0
		case quote == '"' && c == '\\':
			i++
			continue
		case quote != 0 && c == quote:
			quote = 0
			continue
		case quote != 0:
			continue
		case c == '"' || c == '\'':
			quote = c
			continue
		case c == '#':
			for i+1 < len(doc) && doc[i+1] != '\n' {
				i++
			}
			continue
		}
		if !f(doc[i]) {
			return false
		}
	}
	return true
}
