package lines

import (
	"slices"
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// usualWords marks the heads that papers, cases and minutes have without a
// number, in a story where two different ones stand. It mends cases that were one
// section: 基本案情 over what happened. It cannot fire on the first line of a text,
// nor in a list, where a line no longer and without a number follows that is not the
// last.
func (d *Document) usualWords() {
	var found []int
	differ := map[string]bool{}
	for _, i := range d.others {
		l := &d.lines[i]
		if i == 0 || l.role != body || l.runes > 14 || i+1 == len(d.lines) || !number.IsUsual(d.text(l)) {
			continue
		}
		if next := &d.lines[i+1]; next.runes > l.runes || next.form != number.NoForm || i+2 == len(d.lines) {
			found = append(found, i)
			differ[d.text(l)] = true
		}
	}
	if len(differ) == 0 || len(differ) == 1 && d.narrates() {
		return
	}
	over := len(differ) >= 3 && d.countsUnderUsual(found)
	for _, i := range found {
		if over {
			d.head(i)
			d.lines[i].val = overNumbers
			continue
		}
		if d.lines[i+1].role == own || endsBook(d.text(&d.lines[i])) { // it stands over numbered ones, or after all
			d.head(i)
		} else {
			d.below(i)
		}
	}
	if len(differ) >= 2 && !d.narrates() {
		d.besideUsual()
		d.overUsual(found)
	}
}

// overNumbers is the value of a usual head under which the numbers of the text count
// anew: they stand one level below it.
const overNumbers = -1

// countsUnderUsual reports whether the headings in usual words come before all numbered
// ones and each 一、 stands right under one of them: 教学过程 over 一、导入. It mends plans of
// lessons whose 板书设计 stood below 二、. It cannot fire on 基本案情 under 案例一.
func (d *Document) countsUnderUsual(usual []int) bool {
	under, top := false, number.Forms
	for _, i := range d.others {
		l := &d.lines[i]
		switch {
		case l.role == article, l.role == own && l.form < number.Formal:
			return false
		case l.role != own && l.role != opens:
			continue
		case top == number.Forms && i < usual[0]:
			return false
		case l.form < top:
			if top != number.Forms {
				return false
			}
			top = l.form
		}
		if l.form == top && l.val == 1 {
			if _, ok := slices.BinarySearch(usual, i-1); !ok {
				return false
			}
			under = true
		}
	}
	return under
}

// overUsual marks the names of things that are described by the same usual parts, each
// name right over the first of them: 清蒸鲈鱼 over 材料, 红烧豆腐 over 材料 again. It mends
// cookbooks and guides whose parts had no whole. It cannot fire on a single one, nor on
// a line that ends a sentence or has a number.
func (d *Document) overUsual(usual []int) {
	tops := map[string][]int{}
	for _, i := range usual {
		top := &d.lines[i-1]
		if top.role == body && top.form == number.NoForm && top.runes >= 2 && top.runes <= 16 && !top.ends && top.titleLike(d.src, 16) && char.IsHan(top.first) && top.n == 0 && !(i > 1 && isKeywords(d.label(i-2))) {
			w := d.label(i)
			tops[w] = append(tops[w], i-1)
		}
	}
	for _, first := range usual { // in their order: the ingredients over 做法 come after the dish over 材料
		over := tops[d.label(first)]
		if len(over) < 2 {
			continue
		}
		for _, i := range usual {
			d.head(i)
			d.lines[i].under = 1
		}
		for _, i := range over {
			d.head(i)
		}
		return
	}
}

// endsBook reports whether s heads what stands after all parts of a text.
func endsBook(s string) bool {
	switch strings.TrimRight(strings.Join(strings.Fields(s), ""), "：:") {
	case "注释", "参考答案", "答案与解析":
		return true
	}
	return false
}

// besideUsual marks the lines that look as the heads in usual words around them
// do, but say something else: 委托人 beside 委托事项 and 委托权限, 结果 beside 讨论.
// It mends outlines that lacked some of several equal parts. It cannot fire in a
// story, nor where fewer than two different usual words are headings.
func (d *Document) besideUsual() {
	for _, i := range d.others {
		if l := &d.lines[i]; i > 0 && l.runes <= 8 && d.standsOver(i, 12) {
			d.below(i)
		}
	}
}
