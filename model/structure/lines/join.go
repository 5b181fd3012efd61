package lines

import (
	_ "embed"
	"strings"
	"sync"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/weigh"
)

//go:embed join.tsv
var joinTable string

// joinWeights are the weights of the features of two lines, one after the other.
var joinWeights = sync.OnceValue(func() []float32 { return weigh.Read(joinTable, int(joinFeatures)) })

// continues reports whether line j continues the paragraph of line i, which is before
// it, in a hard-wrapped text: by a weighted sum of the features of the two.
func (d *Document) continues(i, j int) bool {
	a, b := &d.lines[i], &d.lines[j]
	if a.role != body || b.role != body || isOptions(d.text(b)) || d.leadsToPage(a) || d.leadsToPage(b) || d.signed(a, b) {
		return false
	}
	if d.ragged {
		return b.indent < 4 && (a.indent >= 4 || a.joins) && !d.headsAtEdge(j)
	}
	var some [40]joinFeature
	w := joinWeights()
	sum := weigh.Sum(w, d.signs(some[:0], i, j))
	if split := w[splitsAWord]; sum <= 0 && sum+split > 0 && splitsWord(a, b) { // looked up only where it decides
		sum += split
	}
	return sum > 0
}

// signed reports whether a and b are lines below a letter, set far in, who wrote it and
// when: both by a third of the measure, and not equally far or the first one short.
func (d *Document) signed(a, b *line) bool {
	third := int16((d.usual + 2) / 3)
	return a.indent >= third && b.indent >= third && (a.indent != b.indent || a.cells*2 < d.usual)
}

// leadsToPage reports whether dots lead to the number of a page at the end of l, as in a
// table of contents: 1　范围………… 1.
func (d *Document) leadsToPage(l *line) bool {
	if r := l.last; !char.IsDigit(r) && r != '）' && r != ')' {
		return false // most lines
	}
	s := strings.TrimRight(strings.TrimRight(d.text(l), "）)"), "0123456789")
	s = strings.TrimRight(s, "（( \u3000")
	return strings.HasSuffix(s, "……") || strings.HasSuffix(s, "....") || strings.HasSuffix(s, "····")
}

// isOptions reports whether s is a row of answers to choose from: A.渡口　B.灯塔. It
// mends questions that the answers ran into. It cannot fire on A. alone.
func isOptions(s string) bool {
	if len(s) < 6 || s[0] != 'A' {
		return false
	}
	for _, mark := range [...]string{".", "．", "、"} {
		if strings.HasPrefix(s[1:], mark) {
			return strings.Contains(s, " B"+mark) || strings.Contains(s, "\u3000B"+mark) || strings.Contains(s, "\tB"+mark)
		}
	}
	return false
}

// pair appends the features of line j and line i before it.
func (d *Document) pair(v []joinFeature, i, j int) []joinFeature {
	v = d.signs(v, i, j)
	if splitsWord(&d.lines[i], &d.lines[j]) {
		v = append(v, splitsAWord)
	}
	return v
}

// signs is pair without splitsAWord, which takes longest to find.
func (d *Document) signs(v []joinFeature, i, j int) []joinFeature {
	a, b := &d.lines[i], &d.lines[j]
	v = d.setOff(v, a, b)
	v = d.beginning(v, a, b)
	if d.quotes > 0 && d.unmarked() {
		v = append(v, inQuote)
	}
	room, ends := d.room(a, b), d.ending(a)
	stop := ends == stopEnds || ends == quoteEnds || ends == colonEnds || ends == semicolonEnds
	if d.unmarked() && !b.after && stop && room < tooShort && !splitsNumber(d.text(a), d.text(b)) {
		return d.doubt(v, i, j)
	}
	when := func(holds bool, f joinFeature) {
		if holds {
			v = append(v, f)
		}
	}
	v = append(v, room, ends)
	when(d.unmarked(), plainPair)
	when(d.latin, latinPair)
	when(opensTalk(b.first), quoteBegins)
	when(d.reach(b) >= d.floor, nextFull)
	when(d.heading && !a.ends && d.reach(a)*10 < d.usual*9, afterWrappedHead)
	switch short := room >= tooShort; {
	case stop && short:
		return append(v, stopsShort)
	case stop && d.fill.odds(d.left(a, b)) > 4:
		return append(v, stopsEarly)
	case stop:
		return append(v, stopsFull)
	case short:
		return append(v, breaksShort)
	}
	return append(v, breaksFull)
}

