package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model/char"
)

// InText returns the formula between dollar signs that s begins with and the
// bytes it takes with them, 0 where there is none: sums of money ($5 and $6)
// and the names of variables ($HOME/$USER) are none.
func InText(s string) (inside string, size int) {
	mark := "$"
	if strings.HasPrefix(s, "$$") {
		mark = "$$"
	}
	rest := s[len(mark):]
	end := 0
	for { // the next mark that no backslash stands before
		i := strings.Index(rest[end:min(len(rest), MaxSize)], mark)
		if i < 0 {
			return "", 0
		}
		if end += i; end == 0 || rest[end-1] != '\\' {
			break
		}
		end += len(mark)
	}
	inside = rest[:end]
	first, _ := utf8.DecodeRuneInString(inside)
	last, _ := utf8.DecodeLastRuneInString(inside)
	after, _ := utf8.DecodeRuneInString(rest[end+len(mark):])
	signs := strings.ContainsAny(inside, `\^_{}`)
	switch {
	case strings.TrimSpace(inside) == "" || strings.Contains(inside, "\n\n"):
		return "", 0
	case mark == "$$":
	case unicode.IsSpace(first) || unicode.IsSpace(last):
		return "", 0
	case after < 0x80 && (char.IsDigit(after) || char.IsLatin(after)), after == '$':
		return "", 0
	case !signs && (char.IsDigit(first) && strings.ContainsFunc(inside, isHan) || strings.ContainsAny(inside, "，。；！？、/") && strings.ContainsFunc(inside, isHan)):
		return "", 0
	case !signs && utf8.RuneCountInString(inside) > 3 && !strings.ContainsAny(inside, "=+-*<>()|"):
		return "", 0
	case !signs && strings.HasSuffix(inside, "/"):
		return "", 0
	}
	return inside, size + len(mark) + end + len(mark)
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// OnPage returns the formula that s begins with, between $ and $, \( and \)
// or \[ and \], and the bytes it takes, 0 where there is none. What has no sign
// of TeX is none: it may be money, or a path.
func OnPage(s string) (inside string, size int) {
	if s[0] == '$' {
		inside, size = InText(s)
	} else if len(s) > 2 && (s[1] == '(' || s[1] == '[') {
		shut := `\)`
		if s[1] == '[' {
			shut = `\]`
		}
		if end := strings.Index(s[:min(len(s), MaxSize)], shut); end > 0 {
			inside, size = s[2:end], end+2
		}
	}
	if !strings.ContainsAny(inside, `\^_=`) {
		return "", 0
	}
	return inside, size
}
