package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/sentence"
)

// brackets marks lines that are one 【…】 each, where there are several.
func (d *Document) brackets() {
	is := func(l *line) bool {
		s := d.src[l.from:l.to]
		return l.role == body && l.runes >= 4 && l.runes <= 30 && strings.HasPrefix(s, "【") && strings.Index(s, "】") == len(s)-len("】")
	}
	count := 0
	for i := range d.lines {
		if is(&d.lines[i]) && i+1 < len(d.lines) && !is(&d.lines[i+1]) {
			count++
		}
	}
	if count < 2 {
		return
	}
	for i := range d.lines {
		if l := &d.lines[i]; is(l) {
			l.role, l.form = own, number.Series
		}
	}
}

// plain marks headings that nothing but their look shows: a few number.Han on a line
// between blank lines, over and over, each with a long paragraph under it. They
// are looked for only where no other heading is, and the first line is a title.
func (d *Document) plain() {
	var found []int
	stray := 0
	for i := range d.lines {
		l := &d.lines[i]
		if l.role == own || l.role == opens || l.role == article {
			return
		}
		if i == 0 || i+1 == len(d.lines) || !l.after || !d.lines[i+1].after || l.runes > 12 {
			continue
		}
		next := &d.lines[i+1]
		s := d.src[l.from:l.to]
		han := strings.IndexFunc(s, func(r rune) bool { return !char.IsHan(r) && char.Digit(r) < 0 }) < 0
		if han && l.runes >= 2 && next.runes >= 60 && d.endsAt(next) {
			found = append(found, i)
		} else {
			stray++
		}
	}
	if len(found) < 3 || stray*4 > len(found) {
		return
	}
	for _, i := range found {
		d.lines[i].role, d.lines[i].form, d.lines[i].n = own, number.Named, 0
	}
}

// runIns marks the run-in headings that open paragraphs of a report, a text
// that has headings with 一、 or （一）.
func (d *Document) runIns() {
	var sections []sentence.Section
	reports := false
	at, level := -1, 0
	for i := range d.lines {
		l := &d.lines[i]
		if l.level == 0 {
			continue
		}
		reports = reports || l.form == number.Han || l.form == number.ParenHan
		if at >= 0 && reports {
			sections = append(sections, sentence.Split(d.src, at, l.from, level))
		}
		at, level = l.to, int(l.level)
		if l.role != own {
			at = l.from + int(l.lead)
		}
	}
	if !reports {
		return
	}
	sections = append(sections, sentence.Split(d.src, at, len(d.src), level))
	sentence.RunIns(d.src, sections)
	line := 0
	for i := range sections {
		for _, t := range sections[i].Sentences {
			if !t.RunIn || !t.Opens {
				continue
			}
			for line < len(d.lines) && d.lines[line].from < t.From {
				line++
			}
			if line < len(d.lines) && d.lines[line].from == t.From && d.lines[line].role == body {
				l := &d.lines[line]
				l.role, l.lead, l.level = leads, int32(t.To-t.From-len("。")), uint8(sections[i].Level+1)
			}
		}
	}
}
