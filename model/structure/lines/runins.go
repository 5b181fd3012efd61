package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/sentence"
)

// runIns marks the run-in headings that open paragraphs of a report, a text
// that has headings with 一、 or （一）.
func (d *Document) runIns() {
	official, n := false, 1
	for _, i := range d.others {
		if l := &d.lines[i]; l.level > 0 {
			n++
			official = official || isOfficial(l.form)
		}
	}
	if !official || !d.mayLead() || d.narrates() {
		return
	}
	reports := false
	sections := make([]sentence.Section, 0, n)
	at, level := -1, 0
	for _, i := range d.others {
		l := &d.lines[i]
		if l.level == 0 {
			continue
		}
		reports = reports || isOfficial(l.form)
		if at >= 0 && reports {
			sections = append(sections, sentence.Split(d.src, at, l.from, level))
		}
		at, level = l.to, int(l.level)
		if l.role != own {
			at = l.from + int(l.lead)
		}
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

// mayLead reports whether two paragraphs or more of one section begin with a sentence
// short enough for a run-in heading and have another after it: a single one is none.
// Many contracts and manuals have no two such, and their sentences need not be looked at.
func (d *Document) mayLead() bool {
	n := 0 // of the section
	for i := range d.lines {
		l := &d.lines[i]
		switch {
		case l.role == verbatim:
			return true // of several lines
		case l.level > 0 && l.role == own:
			n = 0
			continue
		case l.level > 0:
			n = 1 // what stands after the heading may be one
		}
		if l.runes <= 10 {
			continue
		}
		if n += leadsIn(d.text(l)); n >= 2 {
			return true
		}
	}
	return false
}

// leadsIn counts the paragraphs that may begin in the line s, at its start and after white
// space that stands after a sentence or a colon, with a sentence as mayLead asks for.
func leadsIn(s string) (n int) {
	if at := strings.Index(s, "。"); at < 0 || at+len("。") == len(s) {
		return 0 // nothing stands after a sentence
	}
	if sentence.FirstSentence(s, sentence.LongestRunIn) > 0 {
		n++
	}
	for i := 0; i < len(s); {
		if char.HanAt(s, i) { // most characters
			i += 3
			continue
		}
		r, size := char.Decode(s[i:])
		i += size
		if !char.IsSpace(r) {
			continue
		}
		switch mark := char.LastMark(s[:i-size]); {
		case char.EndsSentence(mark), isColon(mark), mark == '；', mark == ';', char.IsSpace(mark):
			if sentence.FirstSentence(s[i:], sentence.LongestRunIn) > 0 {
				n++
			}
		}
	}
	return n
}
