package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// fold takes each line of which a rule holds into the line before it. The rule is
// asked of lines that are no prose, before any is taken.
func (d *Document) fold(goesOn func(i int) bool) {
	var more []int
	for _, i := range d.others {
		if i > 0 && d.lines[i].role == body && goesOn(i) {
			more = append(more, i)
		}
	}
	d.takeIn(more)
}

// takeIn takes each of the lines, which are in order, into the one before it.
func (d *Document) takeIn(more []int) {
	if len(more) == 0 {
		return
	}
	kept := more[0]
	for i := kept; i < len(d.lines); i++ {
		if len(more) > 0 && i == more[0] {
			more = more[1:]
			l, next := &d.lines[kept-1], &d.lines[i]
			l.extend(next)
			l.to = next.to
			l.prose, l.content = false, contentOf(d.text(l), int(l.runes))
			continue
		}
		d.lines[kept] = d.lines[i]
		kept++
	}
	d.lines = d.lines[:kept]
	d.sift()
}

// strayMarks takes a line that opens with a mark no line may open with into the
// paragraph before it, 还有三里路（从桥算起 / ），天黑前能到。, and in English one that opens
// with a small letter after a long line that stops in a sentence.
//
// It mends texts of a few broken lines, too few to show that they were wrapped. It
// cannot fire after a blank line, nor on a line that is nothing but marks.
func (d *Document) strayMarks() {
	d.fold(func(i int) bool {
		if d.goesOnSmall(i) {
			return true
		}
		l := &d.lines[i]
		return l.first >= 0x2000 && !l.after && char.Continues(l.first) && d.lines[i-1].role == body && d.lines[i-1].runes > 8 && strings.ContainsFunc(d.text(l), char.IsHan)
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
// begins with none of the words that tie it to the first, unless a word is torn in two
// or the first has 22 characters or more and the second ten at most.
// Below 第一节 the words must tie them.
func (d *Document) brokenTitles() {
	if len(d.lines) < 3 {
		return
	}
	d.fold(func(i int) bool {
		l := &d.lines[i]
		if i+1 == len(d.lines) || l.form != number.NoForm || l.indented() || l.after || l.runes > 30 || l.ends {
			return false
		}
		head, next := &d.lines[i-1], &d.lines[i+1]
		if head.indented() || head.runes < 12 || !head.titleLike(d.src, 40) {
			return false
		}
		switch {
		case head.form >= number.Bian && head.form <= number.Section && next.indented():
			if head.runes >= 16 && splitsWord(head, l) || head.first == '第' && head.cells >= 44 && l.runes <= 10 && !number.IsUsual(d.text(l)) {
				return true
			}
		case head.form >= number.Formal && head.form <= number.Decimal3 && head.form != number.Letter && head.runes >= 18 && l.runes <= 16 && next.form == number.NoForm && next.ends && next.runes > l.runes && next.runes >= 18:
		default:
			return false
		}
		return strings.ContainsRune("及与和之的暨并—", char.First(d.text(l))) || strings.ContainsRune("的与和及、—", char.Last(d.text(head)))
	})
}
