package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// recurring marks short lines whose words stand again as a line elsewhere,
// each time with a paragraph under it: the parts of each case, of each entry. It
// mends collections whose parts have neither numbers nor usual words.
//
// It cannot fire in verse, whose refrains have lines as short beside them, nor
// on talk, nor in a story, where 三天后 between two paragraphs heads nothing.
// 处理结果 between paragraphs, three times, is a heading.
func (d *Document) recurring(bare []int) {
	count, again := map[string]int{}, false
	for _, i := range bare {
		if d.stands(i) || d.topOf(i) && d.titleWords(i) {
			n := count[d.label(i)] + 1
			count[d.label(i)], again = n, again || n > 1
		}
	}
	if !again || d.narrates() {
		return
	}
	var found, tops []int
	for _, i := range bare {
		if count[d.label(i)] < 2 {
			continue
		}
		switch top := d.topOf(i); {
		case d.stands(i):
			found = append(found, i)
		case top:
			found, tops = append(found, i), append(tops, i-1)
		}
	}
	for _, i := range found {
		d.below(i)
		if len(tops) >= 2 {
			d.head(i)
			d.lines[i].under = 1
		}
	}
	if len(tops) >= 2 {
		for _, i := range tops {
			d.head(i)
		}
	}
}

// topOf reports whether line i, whose words recur over paragraphs, stands right
// under a short line that may be the heading above it: 位置 under 东渡口.
func (d *Document) topOf(i int) bool {
	l := &d.lines[i]
	if i == 0 || i+1 == len(d.lines) || l.role != body || l.form != number.NoForm || d.lines[i+1].role != body || d.lines[i+1].runes < 24 || !d.lines[i+1].ends {
		return false
	}
	top := &d.lines[i-1]
	if top.role != body || top.form != number.NoForm || top.runes < 2 || top.runes > 16 || !top.titleLike(d.src, 16) || top.ends || !char.IsHan(top.first) {
		return false
	}
	return i <= 2 || d.lines[i-2].role != body || d.lines[i-2].ends
}

// label is the words of line i without the colon after them.
func (d *Document) label(i int) string { return strings.TrimRight(d.text(&d.lines[i]), "：:") }

// stands reports whether line i may be a heading by its look: a few Han, no
// mark, a sentence or a heading before it, a paragraph after it.
func (d *Document) stands(i int) bool { return d.standsOver(i, 24) }

// standsOver is stands for a paragraph of so many characters at least.
func (d *Document) standsOver(i int, least int32) bool {
	l := &d.lines[i]
	if l.role != body || l.form != number.NoForm || l.runes < 2 || l.runes > 12 || i == 0 || i+1 == len(d.lines) || isKeywords(d.label(i-1)) {
		return false
	}
	if r := l.first; !char.IsHan(r) && (r < 'A' || r > 'Z' || l.runes < 4) {
		return false
	}
	before, next := &d.lines[i-1], &d.lines[i+1]
	if d.overList(i) && (before.form >= number.Digit || before.ends || i == 1 || before.role != body) {
		return d.titleWords(i)
	}
	heads := before.form != number.NoForm && before.titleLike(d.src, 40) // not judged yet
	if next.role != body || next.runes < least || !next.ends || before.role == body && i > 1 && !heads && (before.runes < 16 || !before.ends) {
		return false
	}
	return d.titleWords(i)
}

// isKeywords holds for the words over the keywords of a case or a paper.
func isKeywords(s string) bool {
	return s == "关键词" || s == "关键字" || s == "【关键词】" || s == "【关键字】"
}

// overList reports whether a numbered list begins right under line i, which has no
// colon: 思考题 over 1. 渡口在什么地方？
func (d *Document) overList(i int) bool {
	next := &d.lines[i+1]
	return next.form >= number.Digit && next.form <= number.Circled && next.val == 1 && next.role == body && next.n > 0 && !isColon(d.lines[i].last)
}

// titleWords reports whether the words of line i may be a heading: Han and Latin
// letters, no sentence without its mark.
func (d *Document) titleWords(i int) bool {
	label := d.label(i)
	if isAdmonition(label) {
		return false
	}
	if strings.ContainsAny(label, "他她我你它了着过就都也还吗吧呢啊") { // a sentence without its mark
		return false
	}
	return !strings.ContainsFunc(label, func(r rune) bool { return !char.IsHan(r) && !char.IsLatin(r) && r != '与' && r != '、' })
}

// isAdmonition holds for words that label the paragraph under them and open no
// section.
func isAdmonition(s string) bool {
	switch s {
	case "注意", "警告", "提示", "小心", "重要", "说明", "注", "备注", "附注", "答", "问", "答案", "解析", "Note", "NOTE", "Warning", "WARNING", "Tip", "Caution", "Important":
		return true
	}
	return false
}
