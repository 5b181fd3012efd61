package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// fold takes each line of which a rule holds into the line before it.
func (d *Document) fold(goesOn func(i int) bool) {
	kept := 0
	for i := range d.lines {
		if i > 0 && d.lines[i].role == body && goesOn(i) {
			l, more := &d.lines[kept-1], &d.lines[i]
			l.extend(more)
			l.to = more.to
			l.prose = l.prose && more.prose
			continue
		}
		d.lines[kept] = d.lines[i]
		kept++
	}
	if kept < len(d.lines) {
		d.lines = d.lines[:kept]
		d.sift()
	}
}

// strayMarks takes a line that opens with a mark no line may open with into the
// paragraph before it, 还有三里路（从桥算起 / ），天黑前能到。, and in English one that opens
// with a small letter behind a long line that stops in a sentence.
//
// It mends texts of a few broken lines, too few to show that they were wrapped. It
// cannot fire behind a blank line, nor on a line that is nothing but marks.
func (d *Document) strayMarks() {
	d.fold(func(i int) bool {
		s := d.text(&d.lines[i])
		if d.goesOnSmall(i) {
			return true
		}
		return s[0] >= 0xe2 && !d.lines[i].after && d.lines[i-1].role == body && d.lines[i-1].runes > 8 && char.Continues(char.First(s)) && strings.ContainsFunc(s, char.IsHan)
	})
}

// goesOnSmall reports whether line i is English that goes on with the line before it.
func (d *Document) goesOnSmall(i int) bool {
	a, b := &d.lines[i-1], &d.lines[i]
	return d.latin && a.role == body && !b.after && a.cells >= 56 && a.cells <= 90 && a.indent == b.indent &&
		b.form == number.NoForm && startsLower(d.text(b)) && !a.ends && words(d.text(a)) >= 6
}

// brokenTitles takes the second line of a chapter's heading into the first, where
// paragraphs are set in and neither line is: 第一章　论渡口在近代商业中的地位 / 及其影响
// over 　　渡口…. It mends headings whose second half was the first paragraph.
//
// It cannot fire where the second line is set in, ends a sentence, has a number, or
// begins with none of the words that tie it to the first.
func (d *Document) brokenTitles() {
	if len(d.lines) < 3 {
		return
	}
	d.fold(func(i int) bool {
		l := &d.lines[i]
		if i+1 == len(d.lines) || l.form != number.NoForm || l.indented() || l.after || l.runes > 30 || l.ends || !d.lines[i+1].indented() {
			return false
		}
		head := &d.lines[i-1]
		if head.form < number.Bian || head.form > number.Section || head.indented() || head.runes < 12 || !head.titleLike(d.src, 40) {
			return false
		}
		return strings.ContainsRune("及与和之的暨并—", char.First(d.text(l))) || strings.ContainsRune("的与和及、—", char.Last(d.text(head)))
	})
}
