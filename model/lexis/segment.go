package lexis

import (
	"slices"
	"unicode/utf8"

	"juan/model/char"
)

// A Word is one word of a text: its bytes and its class.
type Word struct {
	From, To int
	Class    Class
}

// unknownCost is the cost of a character that is no known word.
const unknownCost = 15

// A node of a lattice is the cheapest way to a byte of a text, word by word.
type node struct {
	cost  float32
	from  int32 // where the last word begins, -1 when no word ends here
	class Class
}

type lattice []node

func (l lattice) put(from, to int, cost float32, class Class) {
	if n := &l[to]; n.from < 0 || l[from].cost+cost < n.cost {
		n.cost, n.from, n.class = l[from].cost+cost, int32(from), class
	}
}

// Segment splits s into its most probable words: the cheapest path through
// those of the table. Its cost is linear in s; s should be a heading or a
// clause, not a book.
func Segment(s string) []Word {
	const few, many = 64, 256
	switch { // arrays on the stack, no larger than need be, for they are cleared
	case len(s) < few:
		var some [few]node
		return segment(s, some[:len(s)+1])
	case len(s) < many:
		var some [many]node
		return segment(s, some[:len(s)+1])
	}
	return segment(s, make(lattice, len(s)+1))
}

// segment is Segment with room for a node before and after each byte of s.
func segment(s string, l lattice) []Word {
	for i := range l[1:] {
		l[i+1].from = -1
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case l[i].from < 0:
		case char.IsHan(r):
			l.put(i, i+size, unknownCost, Unknown)
			l.known(s, i)
		default:
			to, class := token(s, i)
			l.put(i, to, 1, class)
		}
		i += size
	}
	n := 0
	for at := len(s); at > 0; at = int(l[at].from) {
		n++
	}
	words := make([]Word, 0, n)
	for at := len(s); at > 0; at = int(l[at].from) {
		words = append(words, Word{int(l[at].from), at, l[at].class})
	}
	slices.Reverse(words)
	return words
}

// known puts the words of the table that begin at byte i.
func (l lattice) known(s string, i int) {
	var w walk
	for to, r := range s[i:] {
		if !w.step(r) {
			return
		}
		if k, ok := w.word(); ok && k.class != listed {
			l.put(i, i+to+len("字"), k.cost, k.class)
		}
	}
}

// token returns the end and class of what stands at s[i:] and is not Han: a
// number with its decimals, Latin letters, or one mark.
func token(s string, i int) (int, Class) {
	r, size := utf8.DecodeRuneInString(s[i:])
	class := classOf(r)
	to := i + size
	for class != Mark && to < len(s) {
		r, size := utf8.DecodeRuneInString(s[to:])
		if classOf(r) != class && !(class == Digits && joinsDigits(r, s[to+size:])) {
			break
		}
		to += size
	}
	return to, class
}

// joinsDigits reports whether r goes on with a number, before next: 3.5, 40%.
func joinsDigits(r rune, next string) bool {
	if next == "" {
		return false
	}
	n, _ := utf8.DecodeRuneInString(next)
	return r == '%' || r == '.' && classOf(n) == Digits
}

func classOf(r rune) Class {
	switch {
	case r >= '0' && r <= '9' || r >= '０' && r <= '９':
		return Digits
	case r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z':
		return Latin
	}
	return Mark
}
