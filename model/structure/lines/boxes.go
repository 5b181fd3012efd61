package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// boxes marks the titles of boxes in plans and reports, 专栏1 产业升级重点工程, a single one
// as well: they stand below the headings around them. It mends plans whose box ran on
// in the section before it, or put the sections after it below itself.
//
// It cannot fire on a sentence, nor on a line without a title: 专栏1列出了…。
func (d *Document) boxes() {
	if !d.firsts.mayHave("专專") {
		return
	}
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role != body || l.first != '专' && l.first != '專' || l.ends || l.runes > 40 || i+1 == len(d.lines) {
			continue
		}
		rest, ok := strings.CutPrefix(d.text(l), "专栏")
		if !ok {
			if rest, ok = strings.CutPrefix(d.text(l), "專欄"); !ok {
				continue
			}
		}
		rest = strings.TrimLeftFunc(rest, char.IsSpace)
		k, _ := number.Numeral(rest)
		title := rest[k:]
		if r := char.First(title); k > 0 && title != "" && (char.IsSpace(r) || r == '：' || r == ':') && !strings.ContainsAny(title, "。；") {
			d.below(i)
		}
	}
}
