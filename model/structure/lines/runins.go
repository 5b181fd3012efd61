package lines

import (
	"juan/model/structure/sentence"
)

// runIns marks the run-in headings that open paragraphs of a report, a text
// that has headings with 一、 or （一）.
func (d *Document) runIns() {
	if !d.mayLead() {
		return
	}
	reports, n := false, 1
	for _, i := range d.others {
		if d.lines[i].level > 0 {
			n++
		}
	}
	sections := make([]sentence.Section, 0, n)
	at, level := -1, 0
	for _, i := range d.others {
		l := &d.lines[i]
		if l.level == 0 {
			continue
		}
		if !reports && isOfficial(l.form) {
			if d.narrates() {
				return
			}
			reports = true
		}
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
	for i := range sections {
		sections[i].Lines = true
	}
	sentence.RunIns(d.src, sections, sentence.Fitted())
	line := 0
	for i := range sections {
		for _, t := range sections[i].Sentences {
			if !t.RunIn || !t.Opens {
				continue
			}
			from := int(t.From)
			for line < len(d.lines) && d.lines[line].from < from {
				line++
			}
			if line < len(d.lines) && d.lines[line].from == from && d.lines[line].role == body {
				l := &d.lines[line]
				l.role, l.lead, l.level = leads, t.To-t.From-int32(len("。")), uint8(sections[i].Level+1)
			}
		}
	}
}

// mayLead reports whether any line begins with a sentence short enough for a run-in
// heading and has another behind it. Most contracts and manuals have none, and their
// sentences need not be looked at.
func (d *Document) mayLead() bool {
	for i := range d.lines {
		if l := &d.lines[i]; l.role == body && l.runes > 10 && sentence.FirstSentence(d.text(l), sentence.LongestRunIn) > 0 {
			return true
		}
	}
	return false
}
