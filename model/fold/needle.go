package fold

import "strings"

// A Needle is a folded query, ready to be looked for.
type Needle struct {
	text string
	rare int // the byte of text to look for first
}

// NewNeedle returns the needle of a folded query.
func NewNeedle(folded string) Needle {
	n := Needle{text: folded}
	best := -1
	for i := range len(folded) {
		if r := rarity(folded[i]); r > best {
			best, n.rare = r, i
		}
	}
	return n
}

// Len returns the bytes of the needle; an empty one is found nowhere.
func (n Needle) Len() int { return len(n.text) }

// Index returns the first byte of s at or behind from where the needle is, or
// -1. UTF-8 Chinese has six lead bytes that all text is full of; anchoring on
// a rarer byte keeps the scan in the processor's byte search.
func (n Needle) Index(s string, from int) int {
	if len(n.text) == 0 {
		return -1
	}
	for at := from + n.rare; at < len(s); at++ {
		k := strings.IndexByte(s[at:], n.text[n.rare])
		if k < 0 {
			return -1
		}
		at += k
		if start := at - n.rare; strings.HasPrefix(s[start:], n.text) {
			return start
		}
	}
	return -1
}

// rarity ranks a byte by how seldom it stands in UTF-8 text.
func rarity(b byte) int {
	switch {
	case b >= 0xe3 && b <= 0xe9 || b == 0xef || b == ' ':
		return 0 // what nearly every character begins with
	case b == 0x80 || b == 0xbc || b >= 0xb8 && b <= 0xba:
		return 1 // second bytes of common marks and characters
	case b == 'e' || b == 'a' || b == 't' || b == 'i' || b == 'n' || b == 'o':
		return 1
	case b < 0x80 || b >= 0xc0:
		return 2
	}
	return 3
}
