package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }

// isSpace also holds for U+3000, U+FEFF and U+200B, which stand for white
// space in scraped text.
func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', 0x85, 0xa0, 0x3000, 0xfeff, 0x200b:
		return true
	}
	return r > 0xff && unicode.IsSpace(r)
}

func isHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3400 && r <= 0x4dbf || r == '〇' || r == '々' ||
		r >= 0xf900 && r <= 0xfaff || r >= 0x20000 && r <= 0x3ffff
}

// isWide holds for Han, kana and full-width punctuation: no space is wanted
// where a soft break stood beside one.
func isWide(r rune) bool {
	return isHan(r) || r >= 0x3000 && r <= 0x30ff || r >= 0xff00 && r <= 0xff60 || r == '…' || r == '—' || r == '“' || r == '”' || r == '‘' || r == '’'
}

// endsSentence holds for marks after which a new sentence, or a heading, may begin.
func endsSentence(r rune) bool { return strings.ContainsRune("。！？!?…", r) }

// closes holds for closing quotation marks and brackets.
func closes(r rune) bool { return strings.ContainsRune("”’」』）)】》〉〕\"", r) }

// spaces returns the bytes of white space that s begins with.
func spaces(s string) int {
	for i, r := range s {
		if !isSpace(r) {
			return i
		}
	}
	return len(s)
}

// lastMark returns the last rune of s that is not a closing mark, looking at
// no more than three of those.
func lastMark(s string) rune {
	for range 4 {
		r, size := utf8.DecodeLastRuneInString(s)
		if !closes(r) {
			return r
		}
		s = s[:len(s)-size]
	}
	return lastRune(s)
}
