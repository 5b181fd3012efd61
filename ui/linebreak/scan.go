package linebreak

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/ui/cell"
)

// A scanner walks a text cluster by cluster and grades the place before each.
// What the pair table cannot see, the neighbours of a character decide by
// giving it another class: a point between digits is a digit, an apostrophe
// between letters a letter.
type scanner struct {
	text   string
	i      int // bytes scanned
	policy cell.Policy
	strict bool
	korean bool // words of Hangul, which end at spaces only
	paired bool // straight " come in pairs

	prev, before class   // the classes of the last cluster and of the one before it, spaces left out
	last         rune    // the first rune of the last cluster
	spaced       bool    // spaces stand after the last cluster
	inQuote      bool    // one of a pair of " is open
	letters      int     // letters just passed
	option       bool    // the word began with a hyphen, as --flag
	compound     bool    // the last hyphen stands between words of two letters or more
	url          int     // the end of the URL that is being scanned
	slash, unit  int     // the slash and the end of a unit such as 微克/立方米
	whole        []Range // parts of the text that are each one word
	passed       int     // how many of them lie before i
}

// A cluster is what one step of the scanner passes.
type cluster struct {
	from, to int // bytes
	cells    int
	class    class
	grade    int  // of the place before it
	hangs    bool // may stand in the margin
}

func newScanner(text string, p cell.Policy, o Options) scanner {
	script := o.Script
	if script == Unknown {
		script = ScriptOf(text)
	}
	return scanner{
		text:   text,
		policy: p,
		strict: o.Strict,
		whole:  o.Whole,
		korean: script == Korean,
		paired: strings.Count(text, `"`)%2 == 0,
	}
}

// rewind takes the scanner back to i, where a line starts.
func (s *scanner) rewind(i int) {
	if strings.Count(s.text[i:s.i], `"`)%2 == 1 {
		s.inQuote = !s.inQuote
	}
	s.i, s.prev, s.before, s.last, s.spaced = i, start, start, 0, false
	s.letters, s.option, s.passed = 0, false, 0
}

// run passes the bulk of all text quickly: ideographs after an ideograph, or
// letters after a letter, with nothing around that could matter. It passes
// what fits in room cells and returns how many clusters those are; each has
// size bytes, and the place before each has the same grade.
func (s *scanner) run(room int) (count, size, grade int) {
	if s.spaced || s.i < s.url || s.i < s.unit {
		return 0, 0, never
	}
	end := len(s.text)
	if len(s.whole) > 0 {
		end = s.nextWhole()
	}
	switch s.prev {
	case han:
		for i := s.i; 2*count+2 <= room && i < end && s.text[i]-0xE5 <= 0xE9-0xE5 && s.free(i+3); i += 3 {
			count++ // U+5000 to U+9FFF
		}
		size, grade = 3, allowed
	case alpha:
		for i := s.i; count+1 <= room && i < end && s.text[i]|0x20-'a' <= 'z'-'a' && s.free(i+1); i++ {
			count++
		}
		size, grade = 1, inside
		s.letters += count
	}
	if count > 0 {
		s.before, s.last, s.i = s.prev, 0, s.i+count*size
	}
	return count, size, grade
}

// free reports whether the character at i surely begins a new cluster.
func (s *scanner) free(i int) bool {
	return i >= len(s.text) || s.text[i] < utf8.RuneSelf || s.text[i]-0xE4 <= 0xE9-0xE4
}

// next passes one cluster; the text must not be at its end.
func (s *scanner) next() (c cluster) {
	r, size := rune(s.text[s.i]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRuneInString(s.text[s.i:])
	}
	n, w := s.policy.First(s.text[s.i:])
	c = cluster{from: s.i, to: s.i + n, cells: w, class: classOf(r)}
	if c.class == space && n > size {
		c.class = alpha // an accent shown on a space
	}
	if len(s.whole) > 0 {
		if u, in := s.wholeAt(s.i); in {
			return s.part(c, u, r)
		}
	}
	switch c.class {
	case newline:
		s.prev, s.before, s.spaced = start, start, false
		s.i, s.letters, s.option = c.to, 0, false
		return c
	case space: // no line ends before it: its end is after the spaces
		s.i, s.letters, s.option, s.spaced = c.to, 0, false, true
		return c
	case han:
		if s.korean {
			c.class = alpha
		}
	case pause:
		c.hangs = r == '，' || r == '。' || r == '、'
	case alpha, digit, open, money:
	default:
		c.class = s.resolve(c.class, r, s.i+size)
	}
	c.grade = s.grade(c.class, r)
	if c.class == alpha && unicode.IsLetter(r) {
		s.letters++
	} else {
		s.letters = 0
	}
	s.before, s.prev, s.last, s.spaced, s.i = s.prev, c.class, r, false, c.to
	return c
}

