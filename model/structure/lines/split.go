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
