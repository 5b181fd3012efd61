package lines

import (
	"slices"
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/part"
	"juan/model/structure/sentence"
)

// wrapping finds whether the text was hard-wrapped, and at what width: then
// many of its lines are about as long as the longest, and most of those stop
// in the middle of a sentence.
func (d *Document) wrapping() {
	if len(d.lines) < 4 {
		return
	}
	han, all := 0, 0
	widths := make([]int32, 0, min(len(d.lines), 20000))
	step := len(d.lines)/20000 + 1
	for i := 0; i < len(d.lines); i += step {
		l := &d.lines[i]
		han, all = han+int(l.cells-l.runes), all+int(l.runes)
		if l.role == body {
			widths = append(widths, l.cells)
		}
	}
	d.latin = han*10 < all
	if len(widths) < 4 {
		return
	}
	slices.Sort(widths)
	longest := widths[len(widths)*97/100]
	if longest < 20 || longest > 240 {
		return
	}
	full, broken := 0, 0
	for i := 0; i < len(d.lines); i += step {
		if l := &d.lines[i]; l.role == body && l.cells*10 >= longest*9 {
			full++
			if !d.endsAt(l) {
				broken++
			}
		}
	}
	if full >= 3 && full*8 >= len(widths) && broken*2 > full {
		d.usual = longest
	}
}

// endsAt reports whether l ends a sentence.
func (d *Document) endsAt(l *line) bool {
	s := d.src[l.from:l.to]
	if r := char.LastMark(s); strings.ContainsRune("。！？…!?：:；.", r) {
		return true
	}
	return strings.ContainsRune("”」』", char.Last(s))
}

// joins reports whether b continues the paragraph that a is a line of.
func (d *Document) joins(a, b *line) bool {
	if d.usual == 0 || a.role != body && a.role != article && a.role != opens && a.role != leads || b.role != body || b.after || b.indented && !a.indented {
		return false
	}
	if d.latin {
		return a.cells*10 >= d.usual*6 && !listMark(d.src[b.from:b.to])
	}
	return a.cells*10 >= d.usual*9 && !d.endsAt(a) && b.form == number.NoForm
}

func listMark(s string) bool {
	return strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "• ") || strings.HasPrefix(s, "-")
}

// verseFrom returns the end of the short lines that begin at lines[i], and
// whether they are verse. part.Verse is four or more short lines together that are not talk: many end
// with a comma or nothing, or all are of one length.
func (d *Document) verseFrom(i int) (end int, verse bool) {
	j, open, same := i, 0, 0
	for ; j < len(d.lines); j++ {
		l := &d.lines[j]
		if l.role != body || l.runes > 26 || strings.ContainsRune("“\"「『‘", char.First(d.src[l.from:l.to])) || l.form != number.NoForm && l.form != number.Item {
			break
		}
		if j > i && d.usual > 0 && d.joins(&d.lines[j-1], l) {
			break
		}
		if !strings.ContainsRune("。！？!?…”：:；", char.Last(d.src[l.from:l.to])) {
			open++
		}
		if j > i && l.runes == d.lines[j-1].runes {
			same++
		}
	}
	n := j - i
	return j, n >= 4 && (open*10 >= n*4 || same*10 >= n*7)
}

// parts turns the lines into parts.
func (d *Document) parts() []part.Part {
	parts := make([]part.Part, 0, len(d.lines))
	dull := 0 // verseFrom has said no up to here
	for i := 0; i < len(d.lines); {
		l := &d.lines[i]
		if l.role == body && i >= dull {
			end, verse := d.verseFrom(i)
			for ; verse && i < end; i++ {
				parts = append(parts, part.Part{From: d.lines[i].from, To: d.lines[i].to, Kind: part.Verse})
			}
			dull = end
			if verse {
				continue
			}
		}
		p, next := d.part(i)
		parts = append(parts, p)
		i = next
	}
	return parts
}

// part makes the part that begins at lines[i], and says where the next does.
func (d *Document) part(i int) (part.Part, int) {
	l := &d.lines[i]
	p := part.Part{From: l.from, To: l.to}
	switch l.role {
	case contents:
		p.Kind = part.Verse
		return p, i + 1
	case title:
		p.Kind = part.Title
		return p, i + 1
	case own:
		p.Kind, p.Level, p.Number, p.Certain = part.Heading, int(l.level), int(l.n), true
		p.Lead = len(strings.TrimSuffix(d.src[l.from:l.to], "。"))
		return p, i + 1
	case article:
		p.Level, p.Number, p.Lead, p.LeadKind, p.Certain = int(l.level), int(l.n), int(l.lead), part.RunIn, true
	case leads:
		p.Level, p.Number, p.Lead, p.LeadKind, p.Certain = int(l.level), int(l.n), int(l.lead), part.RunIn, true
		if p.Number > p.Lead {
			p.Number = 0
		}
	case opens:
		p.Level, p.Number, p.LeadKind, p.Lead, p.Certain = int(l.level), int(l.n), part.HeadingLead, int(l.lead), l.lead > 0
		if l.lead == 0 {
			p.Lead = sentence.FirstClause(d.src[l.from:l.to], int(l.n), 30)
		}
	default:
		if l.form != number.Named {
			p.Number = int(l.n)
		}
	}
	j := i + 1
	for j < len(d.lines) && d.joins(&d.lines[j-1], &d.lines[j]) {
		p.To = d.lines[j].to
		j++
	}
	return p, j
}
