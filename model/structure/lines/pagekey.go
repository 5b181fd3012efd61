package lines

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/number"
)

// pageMarks are what stands around the number of a page: · 12 ·, — 12 —, 【12】.
const pageMarks = "·•-—–―~～[]〔〕【】|"

// mayHavePage reports whether pageKey may find the number of a page in l; in most lines
// it does not.
func (l *line) mayHavePage() bool {
	switch l.last {
	case '页', '頁', '）', ')':
		return true
	case '。', '”':
		return isPageMark(l.first) || l.gaps
	}
	switch l.first {
	case '第', 'P', 'p', '（', '(':
		return true
	}
	return char.Digit(l.last) >= 0 || isPageMark(l.last) || isPageMark(l.first) || l.gaps && char.Digit(l.first) >= 0
}

// isPageMark reports whether r is one of pageMarks.
func isPageMark(r rune) bool {
	switch r {
	case '·', '•', '-', '—', '–', '―', '~', '～', '[', ']', '〔', '〕', '【', '】', '|':
		return true
	}
	return false
}

// hasPageDigit reports whether s, the text of l, may have the number of a page without
// a gap beside it: a digit among its last bytes, or in a line as short as 第 12 页.
func hasPageDigit(l *line, s string) bool {
	if l.wide() && l.runes > 12 {
		return false
	}
	if hasDigit(s) {
		return true
	}
	return l.runes <= 12 && strings.ContainsAny(s, "０１２３４５６７８９")
}

// hasDigit reports whether an ASCII digit stands among the last bytes of s.
func hasDigit(s string) bool {
	for i := max(0, len(s)-24); i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			return true
		}
	}
	return false
}

// pageKey returns the line s without the number of its page, and that number;
// "" when nothing in s is set off as one.
func pageKey(s string, gaps bool) (key string, page int) {
	if key, page = saidPage(s); key != "" {
		return key, page
	}
	if key, page = pageBehind(s, gaps); key != "" {
		return key, page
	}
	if key, page = pageBefore(s, gaps); key != "" || !gaps {
		return key, page
	}
	if at := lastGap(s); at > 0 { // 年度报告　　　　第 2 页
		if key, page = saidPage(strings.TrimLeftFunc(s[at:], char.IsSpace)); key != "" {
			return strings.TrimFunc(s[:at], char.IsSpace) + key, page
		}
	}
	return "", 0
}

// lastGap returns where the last white space of four cells or more, or tab, begins that
// stands inside s; -1 where there is none.
func lastGap(s string) int {
	return max(strings.LastIndex(s, "    "), strings.LastIndex(s, "\u3000\u3000"), strings.LastIndexByte(s, '\t'))
}

// pageBehind is pageKey for a number at the end of s.
func pageBehind(s string, gaps bool) (key string, page int) {
	end := strings.TrimRight(s, " \u3000"+pageMarks)
	at := lastNumber(end, gaps && len(end) < len(s))
	if at == len(end) || len(end)-at > len("１２３４") {
		return "", 0
	}
	_, v := number.Numeral(end[at:])
	head, tail := s[:at], strings.TrimRight(s[at:], " \u3000")
	marked := strings.ContainsAny(tail, pageMarks) && strings.ContainsAny(head, pageMarks)
	mark := strings.TrimRight(head, " \u3000")
	word := strings.HasSuffix(mark, "Page") || strings.HasSuffix(mark, "第") || strings.HasSuffix(mark, "page")
	gap := gaps && endsInGap(head)
	if strings.HasSuffix(mark, "【") || strings.HasSuffix(mark, "[") {
		marked = marked && strings.TrimRight(mark, "【[") == "" // 渡口【1】 is a title
	}
	text := strings.Join(strings.Fields(strings.TrimRight(mark, pageMarks+" \u3000")), " ")
	if char.Digit(char.First(end[at:])) < 0 { // · 八 · is one after a gap only
		marked, word, gap = marked && text != "" && endsInGap(strings.TrimRight(mark, pageMarks)), false, false
	}
	switch {
	case !marked && !word && !gap:
		return "", 0
	case gap && !marked && !word && number.Line(text).Bytes > 0: // a line of a table of contents, where it does not come again
		return chapterHead + text + "#", v
	case strings.HasSuffix(mark, "[Page"):
		return text + footKey, v
	}
	return text + "#", v
}

// lastNumber returns where the number begins that s ends with; len(s) where it has
// none. Only where han is set may it be Chinese.
func lastNumber(s string, han bool) int {
	at := len(s)
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		if char.Digit(r) < 0 && !(han && number.HanDigit(r) >= 0) {
			break
		}
		at -= size
	}
	return at
}

// endsInGap reports whether s ends in white space of four cells or more, or a tab.
func endsInGap(s string) bool {
	return strings.HasSuffix(s, "    ") || strings.HasSuffix(s, "\u3000\u3000") || strings.HasSuffix(s, "\t")
}

// pageBefore is pageKey for a number at the beginning of s: 12        某书, or · 12 ·　　某书.
func pageBefore(s string, gaps bool) (key string, page int) {
	if !gaps {
		return "", 0
	}
	t := strings.TrimLeft(s, pageMarks+" ")
	k, v := number.Digits(t)
	if k == 0 || k > len("１２３４") {
		return "", 0
	}
	rest := t[k:]
	if len(t) < len(s) { // the mark that closes
		closed := strings.TrimLeft(rest, pageMarks+" ")
		if blank := strings.TrimRight(t[k:len(t)-len(closed)], " "); blank == "" {
			return "", 0 // - 12 个
		}
		if !strings.HasPrefix(closed, "\u3000\u3000") && !endsInGap(t[k:len(t)-len(closed)]) {
			return "", 0
		}
		return "#" + strings.TrimFunc(closed, char.IsSpace), v
	}
	if strings.HasPrefix(rest, "    ") || strings.HasPrefix(rest, "\u3000\u3000") || strings.HasPrefix(rest, "\t") {
		return "#" + strings.TrimFunc(rest, char.IsSpace), v
	}
	return "", 0
}

// saidPage is pageKey for a line that says that it is the number of a page: 第 12 页
// 共 30 页, 【第12页】, Page 12 of 30, p. 12.
func saidPage(s string) (key string, page int) {
	if len(s) >= 60 {
		return "", 0
	}
	t := strings.TrimLeft(s, pageMarks+"（( ")
	if rest, ok := strings.CutPrefix(t, "第"); ok {
		t = strings.TrimLeft(rest, " \u3000")
		if k, v := number.Digits(t); k > 0 && char.HasAnyPrefix(strings.TrimLeft(t[k:], " \u3000"), "页", "頁") {
			return "第#页", v
		}
		return "", 0
	}
	for _, word := range [...]string{"Page ", "PAGE ", "page ", "p. ", "P. "} {
		rest, ok := strings.CutPrefix(t, word)
		k, v := number.Digits(rest)
		if !ok || k == 0 {
			continue
		}
		rest = strings.TrimLeft(rest[k:], " ")
		if rest == "" || strings.Trim(rest, pageMarks+"）) ") == "" || strings.HasPrefix(rest, "of ") || strings.HasPrefix(rest, "/") {
			return "Page#", v
		}
	}
	return "", 0
}
