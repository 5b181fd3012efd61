package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// wrapping finds whether the text was hard-wrapped, and at what width: then
// many of its lines are about as long as the longest, and most of those stop
// in the middle of a sentence.
func (d *Document) wrapping() {
	if len(d.lines) < 3 {
		return
	}
	const widest = 240
	var count [widest + 2]int // lines of each width, all that are wider in the last
	all, step := 0, len(d.lines)/20000+1
	for i := 0; i < len(d.lines); i += step {
		if l := &d.lines[i]; l.role == body {
			count[min(d.reach(l), widest+1)]++
			all++
		}
	}
	longest := int32(0)
	for n := count[0]; n <= all*97/100 && longest <= widest; n += count[longest] {
		longest++
	}
	if all < 3 || longest < 20 || longest > widest {
		return
	}
	full, broken, even := 0, 0, 0
	for i := 0; i < len(d.lines); i += step {
		if l := &d.lines[i]; l.role == body && d.reach(l)*10 >= longest*9 {
			full++
			if !d.endsAt(l) {
				broken++
			}
			if d.reach(l) >= longest-3 {
				even++
			}
		}
	}
	least := 3
	if len(d.lines) < 8 {
		least = 2
	}
	sure := even*10 >= full*8 && full*4 >= all // many lines end at the very same column
	d.usual = longest
	d.manner()
	wrapped := full >= least && full*8 >= all && (broken*2 > full || sure && broken*5 > full) && (d.latin || even*2 > full)
	if !wrapped && !(d.opened && full >= 8) {
		d.usual, d.opened, d.parted = 0, false, false
	}
}

// reach is the column at which l ends.
func (d *Document) reach(l *line) int32 { return l.cells + int32(min(l.indent, 40)) }

// endsAt reports whether l ends a sentence.
func (d *Document) endsAt(l *line) bool {
	s := d.src[l.from:l.to]
	switch char.LastMark(s) {
	case '。', '！', '？', '…', '!', '?', '：', ':', '；', '.':
		return true
	}
	switch char.Last(s) {
	case '”', '」', '』':
		return true
	}
	return false
}

// full reports whether l is about as long as hard-wrapped lines are.
func (d *Document) full(l *line) bool { return d.reach(l)*10 >= d.usual*9 }

// manner finds how the hard-wrapped text sets its paragraphs off: by an indent,
// which then no line has that goes on in the middle of a sentence, or by a
// blank line, which then stands behind most lines that are short.
func (d *Document) manner() {
	var ended, broken, short, full struct{ all, opened, blank int }
	count := func(n *struct{ all, opened, blank int }, a, b *line) {
		n.all++
		if b.indent >= a.indent+2 || a.indented() && b.indented() {
			n.opened++
		}
		if b.after {
			n.blank++
		}
	}
	for i := range d.lines[1:] {
		a, b := &d.lines[i], &d.lines[i+1]
		if a.role != body || b.role != body {
			continue
		}
		if d.endsAt(a) {
			count(&ended, a, b)
		} else {
			count(&broken, a, b)
		}
		if d.full(a) {
			count(&full, a, b)
		} else {
			count(&short, a, b)
		}
	}
	d.opened = ended.opened >= 2 && ended.opened*10 >= ended.all*3 && broken.opened*10 <= broken.all && broken.all*10 >= len(d.lines) && d.flush()
	d.parted = short.blank >= 2 && short.blank*10 >= short.all*7 && full.blank*10 <= full.all*3
}

// flush reports whether many lines stand at the edge: a text whose lines are
// all set in has no indent that means anything.
func (d *Document) flush() bool {
	n, all := 0, 0
	for i := range d.lines {
		if l := &d.lines[i]; l.role == body {
			if all++; l.indent < 2 {
				n++
			}
		}
	}
	return n*10 >= all*2
}

// continues reports whether line b goes on with the paragraph of line a, which
// stands before it, in a hard-wrapped text.
func (d *Document) continues(a, b *line) bool {
	switch {
	case a.role != body || b.role != body:
		return false
	case char.Continues(char.First(d.text(b))) && a.runes > 8:
		return true // 。 and ） begin no line
	case b.after:
		return false
	case d.heads(a), d.heads(b):
		return false
	case d.latin:
		return d.continuesLatin(a, b)
	case d.opened:
		return !b.indented() && (d.full(a) || d.full(b) || !d.endsAt(a) && d.reach(a)*2 >= d.usual)
	case b.form != number.NoForm && !b.weak && (b.form < number.Digit || d.countsOn(a, b)):
		return false // other numbers may begin a line in the middle of a sentence: cp / (1)
	}
	hang := int16(1) // the lines of an item stand deeper than its marker
	if a.form != number.NoForm || listMark(d.text(a)) {
		hang = 8
	}
	switch {
	case b.indent > a.indent+hang || !d.full(a):
		return false
	case d.parted:
		return true
	}
	// A sentence that ends just where the line does ends its paragraph less
	// often than not; talk begins one.
	return !d.endsAt(a) || !d.latin && d.reach(a) >= d.usual-2 && d.full(b) && !char.Opens(char.First(d.text(b)))
}

// countsOn reports whether the number of b opens a list or goes on with one.
func (d *Document) countsOn(a, b *line) bool {
	if b.form == number.ParenDigit && b.val < 10 && char.IsLatin(char.Last(d.text(a))) { // cp(1)
		return false
	}
	return b.val == 1 || b.val == d.counted[b.form]+1 || b.path != 0
}

// continuesLatin is continues for text in Latin letters, whose lines end where
// words do.
func (d *Document) continuesLatin(a, b *line) bool {
	s := d.text(b)
	if b.form != number.NoForm && !b.weak && b.form != number.Item || listMark(s) {
		return false
	}
	if b.indent > a.indent+1 && d.endsAt(a) {
		return false
	}
	word := int32(strings.IndexByte(s+" ", ' '))
	return d.reach(a)*10 >= d.usual*6 && (d.reach(a)+word+1 >= d.usual*8/10 || !d.endsAt(a))
}

// heads reports whether l is a heading that needs no other to be one.
func (d *Document) heads(l *line) bool {
	return l.form >= number.Bian && l.form <= number.Section && !l.weak && l.titleLike(d.src, 40) && !d.full(l)
}

// listMark reports whether s begins with the bullet of a list.
func listMark(s string) bool {
	if c := s[0]; c >= 0xe3 && c < 0xef || strings.HasPrefix(s, "“") { // Han, talk
		return false
	}
	for _, m := range [...]string{"- ", "* ", "• ", "· ", "●", "◆", "■", "□", "○ ", "o ", "+ ", "–", "—　"} {
		if strings.HasPrefix(s, m) {
			return true
		}
	}
	return s[0] == '-' && len(s) > 3 && char.IsHan(char.First(s[1:])) // -手机, but not -h
}