// goOn takes note of line l, which goes on with the paragraph before it or
// begins one.
func (d *Document) goOn(l *line, goesOn bool) {
	if !goesOn {
		d.counted[l.form] = l.val
		d.quotes = 0
		d.heading = l.form >= number.Bian && l.form <= number.Section && !l.weak && l.titleLike(d.src, 40)
	}
	if d.opened {
		return
	}
	if !goesOn {
		d.sofar, d.talk = 0, opensTalk(l.first)
	}
	d.sofar += l.cells
	s := d.text(l)
	if d.quotes == 0 && !strings.Contains(s, "“") && !strings.Contains(s, "「") {
		return // most lines
	}
	for _, r := range s {
		switch r {
		case '“', '「':
			d.quotes++
		case '”', '」':
			d.quotes = max(0, d.quotes-1)
		}
	}
}

// unmarked reports whether neither indents nor blank lines show paragraphs.
func (d *Document) unmarked() bool { return !d.opened && !d.parted }

// setOff appends how b is set off from a, in a text that sets its paragraphs
// off as this one does.
func (d *Document) setOff(v []joinFeature, a, b *line) []joinFeature {
	when := func(holds bool, f joinFeature) {
		if holds {
			v = append(v, f)
		}
	}
	switch {
	case d.opened && b.indented():
		v = append(v, openedSet)
	case d.opened:
		v = append(v, openedFlush)
		when(a.indented(), underOpening)
	case d.parted && !b.after:
		v = append(v, partedTogether)
	}
	when(d.parted && b.after, partedBlank)
	when(!d.parted && b.after, strayBlank)
	if !d.opened {
		item := a.form != number.NoForm || listMark(d.text(a))
		when(b.indent > a.indent+8 || b.indent > a.indent+1 && !item, deeper)
		when(b.indent > a.indent+1 && b.indent <= a.indent+8 && item, hangs)
		when(b.indent+1 < a.indent, outdent)
	}
	return v
}

// room grades what is left of line a: whether the first piece of b that nothing
// may break, a character or a word, had room in it.
func (d *Document) room(a, b *line) joinFeature {
	end := d.reach(a)
	switch left := d.left(a, b); {
	case left < 0:
		return noRoom
	case end >= d.floor:
		return someRoom
	case end >= d.floor-6:
		return tooShort
	case end*2 >= d.usual:
		return muchTooShort
	}
	return half
}

// firstPiece returns the cells of the first character of l, or of its first
// word where that is Latin.
func (d *Document) firstPiece(l *line) int32 {
	s := d.text(l)
	if s[0] >= 0x80 {
		return 2
	}
	n := 0
	for n < len(s) && s[n] > ' ' && s[n] < 0x80 {
		n++
	}
	if d.latin {
		n++ // the space before it
	}
	return int32(n)
}

// ending says what line a ends with.
func (d *Document) ending(a *line) joinFeature {
	last, mark := a.last, a.mark
	if isNote(last) {
		s := withoutNote(d.text(a))
		last, mark = char.Last(s), char.LastMark(s)
	}
	switch {
	case (last == '”' || last == '」' || last == '』') && char.EndsSentence(mark):
		return quoteEnds
	case last == '”' || last == '」' || last == '』':
		return nameEnds
	case last == '，' || last == '、' || last == ',':
		return clauseEnds
	}
	switch mark {
	case '。', '！', '？', '…', '!', '?', '.':
		return stopEnds
	case '：', ':':
		return colonEnds
	case '；', ';':
		return semicolonEnds
	}
	return wordEnds
}

