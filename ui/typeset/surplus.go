package typeset

import (
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks are shown on one character: as many as
// streams of text may have (UAX #15, Stream-Safe Text Format). Vietnamese needs two,
// Hebrew and Tibetan four.
const maxMarks = 30

// surplus returns the bytes of the marks in s that are not shown, those behind the
// maxMarks first of a character; to is 0 where there are none.
func surplus(s string) (from, to int) {
	marks := 0
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			if marks > maxMarks {
				return from, i
			}
			marks = 0
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case isMark(r):
			if marks++; marks == maxMarks+1 {
				from = i
			}
		case marks > maxMarks:
			return from, i
		default:
			marks = 0
		}
		i += n
	}
	if marks > maxMarks {
		return from, len(s)
	}
	return 0, 0
}

// isMark reports whether r is a combining mark, or a selector of variants.
func isMark(r rune) bool {
	if r < 0x300 || 0x3100 <= r && r < 0xA000 {
		return false
	}
	return unicode.Is(unicode.M, r)
}
