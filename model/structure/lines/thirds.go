package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// thirds marks 上, 中 and 下 alone in their lines, in brackets or not, in this
// order, each with text under it. It mends stories in two or three parts that have
// no other name. It cannot fire on one of them alone, nor where 下 comes before 上.
func (d *Document) thirds() {
	const order = "上中下"
	if !d.firsts.mayHave("上（）()【】") {
		return
	}
	last := -1
	var found []int
	for _, i := range d.others {
		l := &d.lines[i]
		if l.runes > 3 || l.role != body || i+1 == len(d.lines) || d.lines[i+1].runes < 12 {
			continue
		}
		word := strings.Trim(d.text(l), "（）()【】")
		at := strings.Index(order, word)
		if at < 0 || len(word) != len("上") {
			continue
		}
		if at <= last {
			return
		}
		found, last = append(found, i), at
	}
	if len(found) < 2 || last != strings.Index(order, "下") || strings.Trim(d.text(&d.lines[found[0]]), "（）()【】") != "上" {
		return
	}
	for _, i := range found {
		d.head(i)
	}
}

// seasons marks three or more lines of a few Han that end with one word for a part
// of a book, each over text: 春之卷, 夏之卷, 秋之卷. It mends books whose parts are named
// and not counted. It cannot fire where such lines stand one under the other, as in
// a table of contents, nor on two of them.
func (d *Document) seasons(bare []int) {
	if !d.lasts.mayHave("卷篇编章部辑") {
		return
	}
	found := map[string][]int{}
	for _, i := range bare {
		l := &d.lines[i]
		if l.role != body || l.form != number.NoForm || l.runes < 2 || l.runes > 6 || i+1 == len(d.lines) || d.lines[i+1].runes < 12 {
			continue
		}
		s := d.text(l)
		switch last := s[max(0, len(s)-len("卷")):]; last {
		case "卷", "篇", "编", "章", "部", "辑":
			if !strings.ContainsFunc(s, func(r rune) bool { return !char.IsHan(r) }) {
				found[last] = append(found[last], i)
			}
		}
	}
	for _, lines := range found {
		if len(lines) < 3 {
			continue
		}
		for _, i := range lines {
			d.head(i)
		}
	}
}
