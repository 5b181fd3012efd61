package lines

import (
	"strings"

	"juan/model/structure/number"
	"juan/model/structure/part"
	"juan/model/structure/sentence"
)

// parts turns the lines into parts.
func (d *Document) parts() []part.Part {
	parts := make([]part.Part, 0, len(d.lines))
	dull := 0 // verseFrom has said no up to here
	for i := 0; i < len(d.lines); {
		if l := &d.lines[i]; l.role == body && i >= dull && l.runes <= longestVerse && d.mayOpenVerse(i) {
			end, verse := d.verseFrom(i)
			for ; verse && i < end; i++ {
				parts = append(parts, part.Part{From: d.lines[i].from, To: d.lines[i].to, Kind: part.Verse})
			}
			dull = end
			if verse {
				continue
			}
		} else if l.role == body && (l.metred || d.underTune(i)) { // a poem under its title
			if end := d.regulated(i); end > i {
				dull = i
				continue
			}
		}
		if l := &d.lines[i]; l.role == body && l.form == number.NoForm { // most lines
			parts = append(parts, part.Part{From: l.from, To: l.to})
		} else {
			parts = append(parts, d.part(l))
		}
		i++
	}
	return parts
}

// mayOpenVerse reports whether verse may begin with line i; with most lines it does not.
func (d *Document) mayOpenVerse(i int) bool {
	l := &d.lines[i]
	return l.runes <= shortVerse && !opensTalk(l.first) || l.metred || d.latin || d.underTune(i)
}

// part makes the part of one line.
func (d *Document) part(l *line) part.Part {
	p := part.Part{From: l.from, To: l.to}
	switch l.role {
	case contents:
		p.Kind = part.Verse
	case title:
		p.Kind = part.Title
	case rule:
		p.Kind = part.Rule
	case furniture:
		p.Kind = part.Furniture
	case listed:
		p.Kind, p.Number = part.Item, int(l.n)
	case verbatim:
		if p.Kind = part.Verbatim; isTable(d.text(l)) {
			p.Kind = part.Table
		}
	case own:
		p.Kind, p.Level, p.Number, p.Certain = part.Heading, int(l.level), int(l.n), true
		p.Lead = len(strings.TrimSuffix(d.text(l), "。"))
	case article:
		p.Level, p.Number, p.Lead, p.LeadKind = int(l.level), int(l.n), int(l.lead), part.RunIn
		p.Certain = l.lead == l.n
	case leads:
		p.Level, p.Number, p.Lead, p.LeadKind, p.Certain = int(l.level), int(l.n), int(l.lead), part.RunIn, true
		if p.Number > p.Lead {
			p.Number = 0
		}
	case opens:
		p.Level, p.Number, p.LeadKind, p.Lead, p.Certain = int(l.level), int(l.n), part.HeadingLead, int(l.lead), l.lead > 0
		if l.lead == 0 {
			p.Lead = sentence.FirstClause(d.text(l), int(l.n), 30)
		}
	default:
		if l.form != number.Named {
			p.Number = int(l.n)
		}
	}
	return p
}

// items marks the lines that are items of lists: numbered lines that count
// with a neighbour, and lines with a bullet.
func (d *Document) items() {
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role != body {
			continue
		}
		switch s := d.text(l); {
		case l.form >= number.Formal && l.form <= number.Letter && l.n > 0 && !l.weak || l.form == number.Letter && l.n > 0:
			if d.counts(i) {
				l.role = listed
			}
		case listMark(s) && !strings.HasPrefix(s, "——") && d.bulleted(i):
			l.role, l.n = listed, int32(bullet(s))
		}
	}
}

// counts reports whether an item with the number before or after that of line
// i stands within a few lines.
func (d *Document) counts(i int) bool {
	l := &d.lines[i]
	for k := max(0, i-8); k < min(len(d.lines), i+9); k++ {
		m := &d.lines[k]
		if k != i && m.form == l.form && (m.role == body || m.role == listed) && (m.val == l.val+1 && k > i || m.val == l.val-1 && k < i) {
			return true
		}
	}
	return false
}

// bulleted reports whether a neighbour of line i has a bullet too.
func (d *Document) bulleted(i int) bool {
	for _, k := range [...]int{i - 1, i + 1} {
		if k >= 0 && k < len(d.lines) && (d.lines[k].role == body || d.lines[k].role == listed) {
			if listMark(d.text(&d.lines[k])) {
				return true
			}
		}
	}
	return false
}

// bullet returns the bytes of the bullet that s begins with.
func bullet(s string) int {
	if s[0] == '[' {
		return len("[x]")
	}
	for i := range s {
		if i > 0 {
			return i
		}
	}
	return len(s)
}
