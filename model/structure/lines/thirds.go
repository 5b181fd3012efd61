package lines

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/number"
)

// thirds marks 上, 中 and 下 alone in their lines, in brackets or not, in this
// order, each with text under it; so 春 夏 秋 冬, 天 地 人, 起 承 转 合. It mends stories
// in a few parts that have no other name. It cannot fire on one of them alone, nor
// where the first or the last is missing, nor where 下 comes before 上.
func (d *Document) thirds() {
	if !d.firsts.mayHave("上春天起（）()【】") {
		return
	}
	var alone []int
	for _, i := range d.others {
		if l := &d.lines[i]; l.runes <= 3 && l.role == body && i+1 < len(d.lines) && d.lines[i+1].runes >= 12 {
			alone = append(alone, i)
		}
	}
	if len(alone) < 2 {
		return
	}
	for _, order := range [...]string{"上中下", "春夏秋冬", "天地人", "起承转合", "起承轉合"} {
		d.inOrder(order, alone)
	}
}

// inOrder is thirds for the characters of order, of which each may be one of the lines.
func (d *Document) inOrder(order string, lines []int) {
	last := -1
	var found []int
	for _, i := range lines {
		l := &d.lines[i]
		word := strings.Trim(d.text(l), "（）()【】")
		at := strings.Index(order, word)
		if at < 0 || utf8.RuneCountInString(word) != 1 {
			continue
		}
		if at <= last {
			return
		}
		found, last = append(found, i), at
	}
	first, end := char.First(order), char.Last(order)
	if len(found) < 2 || strings.IndexRune(order, end) != last || !strings.ContainsRune(d.text(&d.lines[found[0]]), first) {
		return
	}
	for _, i := range found {
		d.head(i)
	}
}

// seasons marks three or more lines of a few Han that end with one word for a part
// of a book, each over text: 春之卷, 夏之卷, 秋之卷; with a title after it two are enough,
// 乾卷　渡口 and 坤卷　夜船. It mends books whose parts are named and not counted. It
// cannot fire where such lines stand one under the other, as in a table of contents.
func (d *Document) seasons() {
	found := map[string][]int{}
	titled := map[string]int{}
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role != body || l.form != number.NoForm || l.runes < 2 || l.runes > 24 || l.ends || i+1 == len(d.lines) || d.lines[i+1].runes < 12 {
			continue
		}
		s, title := d.text(l), ""
		switch at := strings.IndexAny(s[:min(len(s), 4*len("卷"))], " \u3000"); {
		case at < 0 && l.runes > 6:
			continue // most lines
		case at >= 0: // 乾卷　渡口
			if s, title = s[:at], s[at:]; strings.ContainsAny(title, "，。；：！？“”") {
				continue
			}
		}
		switch last := s[max(0, len(s)-len("卷")):]; last {
		case "卷", "篇", "编", "章", "部", "辑":
			if !strings.ContainsFunc(s, func(r rune) bool { return !char.IsHan(r) }) {
				found[last] = append(found[last], i)
				if title != "" {
					titled[last]++
				}
			}
		}
	}
	for last, lines := range found {
		if len(lines) < 3 && titled[last] < 2 {
			continue
		}
		for _, i := range lines {
			d.head(i)
		}
	}
}
