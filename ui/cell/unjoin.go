package cell

import (
	"strings"
	"unicode/utf8"
)

// Unjoin returns s without the characters that have no width and only say how
// their neighbours join: ZWJ, ZWNJ, zero-width and no-break spaces, word
// joiner, variation selectors 15 and 16. With clusters they stay, except for the
// soft hyphen.
//
// Where the terminal does not draw clusters they do nothing useful, and
// terminals disagree about them: xterm set up for Chinese gives a cell to
// each ZWJ, others draw the joined emoji in two cells where the renderer
// counts the sum of its parts. Without them every terminal draws what
// [Policy.Width] says, which stays the same. Escape sequences pass, so a whole
// frame may be unjoined. It is for screens: what is printed keeps them.
func (p Policy) Unjoin(s string) string {
	if p.Clusters {
		return strings.ReplaceAll(s, softHyphen, "\u2060") // of no width either, and drawn by none
	}
	if !joined(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unjoined(r) {
			return -1
		}
		return r
	}, s)
}

// A soft hyphen says where a word may be broken; juan breaks no words.
const softHyphen = "\u00ad"

// joined reports whether there is anything in s to leave out.
func joined(s string) bool {
	for i := 0; i+2 < len(s); i++ {
		if s[i] != 0xC2 && s[i] != 0xE2 && s[i] != 0xEF { // the lead bytes of all of them
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); unjoined(r) {
			return true
		}
	}
	return false
}

func unjoined(r rune) bool {
	switch r {
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFE0E', '\uFE0F', '\uFEFF':
		return true
	}
	return false
}
