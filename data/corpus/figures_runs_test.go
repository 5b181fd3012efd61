package corpus

import (
	"regexp"
	"strings"
	"unicode"
)

// longestRun is the longest run of letters and digits, in runes, that an
// article may share with its original.
const longestRun = 12

// noteMarkRe is the mark of a footnote inside a sentence.
var noteMarkRe = regexp.MustCompile(`\[\^[^\]]+\]`)

// letters keeps the letters and digits of s, in narrow form: what is left of a
// sentence when punctuation, white space and marks are taken away.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, narrow(s))
}

// copiedRuns returns the runs of more than longestRun runes that text shares
// with source, after the terms are cut out of it. A heading and a cell of a
// table stand for themselves: no run goes into or out of them.
func copiedRuns(text, source string, terms []string) []string {
	src := letters(source)
	var runs []string
	for _, part := range partsOf(text) {
		part = letters(part)
		for _, term := range terms {
			part = strings.ReplaceAll(part, term, "\n")
		}
		for piece := range strings.SplitSeq(part, "\n") {
			runs = append(runs, sharedRuns([]rune(piece), src)...)
		}
	}
	return runs
}

// partsOf returns headings, cells of tables, and the text between them.
func partsOf(text string) []string {
	var parts []string
	var part strings.Builder
	for line := range strings.Lines(noteMarkRe.ReplaceAllString(text, "")) {
		cells, ok := tableRow(line)
		if strings.HasPrefix(strings.TrimSpace(line), "#") {
			cells, ok = []string{line}, true
		}
		if ok {
			parts = append(append(parts, part.String()), cells...)
			part.Reset()
			continue
		}
		part.WriteString(line)
	}
	return append(parts, part.String())
}

// sharedRuns returns the maximal runs of piece, longer than longestRun runes,
// that stand in src.
func sharedRuns(piece []rune, src string) []string {
	var runs []string
	for i := 0; i+longestRun < len(piece); i++ {
		n := longestRun + 1
		if !strings.Contains(src, string(piece[i:i+n])) {
			continue
		}
		for i+n < len(piece) && strings.Contains(src, string(piece[i:i+n+1])) {
			n++
		}
		runs = append(runs, string(piece[i:i+n]))
		i += n - 1
	}
	return runs
}

// hanCount counts the Han characters of s.
func hanCount(s string) int {
	n := 0
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}
