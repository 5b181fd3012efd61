package lines

import (
	"strings"
)

// thirds marks 上, 中 and 下 alone in their lines, in brackets or not, in this
// order, each with text under it. It mends stories in two or three parts that have
// no other name. It cannot fire on one of them alone, nor where 下 comes before 上.
func (d *Document) thirds() {
	const order = "上中下"
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
