package fold

import (
	"math/bits"
	"sort"
	"unicode/utf8"
)

// The basic plane has its Han here, looked up by blocks of 64 characters.
const firstHan, lastHan = 0x3400, 0x9fff

// variant returns the character that r, a variant of Han, is folded to, and
// which member of their class r is; r itself and 0 for any other character.
func variant(r rune) (to rune, member rune) {
	switch {
	case firstHan <= r && r <= lastHan:
		return nearVariant(r)
	case r >= 0x20000:
		return farVariant(r)
	}
	return r, 0
}

func nearVariant(r rune) (to, member rune) {
	row := rowOf(r)
	if row == "" {
		return r, 0
	}
	to, n := utf8.DecodeRuneInString(row)
	return to, rune(row[n] - '0')
}

// rowOf returns the row of a variant in the table, "" where r is none: the character
// that it is folded to, of three bytes, and which member of the class r is.
func rowOf(r rune) string {
	block, bit := int(r-firstHan)/64, uint(r)%64
	set := word(variantBits, 8*block)
	if set>>bit&1 == 0 {
		return ""
	}
	i := int(variantsBefore[2*block]) | int(variantsBefore[2*block+1])<<8
	i += bits.OnesCount64(set & (1<<bit - 1))
	return variants[4*i:][:4]
}

func farVariant(r rune) (to, member rune) {
	const size = 9
	at := func(i int) rune {
		r, _ := utf8.DecodeRuneInString(farVariants[i*size:])
		return r
	}
	n := len(farVariants) / size
	i := sort.Search(n, func(i int) bool { return at(i) >= r })
	if i == n || at(i) != r {
		return r, 0
	}
	to, _ = utf8.DecodeRuneInString(farVariants[i*size+4:])
	return to, rune(farVariants[i*size+8] - '0')
}
