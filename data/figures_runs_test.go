package data_test

import (
	"strings"
	"unicode"
)

// longestRun is the longest run of letters and digits, in runes, that an
// article may share with its original.
const longestRun = 15

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
// with source, after the terms are cut out of it. Headings are exempt and end
// a run.
func copiedRuns(text, source string, terms []string) []string {
	src := letters(source)
	var runs []string
	for _, part := range partsBetweenHeadings(text) {
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

// partsBetweenHeadings returns the text between the heading lines.
func partsBetweenHeadings(text string) []string {
	var parts []string
	var part strings.Builder
	for line := range strings.Lines(text) {
		if strings.HasPrefix(strings.TrimSpace(line), "#") {
			parts = append(parts, part.String())
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
