package fold

import (
	"math/bits"
	"strings"
)

// stride is how many bytes of text are compared at once.
const stride = 32

// Index returns the first byte of s at or behind from where the text of the
// needle is, whatever the marks, or -1.
func (n Needle) Index(s string, from int) int {
	switch {
	case n.text == "":
		return -1
	case n.text[n.rare] < 0x80:
		return n.byByte(s, from)
	}
	return n.byPair(s, from)
}

// byByte looks for the rarest byte of the needle alone, in the byte search of
// the standard library. Nothing is faster where the byte is seldom, as ASCII is
// in Chinese; where it turns up more than once in 256 bytes, pairs are faster.
func (n Needle) byByte(s string, from int) int {
	misses := 0
	for at := from + n.rare; at < len(s); at++ {
		k := strings.IndexByte(s[at:], n.text[n.rare])
		if k < 0 {
			return -1
		}
		at += k
		start := at - n.rare
		if strings.HasPrefix(s[start:], n.text) {
			return start
		}
		if misses++; misses > 16+(start-from)/256 {
			return n.byPair(s, start+1)
		}
	}
	return -1
}

// byPair looks for the two rarest bytes of the needle at their distance, 32
// places at once. UTF-8 Chinese has 64 bytes that all stand once in a hundred,
// and six more often; a pair of them stands once in ten thousand.
func (n Needle) byPair(s string, from int) int {
	lo, hi := min(n.rare, n.second), max(n.rare, n.second)
	a, b := uint64(n.text[lo])*eachByte, uint64(n.text[hi])*eachByte
	for ; from+hi+stride <= len(s); from += stride {
		p, q := s[from+lo:][:stride], s[from+hi:][:stride]
		differ := [...]uint64{ // zero bytes are where both are the same
			word(p, 0) ^ a | word(q, 0) ^ b,
			word(p, 8) ^ a | word(q, 8) ^ b,
			word(p, 16) ^ a | word(q, 16) ^ b,
			word(p, 24) ^ a | word(q, 24) ^ b,
		}
		if zeros(differ[0])|zeros(differ[1])|zeros(differ[2])|zeros(differ[3]) == 0 {
			continue
		}
		for i, d := range differ {
			for z := zeros(d); z != 0; z &= z - 1 {
				start := from + 8*i + bits.TrailingZeros64(z)/8
				if strings.HasPrefix(s[start:], n.text) {
					return start
				}
			}
		}
	}
	if k := strings.Index(s[min(from, len(s)):], n.text); k >= 0 {
		return from + k
	}
	return -1
}

const (
	eachByte = 0x0101010101010101
	eachTop  = 0x8080808080808080
)

// zeros returns a word with the top bit set in each byte that is zero in w, and
// perhaps in others behind the first.
func zeros(w uint64) uint64 { return (w - eachByte) &^ w & eachTop }

// word returns eight bytes of s as a word, the first lowest. Compilers make one
// load of it.
func word(s string, i int) uint64 {
	s = s[i:][:8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
