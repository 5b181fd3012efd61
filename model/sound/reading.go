package sound

import (
	_ "embed"
	"iter"
	"sort"
	"strings"
)

// The tables are made by internal/readings and looked up as they are. Numbers of
// two bytes have the lower one first.
var (
	// syllables has a row of seven bytes for each: up to six letters, dots, a
	// line break.
	//go:embed syllables.txt
	syllables string

	// lists has the readings of characters one after the other, the most
	// frequent first, each as two bytes: twice the number of a syllable, and 1
	// more for the last of a list.
	//go:embed lists.bin
	lists string

	// han has two bytes for each character from U+3400 to U+9FFF: where its list
	// begins, in readings; 0 is none.
	//go:embed han.bin
	han string

	// beyond has five bytes for each of the other characters, sorted: three of
	// the code point, the highest first, and two as han has them.
	//go:embed beyond.bin
	beyond string
)

const (
	row  = len("zhuang\n")
	most = 512 // there are fewer syllables
)

// A syllable is the number of one, without its tone.
type syllable uint16

// String returns the letters of the syllable, v for ü.
func (y syllable) String() string {
	return strings.TrimRight(syllables[int(y)*row:int(y)*row+row-1], ".")
}

// readings yields how a character is read, the most frequent reading first.
func readings(r rune) iter.Seq[syllable] {
	return func(yield func(syllable) bool) {
		at := listOf(r)
		if at == 0 {
			return
		}
		for last := false; !last; at++ {
			v := word(lists, 2*at)
			last = v&1 != 0
			if !yield(syllable(v >> 1)) {
				return
			}
		}
	}
}

// listOf returns where the list of a character begins, 0 where it has none.
func listOf(r rune) int {
	switch {
	case 0x3400 <= r && r <= 0x9fff:
		return word(han, 2*int(r-0x3400))
	case r < 0xf900 && r != '〇' || 0xfaff < r && r < 0x20000:
		return 0
	}
	return listBeyond(r)
}

func listBeyond(r rune) int {
	const size = 5
	codePoint := func(i int) rune {
		b := beyond[i*size:]
		return rune(b[0])<<16 | rune(b[1])<<8 | rune(b[2])
	}
	n := len(beyond) / size
	if i := sort.Search(n, func(i int) bool { return codePoint(i) >= r }); i < n && codePoint(i) == r {
		return word(beyond, i*size+3)
	}
	return 0
}

func word(s string, at int) int { return int(s[at]) | int(s[at+1])<<8 }

// Of returns the most frequent sound of a word of Han characters, as
// [Matches] takes it: xuchang for 许昌, xi'an for 西安. It is "" where any of them has none.
func Of(word string) string {
	var b strings.Builder
	for _, r := range word {
		letters := ""
		for y := range readings(r) {
			letters = y.String()
			break
		}
		if letters == "" {
			return ""
		}
		if b.Len() > 0 && strings.IndexByte("aeo", letters[0]) >= 0 {
			b.WriteByte('\'')
		}
		b.WriteString(letters)
	}
	return b.String()
}
