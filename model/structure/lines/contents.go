package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// tableOfContents takes out the headings that only list what comes later: a
// block of three or more heading lines with nothing between, most of which
// stand again further down.
func (d *Document) tableOfContents() {
	var listed []int
	for _, i := range d.others {
		if d.listable(&d.lines[i]) {
			listed = append(listed, i)
		}
	}
	var entries []string    // of the lines listed
	var last map[string]int // the last line of each entry
	for k := 0; k < len(listed); {
		n := 1 // lines of the block
		for k+n < len(listed) && listed[k+n] == listed[k]+n {
			n++
		}
		if i := listed[k]; n >= 3 || d.underContents(i) {
			if last == nil {
				last, entries = make(map[string]int, len(listed)), make([]string, len(listed))
				for at, i := range listed {
					entries[at] = d.entry(&d.lines[i])
					last[entries[at]] = i
				}
			}
			d.takeContents(i, entries[k:k+n], last)
		}
		k += n
	}
}

// rowsOfContents takes out the lines of a table of contents that has several chapters in a
// row, 第1章 冰面　　第2章 煤油灯, and a last one that has but one left. It mends books of the
// net whose rows were chapters. It cannot fire on 第一卷 风起 第一章, whose units differ,
// nor where the numbers do not count up by one.
func (d *Document) rowsOfContents() {
	for _, i := range d.others {
		l := &d.lines[i]
		if l.runes < 10 {
			continue
		}
		form, last := lastInRow(d.rowOf(l))
		if last == 0 {
			continue
		}
		if l.role == body {
			l.role = contents
		}
		if i+2 >= len(d.lines) {
			continue
		}
		next, behind := &d.lines[i+1], &d.lines[i+2]
		if next.role == body && next.form == form && int(next.val) == last+1 && behind.form == form && behind.val < next.val {
			next.role = contents
		}
	}
}

// rowOf returns what of l may be such a row: a chapter's line, or the last one of several
// rows that stand as they are, for their columns are aligned; "" where it is neither.
func (d *Document) rowOf(l *line) string {
	switch s := d.text(l); {
	case l.role == verbatim:
		return strings.TrimSpace(s[strings.LastIndexByte(s, '\n')+1:])
	case l.role == body && l.form >= number.Bian && l.form <= number.Section:
		return s
	}
	return ""
}

// lastInRow returns the form and the number of the last chapter of a row of them, which
// blanks or bars part; 0 where s is none.
func lastInRow(s string) (form number.Form, last int) {
	n, form, first := number.Parse(s)
	if n == 0 || form < number.Bian || form > number.Section {
		return form, 0
	}
	last = first
	for s = s[n:]; ; {
		i := strings.IndexAny(s, "|｜/／ \t\u3000")
		if i < 0 {
			break
		}
		s = strings.TrimLeft(s[i:], "|｜/／ \t\u3000")
		n, other, val := number.Parse(s)
		if n == 0 || other != form {
			continue
		}
		if val != last+1 {
			return form, 0
		}
		last, s = val, s[n:]
	}
	if last == first {
		return form, 0
	}
	return form, last
}

// underContents reports whether 目录 stands right above line i.
func (d *Document) underContents(i int) bool {
	return i > 0 && number.IsContents(d.text(&d.lines[i-1]))
}

// takeContents takes out the block of heading lines that begins with line i and has
// the entries, where it is a table of contents. Of each entry last is the last line.
func (d *Document) takeContents(i int, entries []string, last map[string]int) {
	again, led, end := 0, 0, 0
	for k, entry := range entries {
		if last[entry] > i+k {
			again++
		}
		if d.pages(&d.lines[i+k]) {
			led, end = led+1, k+1
		}
	}
	headed := d.underContents(i)
	switch n := len(entries); {
	case led >= 3 && led*2 >= end:
	case again > 0 && again*2 >= n && (n >= 3 || headed):
		end = ownContents(i, entries, last)
	default:
		return
	}
	for k := range end {
		d.lines[i+k].role = contents
	}
	if headed {
		d.lines[i-1].role = contents
	}
}

// ownContents returns how many of the entries from line i on are of a table of
// contents that may run into the first headings of the text itself, which begin where
// its first line comes again.
func ownContents(i int, entries []string, last map[string]int) int {
	n := len(entries)
	for k := 1; k < n; k++ {
		if entries[k] == entries[0] {
			n = k
		}
	}
	for n > 0 && last[entries[n-1]] == i+n-1 {
		n--
	}
	return n
}

