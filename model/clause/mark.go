package clause

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model/char"
)

// mark says what the mark r at byte i ends: Cluster for nothing. Before it stands prev, 0
// where the text begins, after it the rest of the text.
func (c *cutter) mark(i int, prev, r rune, behind string) Grain {
	switch r {
	case '。', '！', '？', '｡':
		return Sentence
	case '，', '；', '：', '…':
		return Clause
	case '!', '?':
		if ends(behind) || char.IsWide(prev) {
			return Sentence
		}
	case ',', ';', ':':
		if char.IsDigit(prev) && char.IsDigit(char.First(behind)) || strings.HasPrefix(behind, "/") {
			return Cluster
		}
		if ends(behind) || char.IsWide(prev) {
			return Clause
		}
	case '.':
		return c.stop(i, prev, behind)
	case '\n':
		return lineEnd(c.s[strings.LastIndexByte(c.s[:i], '\n')+1 : i])
	case '\t':
		return Clause
	}
	return Cluster
}

// ends reports whether what stands after a mark of ASCII lets it end something:
// it does not in 12:30, a!=b and page?q=1.
func ends(behind string) bool {
	r, _ := utf8.DecodeRuneInString(behind)
	return behind == "" || char.IsSpace(r) || char.IsWide(r) || char.Closes(r) || char.Opens(r) || r == '.'
}

// lineEnd says what a hard line break ends: a sentence, unless the line ends with a
// comma or the like, as lines of verse do.
func lineEnd(line string) Grain {
	switch char.Last(strings.TrimRightFunc(line, char.IsSpace)) {
	case '，', '、', '；', '：', ',', ';', ':':
		return Clause
	}
	return Sentence
}

// stop says whether a full stop of Latin text ends a sentence: it does not in 3.5,
// e.g. this, J. Smith and 1. one.
func (c *cutter) stop(i int, prev rune, behind string) Grain {
	next := char.First(behind)
	if char.IsHan(prev) && (behind == "" || char.IsHan(next) || char.IsSpace(next)) {
		return Sentence // punctuation that was normalised
	}
	if !ends(behind) || next == '.' {
		return Cluster
	}
	rest := strings.TrimLeftFunc(behind, func(r rune) bool { return char.IsSpace(r) || char.Closes(r) })
	if rest != "" && unicode.IsLower(char.First(rest)) {
		return Cluster
	}
	line := c.s[max(0, i-longestWord):i]
	line = line[strings.LastIndexByte(line, '\n')+1:]
	word := line[strings.LastIndexFunc(line, char.IsSpace)+1:]
	numbers := strings.TrimSpace(line) == word || char.IsHan(char.First(rest))
	if rest != "" && abbreviated(strings.TrimFunc(word, func(r rune) bool { return char.Opens(r) || char.IsSpace(r) }), numbers) {
		return Cluster
	}
	return Sentence
}

// longestWord is how many bytes before a full stop are looked at.
const longestWord = 64

// abbreviated reports whether a full stop after a word abbreviates it, or makes it
// the number of what follows, where it can be one: in 1. one, at the start of a line.
func abbreviated(word string, number bool) bool {
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "dr", "st", "prof", "no", "vs", "fig", "e.g", "i.e", "cf", "vol", "pp", "p", "jr", "sr":
		return true
	}
	r, n := utf8.DecodeRuneInString(word)
	switch {
	case n == len(word) && unicode.IsUpper(r):
		return true
	case number:
		return word != "" && strings.TrimFunc(word, unicode.IsDigit) == ""
	}
	return false
}
