package lines

import (
	_ "embed"
	"strings"
	"sync"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/sentence"
	"juan/model/structure/weigh"
)

//go:embed join.tsv
var joinTable string

// joinWeights are the weights of the features of two lines, one behind the other.
var joinWeights = sync.OnceValue(func() []float32 { return weigh.Read(joinTable, int(joinFeatures)) })

// continues reports whether line b goes on with the paragraph of line a, which
// stands before it, in a hard-wrapped text: by a sum of weights of what holds of
// the two.
func (d *Document) continues(a, b *line) bool {
	if a.role != body || b.role != body || isOptions(d.text(b)) {
		return false
	}
	var some [40]joinFeature
	return weigh.Sum(joinWeights(), d.pair(some[:0], a, b)) > 0
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

// pair appends what holds of line b and line a before it.
func (d *Document) pair(v []joinFeature, a, b *line) []joinFeature {
	v = d.setOff(v, a, b)
	room, ends := d.room(a, b), d.ending(a)
	v = append(v, room, ends)
	stop := ends == stopEnds || ends == quoteEnds || ends == colonEnds || ends == semicolonEnds
	switch short := room >= tooShort; {
	case stop && short:
		v = append(v, stopsShort)
	case stop:
		v = append(v, stopsFull)
	case short:
		v = append(v, breaksShort)
	default:
		v = append(v, breaksFull)
	}
	v = d.beginning(v, a, b)
	if d.heading && !d.endsAt(a) && d.reach(a)*10 < d.usual*9 {
		v = append(v, afterWrappedHead)
	}
	if d.quotes > 0 {
		v = append(v, inQuote)
	}
	if d.unmarked() && stop {
		v = append(v, d.surprise(a, b))
		if d.latin {
			v = append(v, latinEnds)
		}
	}
	if d.unmarked() && stop && room < tooShort {
		v = append(v, d.open.odds(d.text(a), d.text(b)))
		if d.reach(b) < d.floor {
			v = append(v, shortBehind)
		}
		if ties(d.text(b)) {
			v = append(v, connects)
		} else if sentence.OpensParagraph(d.text(b)) {
			v = append(v, opensAsOne)
		}
	}
	return v
}

// goOn takes note of line l, which goes on with the paragraph before it or
// begins one.
func (d *Document) goOn(l *line, goesOn bool) {
	if !goesOn {
		d.counted[l.form] = l.val
		d.quotes = 0
		d.heading = l.form >= number.Bian && l.form <= number.Section && !l.weak && l.titleLike(d.src, 40)
	}
	if !d.unmarked() {
		return
	}
	for _, r := range d.text(l) {
		switch r {
		case '“', '「':
			d.quotes++
		case '”', '」':
			d.quotes = max(0, d.quotes-1)
		}
	}
}

// ties reports whether s begins with a word that ties it to what was said before.
func ties(s string) bool {
	for _, w := range [...]string{"但", "而", "并", "也", "还", "又", "则", "就", "却", "因此", "所以", "然而", "于是", "同时", "其中", "此外", "这", "那", "其", "如果", "可", "因为", "只", "另外", "即", "此"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
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
	case !d.parted:
		v = append(v, plainPair)
	}
	when(d.parted && b.after, partedBlank)
	when(!d.parted && b.after, strayBlank)
	when(d.latin, latinPair)
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
	s := withoutNote(d.text(a))
	switch r := char.Last(s); {
	case (r == '”' || r == '」' || r == '』') && char.EndsSentence(char.LastMark(s)):
		return quoteEnds
	case r == '”' || r == '」' || r == '』':
		return nameEnds
	case r == '，' || r == '、' || r == ',':
		return clauseEnds
	}
	switch char.LastMark(s) {
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
	first := char.First(s)
	when(char.Continues(first) && a.runes > 8, markBegins)
	when(opensTalk(first), quoteBegins)
	if !d.opened { // else the indent says it
		when(b.form != number.NoForm && !b.weak && b.form < number.Digit, highNumber)
		when(b.form >= number.Digit && b.form != number.Item && !b.weak && d.countsOn(a, b), countsOn)
		when(listMark(s), bulletBegins)
	}
	when(d.heads(a), afterHead)
	when(d.heads(b), isHead)
	when(d.latin && startsLower(s), lowerBegins)
	when(d.reach(b) >= d.floor, nextFull)
	when(d.splitsWord(a, b), splitsAWord)
	when(splitsNumber(d.text(a), s), splitsANumber)
	return v
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
	if b.form == number.ParenDigit && b.val < 10 && char.IsLatin(char.Last(d.text(a))) { // cp(1)
		return false
	}
	if b.path != 0 && !d.endsAt(a) && d.reach(a) >= d.floor { // 最多等 / 0.3秒
		return b.val == d.counted[b.form]+1
	}
	return b.val == 1 || b.val == d.counted[b.form]+1 || b.path != 0
}

// heads reports whether l is a heading that needs no other to be one.
func (d *Document) heads(l *line) bool {
	return l.form >= number.Bian && l.form <= number.Section && !l.weak && l.titleLike(d.src, 40) && d.reach(l)*10 < d.usual*9
}

// listMark reports whether s begins with the bullet of a list.
func listMark(s string) bool {
	if c := s[0]; c >= 0xe3 && c < 0xef || strings.HasPrefix(s, "“") { // most lines: Han (lead bytes E3 to EE) or talk
		return false
	}
	for _, m := range [...]string{"- ", "* ", "• ", "· ", "●", "◆", "■", "□", "○ ", "o ", "+ ", "–", "—　"} {
		if strings.HasPrefix(s, m) {
			return true
		}
	}
	return s[0] == '-' && len(s) > 3 && char.IsHan(char.First(s[1:])) // -手机, but not -h
}
