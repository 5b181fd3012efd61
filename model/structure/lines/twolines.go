package lines

import (
	"slices"
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// titlesBelow takes the title of a chapter into the line of its number, where they
// stand one under the other, with a blank line between or not: 第一章 over 雨夜, CHAPTER
// I. over The Ferry. It mends books whose outline had nothing but numbers and whose
// titles were paragraphs.
//
// It cannot fire on a single chapter, on 卷上, which may stand right over a part of its
// own, nor where one in ten or more has something else under its number: a sentence,
// talk, a number, a line with no longer one under it, words that stand under another
// number as well, 基本案情 under 案例一 and 案例二.
func (d *Document) titlesBelow() {
	var titles []int
	count := map[string]int{}
	bare := 0
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role != body || l.form < number.Chapter || l.form > number.Section || l.runes > 16 || i+2 >= len(d.lines) {
			continue
		}
		if rest, _ := l.rest(d.src); rest != "" {
			continue
		}
		switch {
		case d.isTitleBelow(i + 1):
			titles, bare = append(titles, i+1), bare+1
			count[d.text(&d.lines[i+1])]++
		case d.lines[i+2].form != l.form: // not in a table of contents
			bare++
		}
	}
	titles = slices.DeleteFunc(titles, func(i int) bool { return count[d.text(&d.lines[i])] > 1 })
	if len(titles) >= 2 && len(titles)*10 > bare*9 {
		d.takeIn(titles)
	}
}

// isTitleBelow reports whether line i, which stands under a bare number, may be its
// title: short, no sentence, and a longer line under it.
func (d *Document) isTitleBelow(i int) bool {
	l, next := &d.lines[i], &d.lines[i+1]
	if l.role != body || l.form != number.NoForm && l.form != number.Serial || l.ends || opensTalk(l.first) || !l.titleLike(d.src, 30) {
		return false
	}
	if l.after && !next.after || next.role != body || next.form != number.NoForm && next.runes < 20 {
		return false
	}
	return next.runes > l.runes || opensTalk(next.first)
}

// halvesBelow takes the second half of a heading that was broken in two into the
// first: one set in so that it stands under the title, not under the number; and,
// behind a long first half, one that stands where no paragraph of the text begins.
//
//	第一章　论近代航运业的兴起及其对
//	　　　　沿江市镇的影响
//
// It mends headings whose second half was a paragraph or verse. It cannot fire on a line
// that ends a sentence or has a number, nor where the text right under it is set in as
// deep.
func (d *Document) halvesBelow() {
	var halves []int
	for _, i := range d.others {
		l := &d.lines[i]
		if i+2 < len(d.lines) && l.role == body && l.form != number.NoForm && l.form < number.Series && l.form != number.Named && !l.ends && l.runes >= 8 && l.titleLike(d.src, 44) && d.isHalfBelow(l, i+1) {
			halves = append(halves, i+1)
		}
	}
	d.takeIn(halves)
}

// isHalfBelow reports whether line i may be the second half of the heading l.
func (d *Document) isHalfBelow(l *line, i int) bool {
	half, next := &d.lines[i], &d.lines[i+1]
	if half.role != body || half.after || half.form != number.NoForm || half.ends || half.gaps || half.runes > 30 || !half.titleLike(d.src, 30) || opensTalk(half.first) {
		return false
	}
	if !char.IsHan(half.first) && !char.IsLatin(half.first) || strings.ContainsAny(d.text(half), "：:_＿") {
		return false // （由双方商定）, to be filled in
	}
	if next.role != body || !next.after && next.indent >= half.indent-1 && next.form == number.NoForm {
		return false
	}
	title, _ := l.rest(d.src)
	_, cells := char.Measure(strings.TrimSuffix(d.text(l), title)) // of the number
	under := half.indent - l.indent - int16(cells)
	return half.indent >= l.indent+3 && under >= -1 && under <= 4 && next.indent+2 <= half.indent
}
