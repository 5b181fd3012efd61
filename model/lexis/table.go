// Package lexis knows frequent Chinese words: the part of speech of each, what
// it costs to use it, and where in a report, a plan or an essay it stands. All
// of it is one table, words.tsv, one word a row: the word, its class, its cost
// and the letters of its lists. It splits text into words by that table.
package lexis

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed words.tsv
var rows string

// A Class is a part of speech, as far as ending a heading needs it.
type Class byte

// The classes. A verb that is used as a noun too, 发展 工作, has its own.
const (
	Noun        Class = 'n'
	VerbalNoun  Class = 'g'
	Verb        Class = 'v'
	Adjective   Class = 'a'
	Adverb      Class = 'd'
	Time        Class = 't'
	Preposition Class = 'p'
	Pronoun     Class = 'r'
	Conjunction Class = 'c'
	Particle    Class = 'u'
	Numeral     Class = 'm'
	Measure     Class = 'q'
	Position    Class = 'f' // 上 中 以来
	Attribute   Class = 'b' // 大型 国有
	Place       Class = 's'
	Idiom       Class = 'i'
	Other       Class = 'x'
	Mark        Class = 'w' // punctuation and all else that is no letter
	Digits      Class = '0'
	Latin       Class = 'L'
	Unknown     Class = '?' // one character that is no word of the table
	listed      Class = '-' // a phrase that stands in lists only
)

// A List is a set of places where a word stands in such texts.
type List uint16

// The lists.
const (
	Tail      List = 1 << iota // a heading ends with it: 回顾 任务 机制
	Opening                    // a paragraph begins with it: 我们 全市 近年来
	Begin                      // a verb or adverb that clauses begin with: 坚持 大力
	Maybe                      // it begins clauses as often as it ends headings: 持续推进改革, 活力持续增强
	Hang                       // an object must follow it, no heading ends with it: 实施 打造
	Half                       // an object follows it unless an adverb stands before: 完善, but 不断完善
	Qualifier                  // a predicate at the end of a heading begins with it: 明显改善
	Predicate                  // it begins the end of a heading and no body: 更加 日益 实现新
	Deed                       // it tells of one thing done, not of a field of work: 建成 荣获
)

// letters are the lists as the table names them, in the order of the bits.
const letters = "tobmhvapd"

// An entry is a word of the table.
type entry struct {
	key   uint64 // 0: a free place
	cost  float32
	lists List
	class Class
}

// A wordKey packs a word of up to four Han characters; 0 is the empty word.
type wordKey = uint64

// slots is the size of the hash table: a power of two, twice the rows.
const slots = 1 << 16

// A wordTable is the rows by their key, open addressing with linear probing, and
// which two characters words begin with: most do not, and are not looked for.
type wordTable struct {
	entries [slots]entry
	pairs   [1 << 12]uint64 // a bit for each pair, by its hash; several share one
}

// table is made on first use, in about a millisecond.
var table = sync.OnceValue(func() *wordTable {
	t := new(wordTable)
	for row := range strings.Lines(rows) {
		word, rest, _ := strings.Cut(strings.TrimSuffix(row, "\n"), "\t")
		class, rest, _ := strings.Cut(rest, "\t")
		cost, lists, _ := strings.Cut(rest, "\t")
		k, ok := keyOf(word)
		c, err := strconv.ParseFloat(cost, 32)
		if !ok || err != nil || class == "" {
			panic("lexis: a bad row: " + row)
		}
		i := slot(k)
		for t.entries[i].key != 0 {
			i = (i + 1) % slots
		}
		t.entries[i] = entry{k, float32(c), listsOf(lists), Class(class[0])}
		if p, ok := keyOf(word[:min(len(word), 2*len("字"))]); ok { // Han, three bytes each
			t.pairs[pairBit(p)/64] |= 1 << (pairBit(p) % 64)
		}
	}
	return t
})

func listsOf(s string) List {
	l := List(0)
	for i := range len(s) {
		l |= 1 << strings.IndexByte(letters, s[i])
	}
	return l
}

// begins reports whether a word may begin with the two characters of k.
func begins(k wordKey) bool { return table().pairs[pairBit(k)/64]&(1<<(pairBit(k)%64)) != 0 }

func pairBit(k wordKey) int { return int(k * 0x9e3779b97f4a7c15 >> 46) }

func slot(k wordKey) int { return int(k * 0x9e3779b97f4a7c15 >> 48) }

// find returns the entry of a key, nil where the table has none.
func find(k wordKey) *entry {
	t := &table().entries
	for i := slot(k); t[i].key != 0; i = (i + 1) % slots {
		if t[i].key == k {
			return &t[i]
		}
	}
	return nil
}

// longest is how many characters a word of the table has at most.
const longest = 4

// add returns k with one more character; false where r is in no word.
func add(k wordKey, r rune) (wordKey, bool) {
	if r < 0x4e00 || r > 0x9fff {
		return 0, false
	}
	return k<<15 | uint64(r-0x4dff), true
}

// keyOf is the key of the whole of s.
func keyOf(s string) (k wordKey, ok bool) {
	if s == "" || len(s) > 3*longest {
		return 0, false
	}
	for _, r := range s {
		if k, ok = add(k, r); !ok {
			return 0, false
		}
	}
	return k, true
}

// Known reports whether w is a word that text is split into.
func Known(w string) bool {
	if k, ok := keyOf(w); ok {
		e := find(k)
		return e != nil && e.class != listed
	}
	return false
}

// On reports whether the word w is on one of the lists.
func On(l List, w string) bool {
	if k, ok := keyOf(w); ok {
		e := find(k)
		return e != nil && e.lists&l != 0
	}
	return false
}

// Before returns the lists of the words of two to four characters that s
// begins with, taken together.
func Before(s string) List {
	all, k := List(0), wordKey(0)
	for n, i := 1, 0; n <= longest && i < len(s); n++ {
		r, size := utf8.DecodeRuneInString(s[i:])
		var ok bool
		if k, ok = add(k, r); !ok {
			break
		}
		if n == 2 && !begins(k) {
			break
		}
		if n > 1 {
			if e := find(k); e != nil {
				all |= e.lists
			}
		}
		i += size
	}
	return all
}

// Behind returns the lists of the words of two to four characters that end s
// and are not the whole of it.
func Behind(s string) List {
	all, k := List(0), wordKey(0)
	for n, at := 1, len(s); n <= longest; n++ {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
		if r < 0x4e00 || r > 0x9fff || at <= 0 {
			break
		}
		k |= uint64(r-0x4dff) << (15 * (n - 1))
		if n > 1 {
			if e := find(k); e != nil {
				all |= e.lists
			}
		}
	}
	return all
}
