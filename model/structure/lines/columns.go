package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// aligned reports whether lines a and b, neighbours, have a field that begins
// at one column. Justified English, where two blanks may meet by chance, does
// not count, nor does the blank after a section number.
func (d *Document) aligned(a, b int) bool {
	la, lb := &d.lines[a], &d.lines[b]
	if !la.gaps || !lb.gaps || d.justified(la) || d.justified(lb) {
		return false
	}
	if n, _ := feet(d.text(la)); n > 1 { // a couplet of verse
		return false
	}
	if spacedLabel(d.text(la)) || spacedLabel(d.text(lb)) {
		return false
	}
	x, n := starts(d.text(la), int(la.indent))
	y, m := starts(d.text(lb), int(lb.indent))
	for _, c := range x[:n] {
		for _, e := range y[:m] {
			if c == e && !d.onlyNumber(la, int(c)) && !d.onlyNumber(lb, int(e)) {
				return true
			}
		}
	}
	if d.reach(la) == d.reach(lb) && wideGap(d.text(la)) && wideGap(d.text(lb)) { // two ends of a line, each at its edge
		return true
	}
	// Figures set to the right end at one column: fields are as many, or three end together.
	if kindsOf(d.text(la)).digits <= 2 && kindsOf(d.text(lb)).digits <= 2 {
		return false
	}
	return n >= 2 && n == m && !d.onlyNumber(la, int(x[0])) && kindsOf(d.text(la)).digits > 2 || d.endTogether(la, lb)
}

// endTogether reports whether three words of a or more end at columns where words of b do,
// and three blanks stand in both: the head and the rows of what df prints.
func (d *Document) endTogether(a, b *line) bool {
	s, t := d.text(a), d.text(b)
	if !strings.Contains(s, "   ") || !strings.Contains(t, "   ") {
		return false
	}
	var at [widest]bool
	for col := range edges(s, int(a.indent)) {
		at[min(col, widest-1)] = true
	}
	n := 0
	for col := range edges(t, int(b.indent)) {
		if at[min(col, widest-1)] && col < widest-1 {
			n++
		}
	}
	return n >= 3
}

// edges yields the columns at which the words of s end that a blank stands behind.
func edges(s string, indent int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		col, inWord := indent, false
		for _, r := range s {
			if blank := char.IsSpace(r); blank && inWord && !yield(col) {
				return
			} else {
				inWord = !blank
			}
			if col++; r >= 0x800 {
				col++
			}
		}
	}
}

// spacedLabel reports whether the only gap of s parts the two characters of a label
// set to the width of four: 【性　　状】本品…, 地　　点：渡口.
func spacedLabel(s string) bool {
	s = strings.TrimPrefix(s, "【")
	if !char.IsHan(char.First(s)) || len(s) < 4*len("性") {
		return false
	}
	rest := strings.TrimLeftFunc(s[len("性"):], char.IsSpace)
	if !char.IsHan(char.First(rest)) || len(rest) == len(s)-len("性") {
		return false
	}
	switch r := char.First(rest[len("状"):]); r {
	case '】', '：', ':':
		return !strings.Contains(rest, "  ") && !strings.Contains(rest, "\u3000\u3000")
	}
	return false
}

// wideGap reports whether four blanks stand inside s.
func wideGap(s string) bool { return strings.Contains(s, "    ") }

// justified reports whether l is a line of running Latin text set to a measure.
func (d *Document) justified(l *line) bool {
	s := d.text(l)
	return words(s) >= 6 && l.cells >= 50 && !strings.Contains(s, "   ") && strings.IndexByte(s, '\t') < 0
}

// onlyNumber reports whether nothing but a section number stands in l before
// the column: 第一章  春, or nothing but a page number after it.
func (d *Document) onlyNumber(l *line, col int) bool {
	s := d.text(l)
	at := byteAt(s, col-int(l.indent))
	head := strings.TrimRightFunc(s[:at], char.IsSpace)
	n := number.Line(head)
	if n.Bytes > 0 && n.Bytes >= len(head) {
		return true
	}
	k, _ := number.Digits(s[at:])
	return n.Bytes > 0 && k > 0 && at+k == len(s)
}

// byteAt returns the byte of s that stands so many cells after its start.
func byteAt(s string, cells int) int {
	col := 0
	for i, r := range s {
		if col >= cells {
			return i
		}
		switch {
		case r == '\t':
			col = (col/8 + 1) * 8
		case r < 0x800:
			col++
		default:
			col += 2
		}
	}
	return len(s)
}

// starts returns the columns, in cells from the start of the physical line, at
// which fields begin after a gap of two cells or more, at most 16. Two blanks
// behind the end of an English sentence are none.
func starts(s string, indent int) (cols [16]int16, n int) {
	col, blanks, gapAt := indent, 0, 0
	for i, r := range s {
		switch {
		case r == '\t':
			if blanks == 0 {
				gapAt = i
			}
			next := (col/8 + 1) * 8
			blanks += max(2, next-col)
			col = next
			continue
		case r == '\u3000':
			if blanks == 0 {
				gapAt = i
			}
			blanks, col = blanks+1, col+2 // one of them may part anything
			continue
		case char.IsSpace(r):
			if blanks == 0 {
				gapAt = i
			}
			blanks, col = blanks+1, col+1
			continue
		}
		if blanks >= 2 && n < len(cols) && !(blanks == 2 && gapAt > 0 && strings.IndexByte(".!?:", s[gapAt-1]) >= 0) {
			cols[n] = int16(min(col, 1<<14))
			n++
		}
		blanks = 0
		if r < 0x800 {
			col++
		} else {
			col += 2
		}
	}
	return cols, n
}
