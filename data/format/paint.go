package format

import (
	"strings"
	"unicode/utf8"
)

// unpainted returns text without what programs write for a pager to show in
// colour, bold or underlined: select graphic rendition and erase in line
// (ECMA-48 SGR and EL), and letters struck over themselves or an underscore.
// What else acts on a terminal stays.
func unpainted(text string) string {
	if !strings.Contains(text, "\x1b[") && !strings.Contains(text, "\b") {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		switch text[i] {
		case '\x1b':
			if n := paint(text[i:]); n > 0 {
				i += n
				continue
			}
		case '\b':
			if left, n := struck(out, text[i:]); n > 0 {
				out, i = left, i+n
				continue
			}
		}
		out = append(out, text[i])
		i++
	}
	return string(out)
}

// paint returns how many bytes SGR or EL take at the start of s, 0 where
// neither stands there.
func paint(s string) int {
	if !strings.HasPrefix(s, "\x1b[") {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm' || c == 'K':
			return i + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

// struck puts the letter behind the backspaces at the start of s, one or, over
// a wide letter, two, in the place of the last of out, and returns how many
// bytes of s that took: 0 where the two letters are not one.
func struck(out []byte, s string) ([]byte, int) {
	under, size := utf8.DecodeLastRune(out)
	n := 1
	if strings.HasPrefix(s, "\b\b") {
		n = 2
	}
	over, width := utf8.DecodeRuneInString(s[n:])
	switch {
	case size == 0 || width == 0 || under == '\n' || under != over && under != '_' && over != '_':
		return out, 0
	case over == '_':
		return out, n + width
	}
	return append(out[:len(out)-size], s[n:n+width]...), n + width
}
