package fold

import (
	"math"
	"math/bits"
	"strings"
)

// stride is how many bytes of text are compared at once.
const stride = 32

// Index returns the first byte of s at or after from where the text of the
// needle is, whatever the marks, or -1.
func (n Needle) Index(s string, from int) int {
	if found, last := n.find(s, from, 1); found == 1 {
		return last
	}
	return -1
}

// Matches returns how often the text of the needle is in s, whatever the marks,
// and the byte after the last match, 0 where there is none.
func (n Needle) Matches(s string) (found, end int) {
	found, last := n.find(s, 0, math.MaxInt)
	if found == 0 {
		return 0, 0
	}
	return found, last + len(n.text)
}

// find looks for no more than so many matches that begin at or after byte from
// and do not overlap, and returns how many there are and where the last begins.
func (n Needle) find(s string, from, most int) (found, last int) {
	switch {
	case n.text == "":
		return 0, 0
	case n.text[n.rare] < 0x80:
		return n.byByte(s, from, most)
	}
	return n.byPair(s, from, most)
}

// byByte looks for the rarest byte of the needle alone, in the byte search of
// the standard library. Nothing is faster where the byte is seldom, as ASCII is
// in Chinese; where it turns up in vain more than once in 256 bytes, pairs are
// faster.
func (n Needle) byByte(s string, from, most int) (found, last int) {
	misses := 0
	for at := from + n.rare; at < len(s); at++ {
		k := strings.IndexByte(s[at:], n.text[n.rare])
		if k < 0 {
			return found, last
		}
		at += k
		start := at - n.rare
		if strings.HasPrefix(s[start:], n.text) {
			if found, last = found+1, start; found == most {
				return found, last
			}
			at += len(n.text) - 1
			continue
		}
		if misses++; misses > 16+(start-from)/256 {
			more, end := n.byPair(s, start+1, most-found)
			if more == 0 {
				end = last
			}
			return found + more, end
		}
	}
	return found, last
}

// byPair looks for the two rarest bytes of the needle at their distance, 32 places at
// once. In UTF-8 Chinese each of 64 bytes occurs once in a hundred, and six occur more
// often; a pair of them occurs once in ten thousand.
func (n Needle) byPair(s string, from, most int) (found, last int) {
	lo, hi := min(n.rare, n.second), max(n.rare, n.second)
	a, b := uint64(n.text[lo])*eachByte, uint64(n.text[hi])*eachByte
	free := from // where the next match may begin
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
				if start < free || !strings.HasPrefix(s[start:], n.text) {
					continue
				}
				if found, last = found+1, start; found == most {
					return found, last
				}
				free = start + len(n.text)
			}
		}
	}
	for from = max(from, free); found < most && from < len(s); from = last + len(n.text) {
		k := strings.Index(s[from:], n.text)
		if k < 0 {
			break
		}
		found, last = found+1, from+k
	}
	return found, last
}

const (
	eachByte = 0x0101010101010101
	eachTop  = 0x8080808080808080
)

// zeros returns a word with the top bit set in each byte that is zero in w, and
// perhaps in others after the first.
func zeros(w uint64) uint64 { return (w - eachByte) &^ w & eachTop }

// word returns eight bytes of s as a word, the first lowest. Compilers make one
// load of it.
func word(s string, i int) uint64 {
	s = s[i:][:8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
