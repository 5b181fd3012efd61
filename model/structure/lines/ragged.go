package lines

import "juan/model/structure/number"

// uneven takes a text for wrapped whose lines show no measure but go on at the edge.
func (d *Document) uneven() {
	if d.usual > 0 && d.opened || !d.flushGoOn() {
		return
	}
	longest, _ := d.longest()
	d.setting = setting{usual: max(longest, narrowest), opened: true, ragged: true}
	d.floor = d.lowest()
}

// flushGoOn reports whether paragraphs open with an indent and every line at the edge
// goes on with the one before it, in the middle of a sentence, at whatever column that
// broke off: 　　其中水浇地 / 三十二万亩，旱地 / 三十五万亩。 It mends texts whose lines are too
// uneven for a measure, and whose lines that open with a number were paragraphs.
//
// Headings at the edge, between the end of a sentence and an indent, and lines before
// the first paragraph are left out.
//
// It cannot fire with fewer than three lines that go on in the middle of a sentence, where
// most follow the end of one or a heading, 裁判结果 at the edge over text at the edge, where an indented line follows one that ends none, nor in
// lists and verse, of whose lines hardly one has a stop or a comma within.
func (d *Document) flushGoOn() bool {
	if d.latin {
		return false
	}
	longest := int32(0)
	for i := range d.lines {
		longest = max(longest, d.reach(&d.lines[i]))
	}
	if longest > widest {
		return false
	}
	broken, ended, opened, marked, uneven := 0, 0, 0, 0, 0
	heading := false // the line before may be one at the edge, over text at the edge
	for i := range d.lines {
		l := &d.lines[i]
		under := heading
		heading = opened > 0 && l.role == body && l.indent < 4 && !l.ends && l.runes <= 30 && (under || d.lines[i-1].ends) && !hasClause(d.text(l))
		switch {
		case l.role != body, d.headsAtEdge(i):
		case l.indent >= 4:
			if opened > 0 && d.lines[i-1].role == body && !d.lines[i-1].ends && !d.headsAtEdge(i-1) {
				return false
			}
			opened++
		case opened == 0: // the title
		case l.after || l.form >= number.Bian && l.form <= number.Section && !l.weak || listMark(d.text(l)):
			return false
		case under, d.lines[i-1].ends:
			ended++
		default:
			broken++
			if hasClause(d.text(l)) {
				marked++
			}
			if d.reach(&d.lines[i-1])*10 < longest*8 {
				uneven++
			}
		}
	}
	return broken >= 3 && broken > ended && opened >= 2 && marked*2 >= broken && uneven >= 2
}

// headsAtEdge reports whether line i, at the edge, has no clause, comes after the end of
// a sentence or another such line, and stands over a line that is set in.
func (d *Document) headsAtEdge(i int) bool {
	l := &d.lines[i]
	return l.role == body && l.indent < 4 && i > 0 && i+1 < len(d.lines) && (d.lines[i-1].ends || l.after || d.lines[i-1].role != body) &&
		!l.ends && l.runes <= 30 && d.lines[i+1].indent >= 4 && !hasClause(d.text(l)[l.n:])
}

// hasClause reports whether a clause or a sentence ends in s.
func hasClause(s string) bool {
	for _, r := range s {
		switch r {
		case '，', '。', '；', '、', '！', '？':
			return true
		}
	}
	return false
}
