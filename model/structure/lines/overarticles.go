package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// overArticles marks the chapters of rules that have a name and no number: three
// short lines or more, each right over an article, 保险标的 over 第四条. It mends
// conditions of insurance and charters whose articles had no chapters.
//
// It cannot fire where the rules have numbered chapters, nor on a line with a mark
// or one that ends no article: 甲方：某公司 before 第一条.
func (d *Document) overArticles() {
	var found []int
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role == own && l.form >= number.Bian && l.form <= number.Section {
			return
		}
		if l.role != body && !(l.role == own && l.form == number.Named) || l.form != number.NoForm && l.form != number.Named || l.runes < 2 || l.runes > 14 || i+1 == len(d.lines) || d.lines[i+1].form != number.Article {
			continue
		}
		if strings.ContainsFunc(d.text(l), func(r rune) bool { return !char.IsHan(r) && r != '、' }) || i > 3 && !d.lines[i-1].ends {
			continue
		}
		found = append(found, i)
	}
	if len(found) < 3 {
		return
	}
	for _, i := range found {
		l := &d.lines[i]
		l.role, l.form, l.n = own, number.Chapter, 0
	}
}
