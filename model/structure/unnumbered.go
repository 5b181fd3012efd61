package structure

import "strings"

// brackets marks lines that are one 【…】 each, where there are several.
func (d *document) brackets() {
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
			l.role, l.form = own, Series
		}
	}
}

// plain marks headings that nothing but their look shows: a few Han on a line
// between blank lines, over and over, each with a long paragraph under it. They
// are looked for only where no other heading is, and the first line is a title.
func (d *document) plain() {
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
		han := strings.IndexFunc(s, func(r rune) bool { return !isHan(r) && digitOf(r) < 0 }) < 0
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
		d.lines[i].role, d.lines[i].form, d.lines[i].n = own, Named, 0
	}
}

// runIns marks the run-in headings that open paragraphs of a report, a text
// that has headings with 一、 or （一）.
func (d *document) runIns() {
	var sections []section
	f := flat{src: d.src}
	reports := false
	at, level := -1, 0
	for i := range d.lines {
		l := &d.lines[i]
		if l.level == 0 {
			continue
		}
		reports = reports || l.form == Han || l.form == ParenHan
		if at >= 0 && reports {
			sections = append(sections, f.section(at, l.from, level))
		}
		at, level = l.to, int(l.level)
		if l.role != own {
			at = l.from + int(l.lead)
		}
	}
	if !reports {
		return
	}
	sections = append(sections, f.section(at, len(d.src), level))
	f.runIns(sections)
	line := 0
	for i := range sections {
		for _, t := range sections[i].sentences {
			if !t.runIn || !t.opens {
				continue
			}
			for line < len(d.lines) && d.lines[line].from < t.from {
				line++
			}
			if line < len(d.lines) && d.lines[line].from == t.from && d.lines[line].role == body {
				l := &d.lines[line]
				l.role, l.lead, l.level = leads, int32(t.to-t.from-len("。")), uint8(sections[i].level+1)
			}
		}
	}
}
