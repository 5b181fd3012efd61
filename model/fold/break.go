package fold

import (
	"iter"
	"strings"
)

// A break stands after each part of a folded text: [HeadingBreak] after a
// heading, [Break] after any other. No query and no part holds either, so no
// match runs over the end of a part.
const (
	Break        = "\x00"
	HeadingBreak = "\x01"
)

// A paragraph that begins with a run-in heading says before its break how far
// that reaches: runInEnd, and after it in digits of its own how many bytes of
// folded text follow the heading. The text itself stays whole, so that a match may begin
// in the heading and end after it.
const (
	runInEnd = '\x02'
	digit0   = '\x10' // of 16
	lowest   = ' '    // no byte of a character is lower
)

// appendRunIn appends how many bytes follow a run-in heading.
func appendRunIn(b []byte, after int) []byte {
	b = append(b, runInEnd)
	for shift := 28; shift >= 0; shift -= 4 {
		if d := after >> shift; d > 0 || shift == 0 {
			b = append(b, digit0+byte(d&15))
		}
	}
	return b
}

// A Headed is a part of a folded text that is a heading or begins with one.
type Headed struct {
	From, End int // the bytes of the part, its break left out
	Heading   int // where its heading ends
	Next      int // where the next part begins
}

// Headings yields the parts of a folded text that are headings or begin with one.
func Headings(s string) iter.Seq[Headed] {
	return func(yield func(Headed) bool) {
		heading, runIn := next(s, HeadingBreak[0], 0), next(s, runInEnd, 0)
		for at := 0; heading < len(s) || runIn < len(s); {
			h := Headed{End: min(heading, runIn)}
			h.Heading, h.Next = headingEnd(s, h.End)
			h.Heading = max(h.Heading, at)
			h.From = at + strings.LastIndexByte(s[at:h.Heading], Break[0]) + 1 // from where the heading ends: that is near
			if !yield(h) {
				return
			}
			if at = h.Next; h.End == heading {
				heading = next(s, HeadingBreak[0], at)
			} else {
				runIn = next(s, runInEnd, at)
			}
		}
	}
}

// PartEnd returns where the part ends that byte at of a folded text lies in, and
// before which byte it is in a heading, 0 for none: of a part that is all heading the
// end is in it too, since marks may stand there.
func PartEnd(s string, at int) (end, heading int) {
	for at < len(s) && s[at] >= lowest {
		at++
	}
	if heading, _ = headingEnd(s, at); heading == at {
		heading++
	}
	return at, heading
}

// headingEnd returns where the heading ends of the part that ends at byte end, 0
// where it has none, and where the next part begins.
func headingEnd(s string, end int) (heading, next int) {
	switch {
	case end == len(s):
		return 0, end
	case s[end] == HeadingBreak[0]:
		return end, end + 1
	case s[end] != runInEnd:
		return 0, end + 1
	}
	after := 0
	for next = end + 1; next < len(s) && s[next] >= digit0 && s[next] < lowest; next++ {
		after = after<<4 | int(s[next]-digit0)
	}
	return max(end-after, 0), min(next+1, len(s))
}

// next returns where c stands next from byte at on, the end of s where nowhere.
func next(s string, c byte, at int) int {
	if n := strings.IndexByte(s[at:], c); n >= 0 {
		return at + n
	}
	return len(s)
}
