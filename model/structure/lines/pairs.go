package lines

import (
	"strings"
	"unicode/utf8"

	"juan/model/structure/number"
)

// serialEnds marks the last part of a serial, which says so instead of counting:
// 渡口（完） after 渡口（二）. It cannot fire where no part with a number and the same title
// stands before.
func (d *Document) serialEnds() {
	last := ""
	for _, i := range d.others {
		l := &d.lines[i]
		switch {
		case l.form == number.Serial && l.role == own:
			last = untilBracket(d.text(l))
		case last != "" && l.role == body && l.runes <= 24 && i+1 < len(d.lines) && untilBracket(d.text(l)) == last && isEnd(d.text(l)[len(last):]):
			l.role, l.form, l.n = own, number.Serial, 0
		}
	}
}

// untilBracket returns s up to its last bracket that opens, "" where it has none.
func untilBracket(s string) string { return s[:max(0, strings.LastIndexAny(s, "（("))] }

// isEnd reports whether s says in brackets that a serial ends.
func isEnd(s string) bool {
	switch strings.Trim(s, "（）()") {
	case "完", "终", "终章", "完结", "完结篇", "大结局", "结局", "尾声", "末", "全文完":
		return true
	}
	return false
}

// halves marks the halves of the chapters of classical books: 梁惠王章句上 and 梁惠王章句下,
// of two chapters or more, each half over text. It cannot fire on 山上 alone, whose 山下
// has to stand after it, nor where a mark stands in the line.
func (d *Document) halves(bare []int) {
	const thirds = "上中下"
	if !d.lasts.mayHave(thirds) {
		return
	}
	var found []int
	of := map[string]int{} // which third of each title came last, from 1
	whole := 0             // titles of which all halves stand
	for _, i := range bare {
		l := &d.lines[i]
		if l.role != body || l.form != number.NoForm || l.runes < 3 || l.runes > 12 || i+1 == len(d.lines) || d.lines[i+1].runes <= l.runes {
			continue
		}
		s := d.text(l)
		_, size := utf8.DecodeLastRuneInString(s)
		title := strings.TrimRight(s[:len(s)-size], " \u3000·") // 渡口 上
		word := s[len(s)-size:]
		third := strings.Index(thirds, word) / len("上")
		if !strings.Contains(thirds, word) || strings.ContainsAny(title, " ，。！？：“”、（(") || third > 0 && of[title] == 0 {
			continue
		}
		if of[title] = third + 1; third == 2 {
			whole++
		}
		found = append(found, i)
	}
	if whole < 2 {
		return
	}
	for _, i := range found {
		d.head(i)
	}
}
