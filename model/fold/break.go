package fold

import (
	"iter"
	"strings"
)

// A break stands behind each part of a folded text: [HeadingBreak] behind a
// heading, [Break] behind any other. No query and no part holds either, so no
// match runs over the end of a part.
const (
	Break        = "\x00"
	HeadingBreak = "\x01"
)

// Headings yields the bytes [from, to) of each heading in a folded text, their
// breaks left out.
func Headings(s string) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		for at := 0; ; {
			n := strings.IndexByte(s[at:], HeadingBreak[0])
			if n < 0 {
				return
			}
			to := at + n
			from := at + strings.LastIndexByte(s[at:to], Break[0]) + 1
			if !yield(from, to) {
				return
			}
			at = to + len(HeadingBreak)
		}
	}
}
