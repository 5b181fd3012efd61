package lines

import (
	"strconv"
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/sentence"
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

// isExam reports whether r numbers the kinds of questions of an examination: each has
// text under it, and half of them or more say how many points they give.
//
// It mends examinations whose 一、看拼音，写词语。（10分） were items of a list, for a
// sentence ends in them. It cannot fire below （一）, nor on rules for marking, which
// have nothing under them.
func (d *Document) isExam(r *run) bool {
	n := len(r.lines)
	if !isOfficial(r.form) || n < 2 || r.bodies < n {
		return false
	}
	points := 0
	for _, i := range r.lines {
		switch l := &d.lines[i]; {
		case saysPoints(d.text(l)):
			points++
		case l.runes > 24:
			return false
		}
	}
	return points*2 >= n
}

// headExam marks the lines of r, which are kinds of questions; a long one opens its
// paragraph: 一、选择题：本题共8小题，每小题5分，共40分。在每小题给出的选项中，….
func (d *Document) headExam(r *run) {
	for _, i := range r.lines {
		l := &d.lines[i]
		l.role = own
		if s := d.text(l); l.runes > 20 && strings.Contains(s, "：") && strings.HasSuffix(s, "。") {
			l.role, l.lead = opens, int32(sentence.FirstClause(s, int(l.n), 30))
		}
	}
}

// saysPoints reports whether s gives the points of a question: （10分）, 共12分。.
func saysPoints(s string) bool {
	for {
		before, rest, ok := strings.Cut(s, "分")
		if !ok {
			return false
		}
		if char.Digit(char.Last(strings.TrimRight(before, " "))) >= 0 && (char.HasAny(before, "（", "(", "共", "满分", "滿分")) {
			return true
		}
		s = rest
	}
}

// isRowOfAnswers reports whether the next two numbers stand in the line as well, each
// behind a blank: 1．A　2．C　3．B.
func (d *Document) isRowOfAnswers(l *line) bool {
	s := d.text(l)[l.n:]
	for n := l.val + 1; n <= l.val+2; n++ {
		_, rest, ok := strings.Cut(strings.ReplaceAll(s, "\u3000", " "), " "+strconv.Itoa(int(n)))
		if r := char.First(rest); !ok || r != '.' && r != '．' && r != '、' {
			return false
		}
		s = rest
	}
	return true
}
