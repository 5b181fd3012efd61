package figures

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A role is what a word is to the number that it stands beside; a word may have
// several.
type role uint32

// The roles, one a row of vocabulary.tsv, which says what each means.
const (
	boundBefore role = 1 << iota
	boundBehind
	piece
	measure
	timeUnit
	hanMeasure
	per
	latinMeasure
	level
	rise
	fall
	more
	aside
	compare
	rank
	area
	honour
	taker
	govern
	ender
	nounVerb
	predicative
	manner
	head
	relation
	generic
	tell
	complete
	whole
)

const predicates = level | rise | fall | more | aside

// roleNames are the names of the roles in the table, in their order.
const roleNames = "bound-before bound-after piece measure time han-measure per latin-measure level rise fall more aside compare " +
	"rank area honour taker govern closing noun-verb predicate manner head relation generic tell complete whole"

//go:embed vocabulary.tsv
var vocabularyTable string

// vocabulary has the roles of each word.
var vocabulary = sync.OnceValue(func() map[string]role {
	byName := make(map[string]role)
	for i, name := range strings.Fields(roleNames) {
		byName[name] = 1 << i
	}
	all := make(map[string]role)
	for line := range strings.Lines(vocabularyTable) {
		name, list, _ := strings.Cut(line, "\t")
		for w := range strings.FieldsSeq(list) {
			all[w] |= byName[name]
		}
	}
	return all
})

// longestWord is how many characters a word of the vocabulary has at most.
const longestWord = 7

// is reports whether a word has a role.
func is(r role, w string) bool { return vocabulary()[w]&r != 0 }

// prefix returns the longest word with a role that s begins with, "" for none.
func prefix(r role, s string) string {
	all, best := vocabulary(), 0
	for i, n := 0, 0; i < len(s) && n < longestWord; n++ {
		_, size := utf8.DecodeRuneInString(s[i:])
		if i += size; all[s[:i]]&r != 0 {
			best = i
		}
	}
	return s[:best]
}

// suffix returns the longest word with a role that s ends with, and its roles among
// those; "" for none.
func suffix(r role, s string) (w string, roles role) {
	all := vocabulary()
	for i, n := len(s), 0; i > 0 && n < longestWord; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		if i -= size; all[s[i:]]&r != 0 {
			w, roles = s[i:], all[s[i:]]&r
		}
	}
	return w, roles
}

// oneOf reports whether w is one of some words.
func oneOf(w string, words ...string) bool { return slices.Contains(words, w) }

// firstOf returns where the first of some words in s begins, -1 for none.
func firstOf(s string, words ...string) int {
	first := -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}
