package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// asksToChoose reports whether line i is a question with answers to choose from in
// the lines under it: 1. 渡口在哪里？ over A. 上游 and B. 下游, or 1. 渡口位于 over all of
// A. 上游　B. 中游　C. 下游. It mends quizzes, each of whose questions was a heading. It cannot
// fire on other questions, nor on letters that are headings under no question.
func (d *Document) asksToChoose(i int) bool {
	if i+2 >= len(d.lines) {
		return false
	}
	s := d.text(&d.lines[i])
	a, b := &d.lines[i+1], &d.lines[i+2]
	if a.form != number.Letter || a.val != 1 {
		return false
	}
	switch options := optionsIn(d.text(a)); {
	case options >= 3:
		return true
	case options == 2 && (b.form >= number.Formal || b.role == own || b.role == opens): // A. 上游　B. 下游
		return true
	}
	if b.form != number.Letter || b.val != 2 {
		return false
	}
	return endsAsking(s) || leavesOpen(s)
}

// leavesOpen reports whether s ends where an answer goes on: （　）, 下列正确的是, 渡口位于.
func leavesOpen(s string) bool {
	for _, end := range [...]string{"）", ")", "是", "于", "在", "为", "有", "＿", "_"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// optionsIn counts the answers to choose from that stand in one line, A. 上游　B. 下游.
func optionsIn(s string) int {
	n := 0
	for c := 'A'; c <= 'G'; c++ {
		_, rest, ok := strings.Cut(s, string(c))
		if r := char.First(rest); !ok || r != '.' && r != '．' && r != '、' {
			break
		}
		n, s = n+1, rest
	}
	return n
}
