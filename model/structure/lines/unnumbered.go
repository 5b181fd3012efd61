package lines

import (
	"strings"
	"unicode"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/sentence"
)

// unnumbered marks the headings that no number shows.
func (d *Document) unnumbered() {
	d.questions()
	d.hashes()
	d.versions()
	d.diary()
	d.ornaments()
	d.serials()
	d.brackets()
	if story := sentence.Narrates(d.src); !story {
		d.usualWords(1)
		d.recurring() // in a story 三天后 between two paragraphs heads nothing
		d.standing()
	} else {
		d.usualWords(2)
	}
	d.underlined()
	d.outdented()
	d.capitals()
	d.plain()
}

// head makes line i a heading without a number that stands as high as any.
func (d *Document) head(i int) {
	l := &d.lines[i]
	l.role, l.form, l.n = own, number.Named, 0
}

// below makes line i a heading under the numbered ones around it.
func (d *Document) below(i int) {
	l := &d.lines[i]
	l.role, l.form, l.n = own, number.Series, 0
}

// brackets marks lines that are one 【…】 each, where there are several.
func (d *Document) brackets() {
	is := func(l *line) bool {
		s := d.text(l)
		return l.role == body && l.runes >= 4 && l.runes <= 30 && strings.HasPrefix(s, "【") && strings.Index(s, "】") == len(s)-len("】")
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

// usualWords marks the heads that papers, cases and minutes have without a
// number, 基本案情 with a paragraph under it, where so many different ones stand.
func (d *Document) usualWords(least int) {
	var found []int
	differ := map[string]bool{}
	for _, i := range d.others {
		l := &d.lines[i]
		if i == 0 || l.role != body || l.runes > 14 || i+1 == len(d.lines) || !number.IsUsual(d.text(l)) {
			continue
		}
		if next := &d.lines[i+1]; next.runes > l.runes || next.form != number.NoForm {
			found = append(found, i)
			differ[d.text(l)] = true
		}
	}
	if len(differ) < least {
		return
	}
	for _, i := range found {
		if d.lines[i+1].role == own { // it stands over numbered ones
			d.head(i)
		} else {
			d.below(i)
		}
	}
	if least == 1 && len(differ) >= 2 {
		d.besideUsual()
	}
}

// besideUsual marks the lines that look as the heads in usual words around them
// do, but say something else: 委托人 beside 委托事项 and 委托权限, 结果 beside 讨论.
func (d *Document) besideUsual() {
	for _, i := range d.others {
		if l := &d.lines[i]; i > 0 && l.runes <= 8 && d.standsOver(i, 12) {
			d.below(i)
		}
	}
}

// recurring marks short lines whose words stand again as a line elsewhere,
// each time with a paragraph under it: the parts of each case, of each entry.
//
// It cannot fire in verse, whose refrains have lines as short beside them, nor
// on talk. 处理结果 between paragraphs, three times, is a heading.
func (d *Document) recurring() {
	count := map[string]int{}
	for _, i := range d.others {
		if d.stands(i) || d.topOf(i) && d.titleWords(i) {
			count[d.label(i)]++
		}
	}
	var found, tops []int
	for _, i := range d.others {
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
	if i == 0 || i+1 == len(d.lines) || l.role != body || l.form != number.NoForm || d.lines[i+1].role != body || d.lines[i+1].runes < 24 || !d.endsAt(&d.lines[i+1]) {
		return false
	}
	top := &d.lines[i-1]
	if top.role != body || top.form != number.NoForm || top.runes < 2 || top.runes > 16 || !top.titleLike(d.src, 16) || d.endsAt(top) || !char.IsHan(char.First(d.text(top))) {
		return false
	}
	return i <= 2 || d.lines[i-2].role != body || d.endsAt(&d.lines[i-2])
}

// label is the words of line i without the colon behind them.
func (d *Document) label(i int) string { return strings.TrimRight(d.text(&d.lines[i]), "：:") }

// stands reports whether line i may be a heading by its look: a few Han, no
// mark, a sentence or a heading before it, a paragraph behind it.
func (d *Document) stands(i int) bool { return d.standsOver(i, 24) }

// standsOver is stands for a paragraph of so many characters at least.
func (d *Document) standsOver(i int, least int32) bool {
	l := &d.lines[i]
	if l.role != body || l.form != number.NoForm || l.runes < 2 || l.runes > 12 || i == 0 || i+1 == len(d.lines) {
		return false
	}
	if r := char.First(d.text(l)); !char.IsHan(r) && (r < 'A' || r > 'Z' || l.runes < 4) {
		return false
	}
	before, next := &d.lines[i-1], &d.lines[i+1]
	if next.role != body || next.runes < least || !d.endsAt(next) || before.role == body && i > 1 && (before.runes < 16 || !d.endsAt(before)) {
		return false
	}
	return d.titleWords(i)
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

// underlined marks a short line with a line of dashes right under it.
func (d *Document) underlined() {
	doubles := false // a line of = underlined one before
	for i := 1; i < len(d.lines); i++ {
		l, a := &d.lines[i], &d.lines[i-1]
		if l.role != rule || l.after || a.role != body && a.role != own || a.runes > 70 || a.cells > 2*l.cells+8 || d.endsAt(a) {
			continue
		}
		if i >= 2 && d.lines[i-2].role == body && !a.after {
			continue // a table's head, or a signature
		}
		if i+1 == len(d.lines) || a.role == own {
			continue
		}
		if double := char.First(d.text(l)) == '='; double || doubles {
			d.head(i - 1)
			if !double { // --- under ===
				a.under = 1
			}
		} else {
			d.below(i - 1)
		}
		doubles = doubles || char.First(d.text(l)) == '='
	}
}

// outdented marks short lines at the left edge of a text whose body is set in:
// the heads of man pages, and those between the edge and the body.
func (d *Document) outdented() {
	base := d.outdents()
	if base == 0 {
		return
	}
	is := func(i int) bool {
		l := &d.lines[i]
		first := i == 0 && isCapitals(d.text(l)) // a man page without its head
		return (first || i > 0 && l.after) && i+1 < len(d.lines) && l.role == body && l.form == number.NoForm && l.indent < base-2 && l.runes <= 40 &&
			d.lines[i+1].indent >= l.indent+3 && !l.gaps && !d.endsAt(l) && l.titleLike(d.src, 40)
	}
	count := 0
	for i := range d.lines {
		if d.lines[i].indent == 0 && is(i) {
			count++
		}
	}
	for i := range d.lines {
		switch {
		case count < 2 || !is(i):
		case d.lines[i].indent == 0:
			d.head(i)
		case base >= 5 && d.lines[i].indent <= 4 && char.First(d.text(&d.lines[i])) >= 'A':
			d.head(i)
			d.lines[i].under = 1
		}
	}
}

// outdents returns the indent of the body of a text in which it is set in and
// few lines stand at the edge; 0 for other texts.
func (d *Document) outdents() int16 {
	in, flush := 0, 0
	for i := range d.lines {
		switch l := &d.lines[i]; {
		case l.role != body && l.role != verbatim:
		case l.indent >= 3:
			in++
		case l.role == body:
			flush++
		}
	}
	if in < 5 || flush*2 > in {
		return 0
	}
	base := max(3, int16(d.baseIndent()))
	if base <= 4 && !d.latin { // four blanks open paragraphs of Chinese
		return 0
	}
	return base
}

// capitals marks lines of English capitals that stand between blank lines with
// text under them, where there are two or more.
func (d *Document) capitals() {
	if !d.latin {
		return
	}
	var found []int
	base := d.outdents()
	for i := range d.lines {
		l := &d.lines[i]
		if base > 0 && l.indent >= base { // a name in the body
			continue
		}
		if l.role == body && l.form == number.NoForm && l.runes >= 4 && l.runes <= 60 && (l.after || i == 0) && i+1 < len(d.lines) && (d.lines[i+1].after || d.lines[i+1].indent > l.indent) && isCapitals(d.text(l)) {
			found = append(found, i)
		}
	}
	for k, i := range found {
		if len(found) >= 2 && (k+1 == len(found) || found[k+1] > i+1) {
			d.head(i)
		}
	}
}

func isCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 4 && letters*2 >= len(s)
}
