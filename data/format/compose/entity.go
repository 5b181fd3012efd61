package compose

import (
	"html"
	"strings"
)

// Entity reads the escape or the entity at the start of s: the text it means
// and the bytes it takes.
func Entity(s string) (text string, size int) {
	if s[0] == '\\' {
		if len(s) > 1 && isPunct(s[1]) {
			return s[1:2], 2
		}
		return s[:1], 1
	}
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 0 {
		return s[:1], 1
	}
	if text := html.UnescapeString(s[:end+1]); text != s[:end+1] {
		return text, end + 1
	}
	return s[:1], 1
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}