// listedTitles makes headings of the lines that a table of contents names by
// their titles alone: after 目录, three or more short lines most of which stand
// again further down, in that order.
//
// It cannot fire without the word 目录 above them. 渡口 15, 夜船 30 in the table,
// 渡口 and 夜船 alone in their lines further down: those are headings.
func (d *Document) listedTitles() {
	for i := 0; i+3 < min(len(d.lines), 400); i++ {
		if d.lines[i].role != body || !number.IsContents(d.text(&d.lines[i])) {
			continue
		}
		end := i + 1
		for end < len(d.lines) && d.titleAlone(end) {
			end++
		}
		d.matchTitles(i, end)
		return
	}
}

// titleAlone reports whether line i may name a part in a table of contents.
func (d *Document) titleAlone(i int) bool {
	l := &d.lines[i]
	return l.role == body && l.runes <= 40 && !l.ends
}

// matchTitles finds the titles of the table lines[i+1:end] in the text after
// it. The table may run into the first heading of the text, which ends it.
func (d *Document) matchTitles(i, end int) {
	want := map[string]int{} // the line of the table that names a title
	for k := i + 1; k < end; k++ {
		e := d.entry(&d.lines[k])
		if _, again := want[e]; again {
			end = k
			break
		}
		want[e] = k
	}
	var found []int
	last := i
	for k := end; k < len(d.lines); k++ {
		if !d.titleAlone(k) {
			continue
		}
		if at, ok := want[d.entry(&d.lines[k])]; ok && at > last {
			found, last = append(found, k), at
		}
	}
	if len(found) < 3 || len(found)*10 < len(want)*6 {
		return
	}
	for k := i; k < end; k++ {
		d.lines[k].role = contents
	}
	for _, k := range found {
		if d.lines[k].form == number.NoForm {
			d.head(k)
		}
	}
}

func (d *Document) listable(l *line) bool {
	if l.role != body || l.runes > 60 {
		return false
	}
	if l.form == number.NoForm { // Abstract II
		s := withoutPage(d.text(l))
		return len(s) < l.to-l.from && number.IsUsual(s)
	}
	return l.form <= number.Serial && l.titleLike(d.src, 60)
}

// leaders stand between an entry of a table of contents and its page.
const leaders = ".…·．-—_ \t\u3000\u00a0"

// withoutPage returns s without the number of a page that a table of contents gives
// behind white space or dots, in Roman numerals as well; s where it has none.
func withoutPage(s string) string {
	if strings.IndexByte("0123456789IVXivx", s[len(s)-1]) < 0 {
		return s // most lines
	}
	t := strings.TrimRight(s, "0123456789")
	if len(t) == len(s) {
		t = strings.TrimRight(s, "IVXivx")
	}
	if u := strings.TrimRight(t, leaders); len(t) < len(s) && len(u) < len(t) && u != "" {
		return u
	}
	return s
}

// entry is the line without what a table of contents adds, dots and a page, and
// without white space: 第一章 春……12 and 第一章　春 are one entry.
func (d *Document) entry(l *line) string {
	s := strings.TrimRight(withoutBracketedPage(d.text(l)), "0123456789 \t\u3000\u00a0")
	if t := strings.TrimRight(s, leaders); len(t) < len(s) && len(t) > int(l.n) {
		s = t
	} else if l.form == number.Named || l.form == number.NoForm { // 摘要 I
		s = withoutPage(d.text(l))
	} else if len(s) <= int(l.n) {
		s = d.text(l)
	}
	return char.Squeezed(s)
}

// withoutBracketedPage returns s without a page in brackets after a blank or leaders:
// 第一章 渡口 （15）. It cannot fire on the part of a serial, 渡口（15）.
func withoutBracketedPage(s string) string {
	body := strings.TrimRight(s, "）)")
	if len(body) == len(s) {
		return s // most lines
	}
	t := strings.TrimRight(strings.TrimRight(body, "0123456789"), "（(")
	if u := strings.TrimRight(t, leaders); len(t) < len(body)-1 && len(u) < len(t) && u != "" {
		return u
	}
	return s
}

// pages reports whether l ends as a line of contents does: leaders or a gap,
// then the number of a page.
func (d *Document) pages(l *line) bool {
	s := d.text(l)
	t := strings.TrimRight(s, "0123456789")
	if len(t) == len(s) || len(s)-len(t) > 4 {
		return false
	}
	u := strings.TrimRight(t, leaders)
	return len(t)-len(u) >= 6 || strings.HasSuffix(t, "\t") || strings.HasSuffix(t, "  ")
}
