package repair

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// hasJamo reports whether text has conjoining letters of Hangul (U+1100–U+11FF):
// macOS writes names of files so, and few terminals put them together.
func hasJamo(text string) bool {
	for {
		i := strings.IndexByte(text, 0xE1)
		if i < 0 || i+1 >= len(text) {
			return false
		}
		if text[i+1]-0x84 < 4 {
			return true
		}
		text = text[i+1:]
	}
}

// syllable returns the syllable that s begins with the letters of, composed, and
// their bytes; 0 where it begins with anything else or is composed already.
func syllable(s string) (composed string, n int) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case 0x1100 <= r && r <= 0x1112:
		vowel, m := utf8.DecodeRuneInString(s[n:])
		if vowel < 0x1161 || 0x1175 < vowel {
			return "", 0
		}
		n += m
	case r < 0xAC00 || 0xD7A3 < r || (r-0xAC00)%28 != 0:
		return "", 0
	}
	if final, m := utf8.DecodeRuneInString(s[n:]); 0x11A8 <= final && final <= 0x11C2 {
		n += m
	}
	if composed = norm.NFC.String(s[:n]); composed == s[:n] {
		return "", 0
	}
	return composed, n
}
