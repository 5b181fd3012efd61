package char

// What goes through a line eight bytes at a time.

// Measure counts runes and, near enough for comparing lines, cells: two for a
// character of three bytes or more. It takes sixteen bytes at a time, and adds
// up what it finds in each of eight places before it sums these.
func Measure(s string) (runes, cells int32) {
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

// Twice reports whether the byte b stands twice in a row in s. It dismisses most
// lines faster than a search: 第 ends with two bytes AC, a full-width blank with two
// bytes 80, and few other characters do. It takes eight bytes at a time.
func Twice(s string, b byte) bool {
	const low, high = 0x0101010101010101, 0x8080808080808080
	found, carry := uint64(0), uint64(0)
	last := len(s) - 8
	if last < 0 {
		return twice(s, b)
	}
	for i := 0; i <= last; i += 8 {
		x := eight(s[i:]) ^ low*uint64(b)
		x = (x - low) &^ x & high // the bytes that are b, and some above one that is
		found |= x & (x<<8 | carry)
		carry = x >> 56
	}
	x := eight(s[last:]) ^ low*uint64(b) // the rest, and some of what was seen
	x = (x - low) &^ x & high
	return (found|x&(x<<8)) != 0 && twice(s, b)
}

// twice is Twice byte by byte.
func twice(s string, b byte) bool {
	for i := 1; i < len(s); i++ {
		if s[i] == b && s[i-1] == b {
			return true
		}
	}
	return false
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
