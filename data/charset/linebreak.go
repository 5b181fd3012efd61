package charset

import (
	"strings"
	"unsafe"
)

// OneLineBreak returns text with every line break that is not "\n" or "\r\n"
// (CR, VT, FF, U+0085, U+2028, U+2029; UAX #14 classes BK, CR and NL) written
// as "\n", blanks before it so that no byte changes its place.
func OneLineBreak(text string) string {
	if !maybeOddBreak(text) {
		return text
	}
	i := oddBreak(text, 0)
	if i < 0 {
		return text
	}
	b := []byte(text)
	for ; i >= 0; i = oddBreak(text, i+1) {
		switch b[i] {
		case 0xc2:
			b[i], b[i+1] = ' ', '\n'
		case 0xe2:
			b[i], b[i+1], b[i+2] = ' ', ' ', '\n'
		default:
			b[i] = '\n'
		}
	}
	return unsafe.String(unsafe.SliceData(b), len(b)) // b is not written to again
}

// maybeOddBreak rules out most texts without an odd line break, faster than a look at
// each byte.
func maybeOddBreak(text string) bool {
	for _, c := range []byte("\v\f\r") {
		if strings.IndexByte(text, c) >= 0 {
			return true
		}
	}
	return strings.Contains(text, "\u0085") || strings.Contains(text, "\u2028") || strings.Contains(text, "\u2029")
}

// oddBreak returns where the first odd line break at byte from of text or
// behind it begins, or -1.
func oddBreak(text string, from int) int {
	for i := from; i < len(text); i++ {
		switch text[i] {
		case '\v', '\f':
			return i
		case '\r':
			if i+1 == len(text) || text[i+1] != '\n' {
				return i
			}
		case 0xc2:
			if strings.HasPrefix(text[i:], "\u0085") {
				return i
			}
		case 0xe2:
			if strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029") {
				return i
			}
		}
	}
	return -1
}
