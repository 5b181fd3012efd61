package lines

import (
	"strings"

	"juan/model/char"
)

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
			text := src[from:to]
			l.runes, l.cells = measure(text)
			l.look(text)
			l.gaps = l.cells < 2*l.runes && hasGap(text) || !(l.prose && l.runes > 40) && hasWideGap(text)
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
// columns, a tab or two blanks.
func hasGap(s string) bool { return strings.IndexByte(s, '\t') >= 0 || strings.Contains(s, "  ") }

// hasWideGap reports whether two full-width blanks stand inside s. In a paragraph
// they part no columns.
func hasWideGap(s string) bool { return strings.Contains(s, "\u3000\u3000") }

// measure counts runes and, near enough for comparing lines, cells: two for a
// character of three bytes or more. It takes sixteen bytes at a time, and adds
// up what it finds in each of eight places before it sums these.
func measure(s string) (runes, cells int32) {
	const low = 0x0101010101010101
	following, wide := 0, 0 // bytes that go on with a character; that begin a wide one
	n := len(s)
	for len(s) >= 16 {
		var f, w uint64
		piece := s[:min(len(s), 127*16)&^15] // a place counts to 255
		s = s[len(piece):]
		for len(piece) >= 16 {
			x, y := eight(piece), eight(piece[8:])
			a, b := x>>7&low, y>>7&low // all but ASCII
			f += a&^(x>>6) + b&^(y>>6)
			w += a&(x>>6)&(x>>5) + b&(y>>6)&(y>>5)
			piece = piece[16:]
		}
		following, wide = following+sumBytes(f), wide+sumBytes(w)
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c&0xc0 == 0x80:
			following++
		case c >= 0xe0:
			wide++
		}
	}
	n -= following
	return int32(n), int32(n + wide)
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
