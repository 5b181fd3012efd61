package linebreak

import (
	"strings"
	"unicode/utf8"
)

// joinsDigits reports whether r between two digits belongs to one number, as
// in 1,000 · 3449.2 · 12:30 · 1-2 · 2016—2020 · 1/3.
func joinsDigits(r rune) bool {
	switch r {
	case ',', '.', ':', '-', '/', '~', '+', '·', '‐', '–', '—', '～', '〜':
		return true
	}
	return false
}

// bullet reports whether r at the start of a paragraph may open a list item.
func bullet(r rune) bool {
	switch r {
	case '*', '-', '+', '•', '·', '◦', '▪', '–':
		return true
	}
	return false
}

// footnote reports whether s continues a [ to a footnote mark such as [12].
func footnote(s string) bool {
	n := 0
	for n < len(s) && n < 4 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return 0 < n && n < 4 && n < len(s) && s[n] == ']'
}

// urlEnd returns the end of the URL whose "://" or first dot after "www"
// stands at s.i, or 0. Marks at its end belong to the sentence.
func (s *scanner) urlEnd() int {
	rest := s.text[s.i:]
	if !strings.HasPrefix(rest, "://") && !(rest[0] == '.' && s.letters == 3 && strings.HasSuffix(s.text[:s.i], "www")) || s.letters == 0 {
		return 0
	}
	n := 0
	for n < len(rest) && '!' <= rest[n] && rest[n] <= '~' && !strings.ContainsRune("\"<>`", rune(rest[n])) {
		n++
	}
	return s.i + len(strings.TrimRight(rest[:n], ".,;:!?')]}"))
}

// gradeURL grades the places inside a URL: it may end after / ? & = . - and
// there only where a word or number begins and no number is parted.
func (s *scanner) gradeURL(c class) int {
	switch {
	case c != alpha && c != digit:
		return forbidden
	case !strings.ContainsRune("/?&=.-", s.last):
		return inside
	case c == digit && s.before == digit && s.last != '/':
		return inside
	}
	return allowed
}

// gradeUnit grades the place between a digit and r, an ideograph. A date keeps
// its 年, and a compound unit such as 微克/立方米 is parted after the slash only.
func (s *scanner) gradeUnit(r rune) int {
	switch r {
	case '年', '月', '日':
		return inside
	}
	i := s.i
	for n := 0; n <= 4 && i < len(s.text); n++ {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if r == '/' || r == '／' {
			s.slash, s.unit = i+size-1, i+size+unit(s.text[i+size:])
			return inside
		}
		if classOf(r) != han {
			break
		}
		i += size
	}
	return allowed
}

// unit returns the bytes of the unit of measure that s begins with.
func unit(s string) int {
	for _, u := range [...]string{"平方公里", "平方千米", "平方米", "立方米", "公里", "千米", "小时", "分钟", "千克", "公斤", "毫升", "人次", "百人", "千人", "万人"} {
		if strings.HasPrefix(s, u) {
			return len(u)
		}
	}
	if r, n := utf8.DecodeRuneInString(s); classOf(r) == han {
		return n
	}
	return 0
}
