package lines

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// brackets marks lines that are one 【…】 each, where two or more stand over other
// lines. It mends notices and letters whose parts are set off so, 【办理时间】 over
// when. It cannot fire on 【…】 with words after it in the same line, nor on a list
// of such lines one under the other.
func (d *Document) brackets() {
	if !d.firsts.mayHave("【") {
		return
	}
	is := func(l *line) bool {
		s := d.text(l)
		return l.first == '【' && l.role == body && l.runes >= 4 && l.runes <= 30 && strings.Index(s, "】") == len(s)-len("】")
	}
	count := 0
	for _, i := range d.others {
		if is(&d.lines[i]) && i+1 < len(d.lines) && !is(&d.lines[i+1]) {
			count++
		}
	}
	if count < 2 {
		return
	}
	for _, i := range d.others {
		if is(&d.lines[i]) {
			d.below(i)
		}
	}
}

// bracketed marks the headings of news and letters with their kind in brackets,
// 【天气】周末有雨: three or more, each over its text, after nothing but the end of a sentence
// or a blank line. It mends newspapers that were one section.
//
// It cannot fire on labels, 【地点】渡口小学, under which no sentence stands, nor on a line
// that ends a sentence itself.
func (d *Document) bracketed() {
	if !d.firsts.mayHave("【〔［") {
		return
	}
	var found []int
	others := 0
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role != body || l.first != '【' && l.first != '〔' && l.first != '［' {
			continue
		}
		if d.headInBrackets(i) {
			found = append(found, i)
		} else {
			others++
		}
	}
	if len(found) < 3 || others*4 > len(found) {
		return
	}
	for _, i := range found {
		d.head(i)
	}
}

// headInBrackets reports whether line i is a word or two in brackets and a title, and
// stands over a sentence.
func (d *Document) headInBrackets(i int) bool {
	l := &d.lines[i]
	if i+1 == len(d.lines) || l.ends && !endsAsking(d.text(l)) || l.runes > 40 || !l.titleLike(d.src, 40) || i > 1 && !l.after && !d.lines[i-1].ends {
		return false
	}
	label, title, ok := cutClosing(d.text(l))
	n := utf8.RuneCountInString(title)
	next := &d.lines[i+1]
	return ok && utf8.RuneCountInString(label) <= 7 && n >= 3 && next.role == body && next.first != l.first && next.ends && next.runes >= 12
}

// cutClosing cuts s, which begins with a bracket, after the one that closes it.
func cutClosing(s string) (label, title string, ok bool) {
	i := strings.IndexAny(s, "】〕］")
	if i < 0 {
		return "", "", false
	}
	return s[:i+len("】")], strings.TrimLeftFunc(s[i+len("】"):], char.IsSpace), true
}

// labelledInBrackets reports whether s begins with a label in brackets, 【地点】渡口.
func labelledInBrackets(s string) bool {
	_, words, ok := cutClosing(s)
	return ok && words != ""
}
