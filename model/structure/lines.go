package structure

import (
	"strings"
	"unicode/utf8"
)

// A line is one line of the text that is not blank.
type line struct {
	from, to int   // bytes, trimmed of white space
	runes    int32 // its length
	cells    int32 // its width: 2 for what is wide, 1 for the rest
	n        int32 // bytes of its number
	val      int32 // the number's value
	form     Form
	role     role
	level    uint8 // when it is, or opens with, a heading
	lead     int32 // bytes of heading text it opens with, number included
	after    bool  // a blank line stands before it
	indented bool
}

// role is what a line was found to be.
type role uint8

const (
	body     role = iota
	own           // a heading that has the line to itself
	opens         // a paragraph that opens with a numbered heading
	leads         // a paragraph that opens with a run-in heading
	article       // a paragraph that opens with 第…条
	contents      // a line of a table of contents
	title         // a line before the text proper
)

// splitLines returns the lines of src that are not blank.
func splitLines(src string) []line {
	lines := make([]line, 0, 16)
	blank := false
	for at := 0; at < len(src); {
		end := strings.IndexByte(src[at:], '\n')
		if end < 0 {
			end = len(src)
		} else {
			end += at
		}
		from, to := trim(src, at, end)
		if from < to {
			l := line{from: from, to: to, after: blank, indented: from-at >= 2}
			l.runes, l.cells = measure(src[from:to])
			lines = append(lines, l)
		}
		blank = from >= to
		at = end + 1
	}
	return lines
}

// trim returns from and to moved inwards past white space.
func trim(s string, from, to int) (int, int) {
	for from < to {
		r, size := utf8.DecodeRuneInString(s[from:to])
		if !isSpace(r) {
			break
		}
		from += size
	}
	for from < to {
		r, size := utf8.DecodeLastRuneInString(s[from:to])
		if !isSpace(r) {
			break
		}
		to -= size
	}
	return from, to
}

// measure counts runes and, near enough for comparing lines, cells.
func measure(s string) (runes, cells int32) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x80 || c >= 0xc0 && c < 0xe0:
			runes, cells = runes+1, cells+1
		case c >= 0xe0:
			runes, cells = runes+1, cells+2
		}
	}
	return runes, cells
}

// titleLike reports whether l reads like a heading that has its line to
// itself: short, and no sentence or part of one.
func (l *line) titleLike(src string, most int32) bool {
	if l.runes > most {
		return false
	}
	s := src[l.from:l.to]
	if strings.ContainsRune("。；，、：;,:—", lastMark(s)) || strings.ContainsRune("“「『", firstRune(s)) {
		return false
	}
	return !strings.Contains(s, "。") && !strings.Contains(s, "；")
}

// rest is the line after its number, trimmed, and whether white space or a
// mark parts the two.
func (l *line) rest(src string) (text string, parted bool) {
	s := src[l.from+int(l.n) : l.to]
	t := strings.TrimLeft(s, " \t\u3000\u00a0:：、.．—-·")
	return t, len(t) < len(s) || t == "" || strings.ContainsRune("（(【《“「", firstRune(t))
}
