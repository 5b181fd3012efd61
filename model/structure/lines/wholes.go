package lines

import "juan/model/structure/number"

// headsAll reports whether all lines of r are headings because most are and the others
// look alike: 二、填空题 between 一、选择题 and 三、论述题. It mends outlines that lacked the
// one of several equal parts that has no blank line before it. It cannot fire on lists,
// for each line has text under it, nor on numbers lower than 一、.
func (d *Document) headsAll(r *run, c *company) bool {
	n := len(r.lines)
	if r.form != number.Formal && r.form != number.Han || n < 3 || r.kinds[alone] < n || r.bodies < n {
		return false
	}
	heads := 0
	for k, i := range r.lines {
		if d.lines[i].ends {
			return false
		}
		if d.isHeading(r, k, c) {
			heads++
		}
	}
	return heads*2 > n
}

// listInStory reports whether r is a list that a story quotes, 一、米二十斤 over 二、油两瓶:
// half its lines or more have nothing under them but the next. It mends stories with two
// chapters out of four items. It cannot fire on chapters, which have text.
func (d *Document) listInStory(r *run) bool {
	n := len(r.lines)
	return n > 1 && r.form >= number.Roman && r.bodies > 0 && r.bodies*2 <= n && d.narrates()
}
