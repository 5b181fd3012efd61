package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// A line is one line of the text that is not blank, or several that stand as
// they are: a table, code.
type line struct {
	from, to int         // bytes, trimmed of white space
	runes    int32       // its length
	cells    int32       // its width: 2 for what is wide, 1 for the rest
	n        int32       // bytes of its number
	val      int32       // the number's value
	lead     int32       // bytes of heading text it opens with, number included
	path     uint64      // all parts of a decimal number
	indent   int16       // cells of white space before it
	form     number.Form // of its number
	role     role
	level    uint8 // when it is, or opens with, a heading
	after    bool  // a blank line stands before it
	weak     bool  // its number counts only with its neighbours
	under    bool  // a heading without a number, one level below those of its kind
	gaps     bool  // white space of two cells or more, or a tab, stands inside it
}

// role is what a line was found to be.
type role uint8

const (
	body      role = iota
	own            // a heading that has the line to itself
	opens          // a paragraph that opens with a numbered heading
	leads          // a paragraph that opens with a run-in heading
	article        // a paragraph that opens with 第…条
	contents       // a line of a table of contents
	title          // a line before the text proper
	verbatim       // what stands as it is: a table, code, a drawing
	rule           // a line of dashes, or one that underlines a heading
	furniture      // the head or the foot of a page
	listed         // an item of a list
)

// indented reports whether l begins as a paragraph does, 　　 or two blanks.
func (l *line) indented() bool { return l.indent >= 2 }

// splitLines returns the lines of src that are not blank.
func splitLines(src string) []line {
	lines := make([]line, 0, min(strings.Count(src, "\n"), len(src)/32)+1)
	blank := false
	for at := 0; at < len(src); {
		end := strings.IndexByte(src[at:], '\n')
		if end < 0 {
			end = len(src)
		} else {
			end += at
		}
		from, to := char.Trim(src, at, end)
		if from < to {
			l := line{from: from, to: to, after: blank, indent: indentOf(src[at:from])}
			var blanks bool
			l.runes, l.cells, blanks = measure(src[from:to])
			l.gaps = hasGap(src[from:to], blanks)
			lines = append(lines, l)
		}
		blank = from >= to
		at = end + 1
	}
	return lines
}

// indentOf returns the cells of the white space s, tabs set every eight.
func indentOf(s string) int16 {
	n := 0
	for _, r := range s {
		switch {
		case r == '\t':
			n = (n/8 + 1) * 8
		case r == '\u3000':
			n += 2
		case r >= ' ' && r != 0xfeff && r != 0x200b:
			n++
		}
	}
	return int16(min(n, 1000))
}

// hasGap reports whether the trimmed line s has white space inside that parts
// columns: a tab, two blanks, or two full-width ones. blanks says whether any
// of ASCII's is in it.
func hasGap(s string, blanks bool) bool {
	return blanks && (strings.IndexByte(s, '\t') >= 0 || strings.Contains(s, "  ")) || strings.Contains(s, "\u3000\u3000")
}

// measure counts runes and, near enough for comparing lines, cells: two for a
// character of three bytes or more; and tells whether s may have a blank or a
// control character. It takes sixteen bytes at a time, and adds up what it finds
// in each of eight places before it sums these.
func measure(s string) (runes, cells int32, blanks bool) {
	const low, top = 0x0101010101010101, 0x8080808080808080
	following, wide := 0, 0 // bytes that go on with a character; that begin a wide one
	low32 := uint64(0)      // has a top bit where a byte was below 0x21
	n := len(s)
	for len(s) >= 16 {
		var f, w uint64
		for range min(len(s)/16, 127) { // a place counts to 255
			x, y := eight(s), eight(s[8:])
			f += x>>7&^(x>>6)&low + y>>7&^(y>>6)&low
			w += x>>7&(x>>6)&(x>>5)&low + y>>7&(y>>6)&(y>>5)&low
			low32 |= (x-0x21*low)&^x | (y-0x21*low)&^y
			s = s[16:]
		}
		following, wide = following+sumBytes(f), wide+sumBytes(w)
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c&0xc0 == 0x80:
			following++
		case c >= 0xe0:
			wide++
		case c <= ' ':
			low32 = top
		}
	}
	n -= following
	return int32(n), int32(n + wide), low32&top != 0
}

// eight returns the first eight bytes of s.
func eight(s string) uint64 {
	s = s[:8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// sumBytes adds the eight bytes of x.
func sumBytes(x uint64) int {
	const even = 0x00ff00ff00ff00ff
	return int((x&even + x>>8&even) * 0x0001000100010001 >> 48)
}

// text is the words of l.
func (d *Document) text(l *line) string { return d.src[l.from:l.to] }

// titleLike reports whether l reads like a heading that has its line to
// itself: short, and no sentence or part of one.
func (l *line) titleLike(src string, most int32) bool {
	if l.cells == l.runes { // Latin letters take half the room
		most = most * 8 / 5
	}
	if l.runes > most {
		return false
	}
	s := src[l.from:l.to]
	switch char.LastMark(s) {
	case '。', '；', '，', '、', '：', ';', ',', ':', '—':
		return false
	}
	switch char.First(s) {
	case '“', '「', '『':
		return false
	}
	return !strings.Contains(s, "。") && !strings.Contains(s, "；")
}

// rest is the line after its number, trimmed, and whether white space or a
// mark parts the two.
func (l *line) rest(src string) (text string, parted bool) {
	s := src[l.from+int(l.n) : l.to]
	t := strings.TrimLeft(s, " \t\u3000\u00a0:：、.．—-·】]》")
	return t, len(t) < len(s) || t == "" || char.Opens(char.First(t))
}
