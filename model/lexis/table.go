package lexis

import (
	_ "embed"
	"math"
	"unicode/utf8"
)

// The table as it lies in the program: numbers of two or eight bytes, the lowest
// byte first. TestPacked writes it from words.tsv.
var (
	// rows are the words, 8 bytes each, in the order of their characters. The
	// highest 45 bits are the second to the fourth character as 15 bits each, 0
	// for none; the lowest 19 are the number of the kind.
	//
	//go:embed rows.bin
	rows string
	// firsts has for each character from [firstHan] on where the rows of the words
	// begin that it is the first of, and at last where they end; 2 bytes each.
	//
	//go:embed firsts.bin
	firsts string
	// kinds are class, cost and lists, 8 bytes each; see [kindOf].
	//
	//go:embed kinds.bin
	kinds string
)

const (
	firstHan, lastHan = 0x4e00, 0x9fff
	longest           = 4  // characters of a word at most
	charBits          = 15 // of a character in a row
	kindBits          = 64 - (longest-1)*charBits
)

// A kind is what the table says of a word.
type kind struct {
	class Class
	cost  float32
	lists List
}

// kindOf returns the kind of row i: its class is the lowest byte, its lists the
// next two, its cost the highest four as a float32.
func kindOf(i int) kind {
	v := number(kinds, int(number(rows, i)&(1<<kindBits-1)))
	return kind{Class(v), math.Float32frombits(uint32(v >> 32)), List(v >> 8)}
}

// number returns number i of a table of eight bytes each.
func number(table string, i int) uint64 {
	s := table[8*i : 8*i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// first returns the first row of the words that begin with character c, counted
// from firstHan.
func first(c int) int { return int(firsts[2*c]) | int(firsts[2*c+1])<<8 }

// A walk goes into words character by character.
type walk struct {
	from, to int    // rows: from begins with what was gone through, to is where its first character ends
	length   int    // in characters
	prefix   uint64 // the characters except for the first, as rows have them
}

// step goes on by r, and reports whether a word begins so.
func (w *walk) step(r rune) bool {
	if r < firstHan || r > lastHan || w.length == longest {
		return false
	}
	c := int(r - firstHan)
	if w.length++; w.length == 1 {
		w.from, w.to = first(c), first(c+1)
		return w.from < w.to
	}
	shift := 64 - charBits*(w.length-1)
	w.prefix |= uint64(c+1) << shift
	if w.length == 2 {
		w.from = seek(w.from, w.to, w.prefix)
	}
	for w.from < w.to && number(rows, w.from) < w.prefix { // few words begin with the same two
		w.from++
	}
	return w.from < w.to && number(rows, w.from)>>shift == w.prefix>>shift
}

// seek returns the first of rows [from, to) that is not below v.
func seek(from, to int, v uint64) int {
	for from < to {
		if mid := (from + to) / 2; number(rows, mid) < v {
			from = mid + 1
		} else {
			to = mid
		}
	}
	return from
}

// word returns the kind of the word that the walk has gone through, if it is one.
func (w *walk) word() (kind, bool) {
	if w.length == 0 || number(rows, w.from)>>kindBits != w.prefix>>kindBits {
		return kind{}, false
	}
	return kindOf(w.from), true
}

// find returns the kind of the word s.
func find(s string) (kind, bool) {
	var w walk
	for _, r := range s {
		if !w.step(r) {
			return kind{}, false
		}
	}
	return w.word()
}

// Known reports whether w is a word that text is split into.
func Known(w string) bool {
	k, ok := find(w)
	return ok && k.class != listed
}

// On reports whether the word w is on one of the lists.
func On(l List, w string) bool {
	k, _ := find(w)
	return k.lists&l != 0
}

// Before returns the lists of the words of two to four characters that s
// begins with, taken together.
func Before(s string) List {
	all, w := List(0), walk{}
	for _, r := range s {
		if !w.step(r) {
			break
		}
		if k, ok := w.word(); ok && w.length > 1 {
			all |= k.lists
		}
	}
	return all
}

// After returns the lists of the words of two to four characters that end s
// and are not the whole of it.
func Behind(s string) List {
	all, at := List(0), len(s)
	for n := 1; n <= longest; n++ {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		if at -= size; r < firstHan || r > lastHan || at <= 0 {
			break
		}
		if k, ok := find(s[at:]); ok && n > 1 {
			all |= k.lists
		}
	}
	return all
}
