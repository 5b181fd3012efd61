package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// plain marks headings that nothing but their look shows: a few Han, or English
// words in the manner of titles, on a line between blank lines, three times or more,
// each with a long paragraph under it. It mends essays whose parts have only a name:
// 渡口 between blank lines over sixty characters and more.
//
// It cannot fire where there is any other heading, on the first line, which is a
// title, nor where there is more than one line of another kind between blank lines
// to four of these.
func (d *Document) plain() {
	var found []int
	stray := 0
	for i := range d.lines {
		l := &d.lines[i]
		if l.role == own || l.role == opens || l.role == article {
			return
		}
		if i == 0 || i+1 == len(d.lines) || !l.after || !d.lines[i+1].after || l.runes > 12 && !(d.latin && l.runes <= 50) || l.role != body {
			continue
		}
		next := &d.lines[i+1]
		s := d.text(l)
		han := strings.IndexFunc(s, func(r rune) bool { return !char.IsHan(r) && char.Digit(r) < 0 }) < 0
		if han && l.runes >= 2 && next.runes >= 60 && next.ends || d.latin && next.runes >= 60 && next.ends && isTitleCase(s) {
			found = append(found, i)
		} else {
			stray++
		}
	}
	if len(found) < 3 || stray*4 > len(found) {
		return
	}
	for _, i := range found {
		d.head(i)
	}
}

// standing marks headings that show only by their look, where no blank line helps:
// three or more lines of a few Han, each with a paragraph of sentences under it. They
// are looked for only where no other heading is.
//
// It mends contracts and rules whose parts have no number, 租赁期限 over its clause.
// It cannot fire in verse and in lists, whose lines have none, nor in a story.
func (d *Document) standing() {
	var found []int
	stray := 0 // short lines between them that head nothing
	named := 0
	for i := range d.lines {
		l := &d.lines[i]
		switch {
		case l.role == own && l.form == number.Named: // 参考文献 at the end
			named = 1
		case l.role == own, l.role == opens, l.role == article:
			return
		case l.runes <= 10 && d.standsOver(i, 12):
			found = append(found, i)
		case len(found) > 0 && l.role == body && l.runes <= 10:
			stray++
		}
	}
	if len(found)+named < 3 || stray*3 > len(found) || d.narrates() {
		return
	}
	for _, i := range found {
		d.head(i)
	}
}

// questions marks the questions of a list of questions and answers: 问：, Q: or
// 问题1：, with a line that begins 答： or A: after each. It cannot fire on an interview.
func (d *Document) questions() {
	if !d.firsts.mayHave("【问Qq") {
		return
	}
	var found []int
	for _, i := range d.others {
		l := &d.lines[i]
		if i+1 < len(d.lines) && l.role == body && l.runes <= 60 && asks(d.text(l)) && answers(d.text(&d.lines[i+1])) {
			found = append(found, i)
		}
	}
	if len(found) < 2 || d.interviews(found) {
		return
	}
	for _, i := range found {
		d.below(i)
	}
}

// asks reports whether s begins as a question of such a list does.
func asks(s string) bool {
	if c := s[0]; c != "【"[0] && c != "问"[0] && c != 'Q' && c != 'q' { // most lines
		return false
	}
	for _, w := range [...]string{"【问】", "问题", "问", "Q", "q"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return strings.HasSuffix(w, "】") || isColon(char.First(strings.TrimLeft(rest, "0123456789一二三四五六七八九十 ")))
		}
	}
	return false
}

// answers reports whether s begins as an answer does.
func answers(s string) bool {
	for _, w := range [...]string{"【答】", "答复", "答案", "答", "A", "a"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return strings.HasSuffix(w, "】") || isColon(char.First(strings.TrimLeft(rest, "0123456789一二三四五六七八九十 ")))
		}
	}
	return false
}

func isColon(r rune) bool { return r == '：' || r == ':' }

// brokenQuestions takes together the two lines of a numbered question that was
// broken in two: 1. 渡船为什么停开， / 什么时候恢复？
//
// It cannot fire where the second line has a number of its own or does not end
// with a question mark.
func (d *Document) brokenQuestions() {
	d.fold(func(i int) bool {
		l := &d.lines[i]
		return l.form == number.NoForm && !l.after && l.runes <= 50 && d.halfQuestion(&d.lines[i-1]) && endsAsking(d.text(l)) && !strings.Contains(d.text(l), "。") && !speaks(d.text(l))
	})
}

// halfQuestion reports whether l may be the first line of a question.
func (d *Document) halfQuestion(l *line) bool {
	if l.role != body || l.prose || l.runes > 60 || l.runes < 6 || l.form < number.Formal && !asks(d.text(l)) || l.form == number.Item {
		return false
	}
	return !l.ends && !endsAsking(d.text(l)) && l.form <= number.Letter && (l.runes >= 16 || l.mark == '，')
}

// speaks reports whether s is what somebody says, 记者：您住在哪里？ or “谁？”.
func speaks(s string) bool {
	at := strings.Index(s, "：")
	return opensTalk(char.First(s)) || at > 0 && at <= 24
}

func endsAsking(s string) bool { return strings.HasSuffix(s, "？") || strings.HasSuffix(s, "?") }

// isTitleCase reports whether s is up to eight English words, the first and
// most others with a capital, and no mark at the end: Crossing the River.
func isTitleCase(s string) bool {
	n, capitals := 0, 0
	for w := range strings.FieldsSeq(s) {
		c := w[0]
		n++
		if c >= 'A' && c <= 'Z' || len(w) <= 3 && n > 1 {
			capitals++
		} else if n == 1 {
			return false
		}
	}
	return n <= 8 && capitals*3 >= n*2 && !strings.ContainsAny(s[len(s)-1:], ".,;:!?")
}
