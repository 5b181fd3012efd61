package lines

import (
	"strings"

	"juan/model/structure/number"
)

// tableOfContents takes out the headings that only list what comes later: a
// block of three or more heading lines with nothing between, most of which
// stand again further down.
func (d *Document) tableOfContents() {
	last := map[string]int{}
	for i := range d.lines {
		if l := &d.lines[i]; d.listable(l) {
			last[d.entry(l)] = i
		}
	}
	for i := 0; i < len(d.lines); {
		j, again := i, 0
		for ; j < len(d.lines) && d.listable(&d.lines[j]); j++ {
			if last[d.entry(&d.lines[j])] > j {
				again++
			}
		}
		headed := i > 0 && number.IsContents(d.src[d.lines[i-1].from:d.lines[i-1].to])
		if again > 0 && again*2 >= j-i && (j-i >= 3 || headed) {
			d.takeOut(i, j, last, headed)
		}
		i = max(j, i+1)
	}
}

// takeOut marks lines[i:j] as contents. The block may run into the first
// headings of the text itself, which begin where its first line comes again.
func (d *Document) takeOut(i, j int, last map[string]int, headed bool) {
	first := d.entry(&d.lines[i])
	for k := i + 1; k < j; k++ {
		if d.entry(&d.lines[k]) == first {
			j = k
		}
	}
	for j > i && last[d.entry(&d.lines[j-1])] == j-1 {
		j--
	}
	for k := i; k < j; k++ {
		d.lines[k].role = contents
	}
	if headed {
		d.lines[i-1].role = contents
	}
}

func (d *Document) listable(l *line) bool {
	return l.form > number.NoForm && l.form <= number.Decimal3 && l.runes <= 60 && l.titleLike(d.src, 60)
}

// entry is the line without what a table of contents adds: dots and a page.
func (d *Document) entry(l *line) string {
	s := strings.TrimRight(d.src[l.from:l.to], "0123456789 \t\u3000")
	if t := strings.TrimRight(s, ".…·．-—_ \t\u3000"); len(t) < len(s) && len(t) > int(l.n) {
		s = t
	} else if len(s) <= int(l.n) {
		s = d.src[l.from:l.to]
	}
	if strings.ContainsAny(s, " \u3000\t") {
		s = strings.Join(strings.Fields(s), "")
	}
	return s
}
