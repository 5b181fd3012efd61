package lines

import (
	"slices"
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
	widths := make([]int32, 0, min(len(d.lines), 20000))
	step := len(d.lines)/20000 + 1
	for i := 0; i < len(d.lines); i += step {
		if l := &d.lines[i]; l.role == body {
			widths = append(widths, d.reach(l))
		}
	}
	if len(widths) < 3 {
		return
	}
	slices.Sort(widths)
	longest := widths[len(widths)*97/100]
	if longest < 20 || longest > 240 {
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
	if full >= least && full*8 >= len(widths) && broken*2 > full && (d.latin || even*2 > full) {
		d.usual = longest
		d.opened = d.indents()
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

// indents reports whether paragraphs are indented: most lines that follow a
// short one are, and most that follow a full one are not.
func (d *Document) indents() bool {
	opened, short, flush, full := 0, 0, 0, 0
	for i := range d.lines[1:] {
		a, b := &d.lines[i], &d.lines[i+1]
		if a.role != body || b.role != body || b.after {
			continue
		}
		if d.full(a) {
			if full++; b.indent < 2 {
				flush++
			}
		} else if short++; b.indented() {
			opened++
		}
	}
	return opened >= 2 && opened*10 >= short*6 && flush*10 >= full*6
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
	return d.full(a) && !d.endsAt(a) && b.indent <= a.indent+hang
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
	for _, m := range [...]string{"- ", "* ", "• ", "· ", "-", "●", "◆", "■", "□", "○ ", "o ", "+ ", "–", "—　"} {
		if strings.HasPrefix(s, m) {
			return true
		}
	}
	return false
}
