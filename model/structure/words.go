package structure

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// wordTable is made by internal/lexicon: each line a class of words (letter,
// length in runes, order of frequency), a space, and the words without breaks.
//
//go:embed words.txt
var wordTable string

// A wordClass is an entry of the table: the class letter and the cost of using the word, -log p.
type wordClass struct {
	class byte
	cost  float32
}

var lexicon = sync.OnceValue(func() map[string]wordClass {
	m := make(map[string]wordClass, 32000)
	for row := range strings.SplitSeq(wordTable, "\n") {
		key, words, ok := strings.Cut(row, " ")
		if !ok || len(key) < 3 {
			continue
		}
		order, _ := strconv.Atoi(key[2:])
		freq := 100 * math.Exp2(float64(order)+0.5)
		c := wordClass{key[0], float32(math.Log(6e7 / freq))}
		for step := 3 * int(key[1]-'0'); len(words) >= step && step > 0; words = words[step:] {
			m[words[:step]] = c
		}
	}
	for _, list := range [...]struct {
		words string
		class byte
	}{{tails, 'g'}, {terms, 'n'}, {begins, 'v'}} {
		for w := range strings.FieldsSeq(list.words) {
			if _, ok := m[w]; !ok {
				m[w] = wordClass{list.class, 11}
			}
		}
	}
	return m
})

// A word is one word of a segmented text: bytes, and its class; 'w' is a mark,
// '0' digits, 'L' Latin letters, '?' a character that is no known word.
type word struct {
	from, to int
	class    byte
}

const unknownCost = 15

// A lattice is the cheapest way to each byte of a text, word by word.
type lattice []struct {
	cost  float32
	from  int32 // where the last word begins, -1 when no word ends here
	class byte
}

func (l lattice) put(from, to int, cost float32, class byte) {
	if n := &l[to]; n.from < 0 || l[from].cost+cost < n.cost {
		n.cost, n.from, n.class = l[from].cost+cost, int32(from), class
	}
}

// segment splits s, which should be short, into its most probable words.
func segment(s string) []word {
	l := make(lattice, len(s)+1)
	for i := range l[1:] {
		l[i+1].from = -1
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case l[i].from < 0:
		case isHan(r):
			l.put(i, i+size, unknownCost, '?')
			l.known(s, i)
		default:
			to, class := token(s, i)
			l.put(i, to, 1, class)
		}
		i += size
	}
	var words []word
	for at := len(s); at > 0; at = int(l[at].from) {
		words = append(words, word{int(l[at].from), at, l[at].class})
	}
	slices.Reverse(words)
	return words
}

// known puts the words of the lexicon that begin at byte i, up to four characters.
func (l lattice) known(s string, i int) {
	dict := lexicon()
	to := i
	for range 4 {
		r, size := utf8.DecodeRuneInString(s[to:])
		if to == len(s) || !isHan(r) {
			return
		}
		to += size
		if c, ok := dict[s[i:to]]; ok {
			l.put(i, to, c.cost, c.class)
		}
	}
}

// token returns the end and class of what stands at s[i:] and is not Han: a
// number with its decimals, Latin letters, or one mark.
func token(s string, i int) (int, byte) {
	r, size := utf8.DecodeRuneInString(s[i:])
	kind := func(r rune) byte {
		switch {
		case digitOf(r) >= 0:
			return '0'
		case r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z':
			return 'L'
		}
		return 'w'
	}
	class := kind(r)
	to := i + size
	for class != 'w' && to < len(s) {
		r, size := utf8.DecodeRuneInString(s[to:])
		if k := kind(r); k == class || class == '0' && (r == '.' || r == '%') && to+size < len(s) && (r == '%' || digitOf(firstRune(s[to+size:])) >= 0) {
			to += size
			continue
		}
		break
	}
	return to, class
}
