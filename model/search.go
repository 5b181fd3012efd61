package model

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model/numeral"
)

// Count returns how often q is in the text of a.
func Count(a *Article, q Query) int {
	t, _ := q.Tally(a, func() bool { return false })
	return t.N
}

// Around returns the text of the block around the match, up to so many characters
// before and after it, and a few more where needed to keep numbers and Latin words
// whole; line breaks become spaces.
func (m Match) Around(before, after int) (string, string) {
	text := m.Article.Body[m.From.Block].Text()
	from, to := m.From.Byte, m.To.Byte
	for from > 0 && (before > 0 || Whole(text, from) && before > -longestWord) {
		_, n := utf8.DecodeLastRuneInString(text[:from])
		from, before = from-n, before-1
	}
	for to < len(text) && (after > 0 || Whole(text, to) && after > -longestWord) {
		_, n := utf8.DecodeRuneInString(text[to:])
		to, after = to+n, after-1
	}
	line := strings.NewReplacer("\n", " ", "\t", " ")
	return line.Replace(text[from:m.From.Byte]), line.Replace(text[m.To.Byte:to])
}

// longestWord is how many characters are taken at most to keep a word whole.
const longestWord = 40

// Whole reports whether a cut before byte at of s would go through a number, its
// sign and powers of ten included, or a word of letters: -1219.4亿, v2.0, GDP,
// 一百二十. Its unit may stand apart from it.
func Whole(s string, at int) bool {
	if at <= 0 || at >= len(s) {
		return false
	}
	a, n := utf8.DecodeLastRuneInString(s[:at])
	b, m := utf8.DecodeRuneInString(s[at:])
	switch {
	case lettered(a) && lettered(b):
		return true
	case unicode.IsDigit(b) && strings.ContainsRune("+-−±$¥￥€£≥≤", a):
		return true
	case unicode.IsDigit(a) && strings.ContainsRune("%％‰℃°百千万亿兆", b):
		return true
	case joins(a) && lettered(b):
		c, _ := utf8.DecodeLastRuneInString(s[:at-n])
		return lettered(c)
	case lettered(a) && joins(b):
		c, _ := utf8.DecodeRuneInString(s[at+m:])
		return lettered(c)
	}
	return numeral.IsHan(a) && numeral.IsHan(b)
}

// lettered reports whether r is a digit, or a letter of a script that parts its
// words by spaces.
func lettered(r rune) bool {
	return unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) ||
		unicode.IsLetter(r) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo)
}

// joins reports whether r holds together what it stands between, as in 1,219.4,
// 2020/11/25, 12:30, don’t and a@b.cn.
func joins(r rune) bool { return strings.ContainsRune(".,．'’-−–_:/@&+", r) }
