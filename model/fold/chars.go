package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isClausal reports whether a character of ASCII is folded to its wide form,
// because Chinese text has that and clauses end with it.
func isClausal(c byte) bool {
	switch c {
	case ',', ';', ':', '!', '?', '(', ')':
		return true
	}
	return false
}

func widened(c byte) rune { return rune(c) - '!' + 0xff01 }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// combines reports whether s may begin with what combines with a character of
// ASCII: one from U+0300 to U+037F, except for U+034F, which does not show.
func combines(s string) bool {
	return s != "" && (s[0] == 0xcc || s[0] == 0xcd && !strings.HasPrefix(s, "\u034f"))
}

// standsAlone reports whether nothing at the start of s combines with what stands
// before it, as far as that is cheap to know.
func standsAlone(s string) bool {
	if s == "" || s[0] < utf8.RuneSelf || 0xe4 <= s[0] && s[0] <= 0xe9 {
		return true
	}
	if len(s) < 3 {
		return false
	}
	return s[0] == 0xe2 && s[1] == 0x80 || s[0] == 0xe3 && s[1] == 0x80 && s[2] <= 0x91 || s[0] == 0xef && s[1] == 0xbc
}

func isBlank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', '\u0085', '\u00a0', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000':
		return true
	}
	return 0x2000 <= r && r <= 0x200a
}

// dash returns the one form of a dash or slash, 0 for any other character.
func dash(r rune) rune {
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−', '─', '⸺', '⸻':
		return '-'
	case '〜', '∼':
		return '~'
	case '⁄', '∕': // ½ is 1⁄2
		return '/'
	}
	return 0
}

func isHan(r rune) bool {
	return 0x3400 <= r && r <= 0x9fff || 0xf900 <= r && r <= 0xfaff || r >= 0x20000 && unicode.Is(unicode.Han, r)
}

// isTight reports whether blanks beside r are nothing: it is Han or punctuation
// that has its own white.
func isTight(r rune) bool {
	return isHan(r) || 0x3001 <= r && r <= 0x3011 || 0xff01 <= r && r <= 0xff1f && isClausal(byte(r-0xff01+'!'))
}
