// Package flat reads a text that lost its line breaks: it finds headings by the
// numbers that count up through the text, and weighs where each of them ends. It
// knows no lines.
package flat

import (
	"strings"

	"juan/model/structure/number"
	"juan/model/structure/sentence"
)

// A flat text is one that lost its line breaks.
type flat struct {
	src     string
	weights []float32 // of the features of a cut
	usage   *usage    // of other texts
	own     *usage    // of this text; nil until it is counted
	spaced  bool      // white space stands where paragraphs began
	kept    bool      // … and after headings
}

// opener reports whether s opens a body, 各位代表 or 2020年, rather than being
// half of a heading.
func (f *flat) opener(s string) bool {
	return sentence.OpensParagraph(s) || number.Year(s) || sentence.OpensWithTime(s) || sentence.OpensWithPlace(s)
}

// isSpaced reports whether white space stands where the paragraphs of src began.
func isSpaced(src string) bool {
	return strings.Count(src, "。 ")+strings.Count(src, "。\u3000")+strings.Count(src, "。\n") >= 2
}
