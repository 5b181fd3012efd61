package typeset

import (
	"unicode/utf8"

	"juan/model/char"
	"juan/ui/cell"
)

// mostJoined is how many characters of one grapheme cluster are shown: a base and as many
// combining marks as streams of text may have (UAX #15, Stream-Safe Text Format).
// Vietnamese needs three, Hebrew and Tibetan five, a family of four eleven.
const mostJoined = 31

// surplus returns the bytes of the characters in s that are not shown, those after the
// first mostJoined of a grapheme cluster; to is 0 where there are none. Only a longer
// stretch of characters, none of which surely begins a cluster, is examined closely.
func surplus(s string) (from, to int) {
	start, n := 0, 0 // of the stretch: where it begins, its characters
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if n++; begins(r) {
			start, n = i, 1
		}
		for i += size; n > mostJoined; {
			first, _ := (cell.Policy{Clusters: true}).First(s[start:])
			joined := utf8.RuneCountInString(s[start : start+first])
			if joined > mostJoined {
				return start + char.Cut(s[start:], mostJoined), start + first
			}
			start, n = start+first, n-joined
			if start > i { // what follows belongs to it
				i, n = start, 0
			}
		}
	}
	return 0, 0
}

// begins reports whether r begins a cluster whatever stands before it, as far as that
// is cheap to know: ASCII, Han and most kana. Signs that may be joined as emoji are
// not.
func begins(r rune) bool {
	return r < utf8.RuneSelf || 0x3041 <= r && r < 0x3099 || 0x3400 <= r && r < 0xA000
}
