package lines

import "juan/model/char"

// quiet marks the lines that are no prose and have no look of code, of a table or of a
// drawing all the same, in a text most of whose lines have the indent base. Such a line
// claims nothing, whatever stands around it; most blocks have no other, and are kept
// without a closer look.
func (d *Document) quiet(base int) {
	for _, i := range d.others {
		if l := &d.lines[i]; !l.gaps {
			s := d.text(l)
			l.quiet = d.isQuiet(l, s, base) && !isWeek(s)
		}
	}
}

// isQuiet reports whether l, whose text is s and which has no gaps, is words with no
// mark of programs among them, and is not set in deep: 第一章 风起, 1.甲方的义务 and a
// sentence of English are, a: 1 and │名称│ are not.
func (d *Document) isQuiet(l *line, s string, base int) bool {
	c := s[0]
	if c >= 'A' && c <= 'Z' {
		return d.latin && l.content&manyLetters != 0 && l.content&(hasColon|hasEqual|hasSign) == 0 && l.runes >= 60 && l.indent < 8 &&
			(s[1] == ' ' || startsLower(s[1:])) && endsLatin(s)
	}
	if l.content&(hasComma|hasEqual) != 0 {
		return false
	}
	if l.dense(s) && (l.wide() && !isDrawn(s) || char.IsHan(l.first) && l.content&hasSign == 0) {
		return true
	}
	if l.wide() || l.content&(hasColon|hasSign|hasQuote|hasDash) != 0 {
		return false
	}
	shallow := int(l.indent) < min(base+4, 8)
	if c < 0x80 {
		return l.content&mostlyHan != 0 && (c == '(' || char.IsDigit(l.first) && l.last >= 0x80) &&
			(shallow || l.indent < 8 && (l.runes > 16 || char.EndsSentence(l.mark)))
	}
	return shallow && l.cells > l.runes && l.content&(hasLetters|hasParen) == 0
}

// dense reports whether l, whose text is s, is Chinese or written as Chinese is, and
// not a few words that are set in.
func (l *line) dense(s string) bool {
	return s[0] >= 0x80 && (l.runes > 16 || l.indent < 6) && l.cells-l.runes > l.runes*3/4
}
