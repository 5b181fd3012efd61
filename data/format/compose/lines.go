package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model/char"
)

// KeepsLine reports whether the line of the source that begins after a soft
// line break at byte at is a line of the text and no continuation: it opens
// with a mark of a list that Markdown does not know (1、 （1） ① ·), or with the
// name of a speaker or a field (甲： 时间：) where a line next to it does so as
// well or the line before has ended a sentence.
func KeepsLine(src string, at int) bool {
	before := strings.TrimRight(src[:at], " \t\r\n>")
	start := strings.LastIndexByte(before, '\n') + 1
	previous := strings.TrimLeft(before[start:], " \t>")
	_, rest, _ := strings.Cut(src[at:], "\n")
	this, rest, _ := strings.Cut(rest, "\n")
	next, _, _ := strings.Cut(rest, "\n")
	this, next = strings.TrimLeft(this, " \t>"), strings.TrimLeft(next, " \t>")
	ended := EndsInMark(previous)
	switch {
	case isAside(previous):
		return true
	case isAside(this):
		return ended || HasLabel(previous)
	case hasItemMark(this):
		return ended || hasItemMark(previous) || hasItemMark(next)
	case HasLabel(this):
		return ended || HasLabel(previous) || HasLabel(next)
	}
	return false
}

// maxLabel is how many characters the name of a speaker or a field has.
const maxLabel = 8

// hasItemMark reports whether a line opens with the mark of an item: 1、 1．
// 一、 （1） (1) （一） 1） ① ⑴ ⒈ · • ● ◆ ※ — each as Chinese lists have them.
func hasItemMark(line string) bool {
	first, size := utf8.DecodeRuneInString(line)
	switch {
	case first >= '①' && first <= '⒛', first >= '㈠' && first <= '㈩', first >= '❶' && first <= '➓', first >= '㊀' && first <= '㊉':
		return true
	case strings.ContainsRune("·•●○◆◇■□▲△★☆※➢►▶", first), unicode.Is(unicode.So, first):
		return len(line) > size
	case first == '第':
		return isArticle(line)
	case len(line) > 2 && char.IsLatin(rune(line[0])) && (line[1] == ')' || strings.HasPrefix(line[1:], "）") || strings.HasPrefix(line[1:], "、")):
		return true
	case first == '（' || first == '(':
		inside, _, ok := strings.Cut(line[size:], map[rune]string{'（': "）", '(': ")"}[first])
		return ok && IsCount(inside)
	}
	end := strings.IndexFunc(line, func(r rune) bool { return !isCountRune(r) })
	if end <= 0 || end > 16 {
		return false
	}
	mark, size := utf8.DecodeRuneInString(line[end:])
	rest := line[end+size:]
	switch mark {
	case '、', '．', '）':
		return rest != ""
	case '.':
		next, _ := utf8.DecodeRuneInString(rest)
		return unicode.Is(unicode.Han, next) // 1.甲, where Markdown wants a blank
	}
	return false
}

// isArticle reports whether a line opens with the number of an article or a
// chapter and a blank: 第三条　为了…
func isArticle(line string) bool {
	rest := strings.TrimPrefix(line, "第")
	end := strings.IndexFunc(rest, func(r rune) bool { return !isCountRune(r) })
	if end <= 0 {
		return false
	}
	unit, size := utf8.DecodeRuneInString(rest[end:])
	next, _ := utf8.DecodeRuneInString(rest[end+size:])
	return strings.ContainsRune("条章节款项回卷编", unit) && (unicode.IsSpace(next) || rest[end+size:] == "")
}

// isAside reports whether all of a line is in parentheses, like a stage direction, or
// bold, like a title, or names the author of the lines before it.
func isAside(line string) bool {
	line = strings.TrimSpace(line)
	if inside, ok := strings.CutPrefix(line, "**"); ok {
		inside, ok = strings.CutSuffix(inside, "**")
		return ok && inside != "" && !strings.Contains(inside, "**")
	}
	if strings.HasPrefix(line, "——") { // who has said it
		return utf8.RuneCountInString(line) < 30
	}
	return strings.HasPrefix(line, "（") && strings.Index(line, "）") == len(line)-len("）")
}

// IsCount reports whether s is a number as lists have it: 12, 十二, a.
func IsCount(s string) bool {
	return s != "" && len(s) <= 12 && strings.IndexFunc(s, func(r rune) bool { return !isCountRune(r) }) < 0
}

func isCountRune(r rune) bool {
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' || strings.ContainsRune("一二三四五六七八九十百甲乙丙丁戊己庚辛壬癸", r)
}

// HasLabel reports whether a line opens with the name of a speaker or a field
// and a colon: 甲：, 时间：, 主持人：, Q: , 【老人】：.
func HasLabel(line string) bool {
	i := strings.IndexAny(line, "：:")
	if i <= 0 {
		return false
	}
	name, rest := line[:i], line[i+1:]
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(name, "*_】]）) ")); line[i] == ':' && !strings.HasPrefix(rest, " ") && !unicode.Is(unicode.Han, last) {
		return false // of an address, of a time of day
	}
	name = strings.Trim(name, "*_ 【】[]（）()　")
	n := 0
	for _, r := range name {
		if n++; n > maxLabel || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '·' && r != ' ' && r != '　' {
			return false
		}
	}
	return n > 0
}

// EndsInMark reports whether a line ends in a mark of punctuation.
func EndsInMark(line string) bool {
	for _, mark := range [...]string{"。", "！", "？", "；", "：", "…", "”", "」", "』", "）", "，", ":", ";", ".", "!", "?", ")", "\""} {
		if strings.HasSuffix(line, mark) {
			return true
		}
	}
	return false
}