// part passes c as a letter of u, which is one word.
func (s *scanner) part(c cluster, u Range, r rune) cluster {
	c.class, c.grade = alpha, inside
	if c.from == u.From {
		c.grade = s.grade(alpha, r)
	}
	s.before, s.prev, s.last, s.spaced, s.letters, s.i = s.prev, alpha, r, false, 0, c.to
	return c
}

// resolve returns the class of r in its place; next is the byte after it.
func (s *scanner) resolve(c class, r rune, next int) class {
	if s.prev == digit && !s.spaced && joinsDigits(r) && s.peek(next) == digit {
		return digit
	}
	switch c {
	case closer:
		if r == '’' && !s.spaced && (s.prev == alpha || s.prev == digit) && s.peek(next) == alpha {
			return alpha // an apostrophe
		}
	case pair:
		if (r == '—' || r == '－') && s.last != r && !strings.HasPrefix(s.text[next:], string(r)) {
			return closer // a single dash joins
		}
	case quote:
		if s.paired {
			s.inQuote = !s.inQuote
			if s.inQuote {
				return open
			}
			return closer
		}
	case round:
		if r == '[' && !s.spaced && s.prev != start && footnote(s.text[next:]) {
			return degree
		}
	case circle:
		if s.spaced || s.prev == start || s.prev == pause || s.prev == comma || s.prev == colon {
			return open // counts what follows it
		}
	case hyphen:
		if s.spaced || s.prev != alpha && s.prev != digit && s.prev != hyphen {
			s.option = true
		}
		s.compound = !s.option && s.letters >= 2 && s.peek(next) == alpha && s.peek(next+1) == alpha
	}
	return c
}

// grade grades the place before a cluster of class c that begins with r.
func (s *scanner) grade(c class, r rune) int {
	switch {
	case s.prev == start && s.spaced:
		return weak // blanks that open a text stay, unless they fill the line
	case s.prev == start:
		return never
	case s.spaced:
		return s.gradeSpaced(c)
	case s.i < s.url:
		return s.gradeURL(c)
	case s.i < s.unit:
		if s.i == s.slash+1 {
			return allowed
		}
		return inside
	case c == colon || c == dot:
		s.url = s.urlEnd()
	}
	if s.prev == slash && c == han && s.before != han {
		s.slash, s.unit = s.i, s.i+unit(s.text[s.i:]) // GB/小时
	}
	col := column(c)
	if col < 0 {
		return forbidden
	}
	g := int(pairs[s.prev][col] - '0')
	switch {
	case c == pair && (s.strict || s.last == r):
		return forbidden
	case g == allowed, g == forbidden:
		if s.prev == digit && c == han {
			return s.gradeUnit(r)
		}
	case s.prev == square, s.prev == colon: // bound to a word only where they follow one
		if s.before == han || s.before == closer || s.before == pause {
			return allowed
		}
	case s.prev == hyphen && s.compound && c == alpha:
		return allowed
	}
	return g
}

// gradeSpaced grades the place after spaces, before a cluster of class c.
func (s *scanner) gradeSpaced(c class) int {
	if s.before == start && bullet(s.last) {
		return forbidden // it would stand alone on the line
	}
	if noStart(c) || noEnd(s.prev) || c == pair && s.strict {
		return weak
	}
	if c == digit && s.prev == digit { // 1 000 000, 2020-01-05 12:30
		return weak
	}
	return allowed
}

// peek returns the class of the rune at i.
func (s *scanner) peek(i int) class {
	if i >= len(s.text) {
		return start
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return classOf(r)
}