// beginning appends what line b begins with, and how it follows a.
func (d *Document) beginning(v []joinFeature, a, b *line) []joinFeature {
	when := func(holds bool, f joinFeature) {
		if holds {
			v = append(v, f)
		}
	}
	s := d.text(b)
	when(char.Continues(b.first) && a.runes > 8, markBegins)
	if !d.opened && !d.countsInQuote(a) { // else the indent says it
		glued := b.form >= number.Bian && b.form <= number.Section && !a.ends && !d.isChapterLine(b)
		when(b.form != number.NoForm && !b.weak && b.form < number.Digit && !glued, highNumber)
		when(b.form >= number.Digit && b.form != number.Item && !b.weak && d.countsOn(a, b), countsOn)
		when(listMark(s), bulletBegins)
	}
	when(d.heads(a), afterHead)
	when(d.heads(b) && (a.ends || d.isChapterLine(b)), isHead) // 前两章已经写完， / 第三章还没有动笔
	when(d.opened && d.headsInRun(a, b), isHead)
	when(d.latin && startsLower(s), lowerBegins)
	when(splitsNumber(d.text(a), s), splitsANumber)
	return v
}

// countsInQuote reports whether a quotation is open at the end of the full line a, so that
// a number after it counts what is quoted. It mends paragraphs that were broken at
// 二、 in 他写道：“一、买米； / 二、修锅。” It cannot fire on a list that a colon or a short
// line leads to, nor after the paragraph that the quotation was left open in.
func (d *Document) countsInQuote(a *line) bool {
	return d.quotes > 0 && d.reach(a) >= d.floor && !char.EndsSentence(a.last) && a.mark != '：' && a.mark != ':'
}

// headsInRun reports whether b, at the edge of a text whose paragraphs open with an indent,
// is the next heading of those that count: a short line without an end, after the
// end of a sentence. It mends headings that were joined to a last line that
// happened to be full: …再也没有回来。 / 十八、失踪的邮包. It cannot fire on the last line of
// a paragraph, which ends a sentence.
func (d *Document) headsInRun(a, b *line) bool {
	return a.ends && !b.ends && b.form != number.NoForm && !b.indented() && b.val == d.counted[b.form]+1 && d.reach(b)*10 < d.usual*7 && b.titleLike(d.src, 40)
}

// startsLower reports whether s begins with a small Latin letter.
func startsLower(s string) bool { return s[0] >= 'a' && s[0] <= 'z' }

// splitsNumber reports whether the end of a and the start of b make a number,
// 增长1. / 1%.
func splitsNumber(a, b string) bool {
	if !char.IsDigit(rune(b[0])) {
		return false
	}
	c := a[len(a)-1]
	return char.IsDigit(rune(c)) || (c == '.' || c == ',') && len(a) > 1 && char.IsDigit(rune(a[len(a)-2]))
}

// countsOn reports whether the number of b opens a list or goes on with one.
func (d *Document) countsOn(a, b *line) bool {
	if b.form == number.ParenDigit && b.val < 10 && char.IsLatin(a.last) { // cp(1)
		return false
	}
	if b.path != 0 && !a.ends && d.reach(a) >= d.floor { // 最多等 / 0.3秒
		return b.val == d.counted[b.form]+1
	}
	return b.val == 1 || b.val == d.counted[b.form]+1 || b.path != 0
}

// heads reports whether l is surely a heading, even the only one.
func (d *Document) heads(l *line) bool {
	return l.form >= number.Bian && l.form <= number.Section && !l.weak && l.titleLike(d.src, 40) && d.reach(l)*10 < d.usual*9
}

// listMark reports whether s begins with the bullet of a list.
func listMark(s string) bool {
	if c := s[0]; c >= 0xe3 && c < 0xef || strings.HasPrefix(s, "“") { // most lines: Han (lead bytes E3 to EE) or talk
		return false
	}
	for _, m := range [...]string{"- ", "* ", "• ", "· ", "●", "◆", "■", "□", "○ ", "o ", "+ ", "–", "—　", "[ ] ", "[x] ", "[X] ", "☐", "☑", "✓", "✔", "▪", "‣"} {
		if strings.HasPrefix(s, m) {
			return true
		}
	}
	return s[0] == '-' && len(s) > 3 && char.IsHan(char.First(s[1:])) // -手机, but not -h
}
