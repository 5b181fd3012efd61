package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/sentence"
)

// articles marks the 第…条: each line for itself is a heading, where nothing but
// a title stands after the number, or a paragraph that opens with its number.
//
// It mends contracts most of whose articles have no title, which cost the
// others theirs: 第一条　产品的名称 is a heading, 第二条　产品的包装由乙方负责。 is not. A
// heading needs something under it that is not the next article.
func (d *Document) articles() {
	count, parted, last, titled := 0, 0, int32(0), 0
	for _, i := range d.others {
		l := &d.lines[i]
		if l.form != number.Article || l.role != body {
			continue
		}
		count++
		if _, ok := l.rest(d.src); ok {
			parted++
		}
		if d.titledArticle(i) {
			titled++
		}
	}
	if count < 2 || count == 2 && parted == 0 && !d.nextArticles() { // 第三条规定的期限已满 in a judgement
		return
	}
	statute := d.isStatute(titled, count)
	for _, i := range d.others {
		l := &d.lines[i]
		if l.form != number.Article || l.role != body {
			continue
		}
		_, ok := l.rest(d.src)
		switch {
		case d.titledArticle(i):
			l.role, last = own, l.val
		case ok, l.val == last+1, parted*5 < count*4: // 第三条规定的 may begin a wrapped line
			l.role, l.lead, last = article, l.n, l.val
			if !statute {
				l.lead = int32(sentence.FirstClause(d.text(l), int(l.n), 34))
			}
		}
	}
}

// nextArticles reports whether the articles count up by one.
func (d *Document) nextArticles() bool {
	last := int32(0)
	for _, i := range d.others {
		if l := &d.lines[i]; l.form == number.Article && l.role == body {
			if last > 0 && l.val != last+1 {
				return false
			}
			last = l.val
		}
	}
	return true
}

// titledArticle reports whether line i is a number and a title.
func (d *Document) titledArticle(i int) bool {
	l := &d.lines[i]
	if i+1 >= len(d.lines) {
		return false
	}
	text, _ := l.rest(d.src)
	next := &d.lines[i+1]
	if r := char.Last(text); (r == '：' || r == ':') && l.runes <= 22 && !strings.ContainsAny(text, "，。；,;") && !announces(text) { // 第五条　违约责任：
		return next.form != number.Article && next.role != own
	}
	if !l.titleLike(d.src, 38) || l.runes > 28 && strings.ContainsAny(text, "，,") {
		return false
	}
	if text == "" {
		return next.form != number.Article && next.role == body
	}
	if strings.ContainsAny(text, "＿_") || strings.HasSuffix(text, "……") {
		return false // a clause with a blank to fill in
	}
	return next.form != number.Article && (next.role != own || next.form == number.Named || isLatinArticle(d.text(l)) && next.form == number.Section)
}

// isLatinArticle reports whether s is an article of English by-laws, which sections
// divide: ARTICLE II. MEMBERS over Section 1. Admission.
func isLatinArticle(s string) bool { return s[0] == 'A' }

// announces reports whether s, which ends with a colon, announces a list: 办证应当提交下列材料：.
func announces(s string) bool {
	return char.HasAny(s, "下列", "如下", "以下", "应当", "包括", "必须", "可以")
}

// isStatute reports whether the articles are those of a statute, which is cited
// by their numbers: it has chapters, or its title says so, and its articles
// have no titles.
func (d *Document) isStatute(titled, count int) bool {
	if titled*10 > count {
		return false
	}
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role == own && l.form <= number.Section && l.form != number.Named {
			return true
		}
		if i < 6 && l.form == number.NoForm {
			s := strings.TrimRight(d.text(l), "）)")
			for _, w := range [...]string{"法", "条例", "办法", "规定", "细则", "规则", "章程", "决定", "法典", "制度", "準則", "办法（试行", "條例", "辦法"} {
				if strings.HasSuffix(s, w) {
					return true
				}
			}
		}
	}
	return count > 40
}

// statute reports whether the text is one: its 第…条 lead paragraphs.
func (d *Document) statute() bool {
	n := 0
	for _, i := range d.others {
		if d.lines[i].role == article {
			n++
		}
	}
	return n >= 3
}
