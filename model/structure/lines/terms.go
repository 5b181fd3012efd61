package lines

import "juan/model/structure/number"

// terms takes the term that a standard defines into the line of its number, 3.1 over
// 渡船　ferry over what a 渡船 is. It mends standards whose terms were verse, for each
// takes three short lines.
//
// It cannot fire on a number alone, nor where the numbers do not count up, nor where
// a sentence stands right under one.
func (d *Document) terms() {
	var found []int
	last := uint64(0)
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role != body || l.form != number.NoForm || l.runes > 8 || l.first < '1' || l.first > '9' || i+2 >= len(d.lines) {
			continue
		}
		path, _ := number.Path(d.text(l))
		term := &d.lines[i+1]
		if path == 0 || term.role != body || term.form != number.NoForm || term.ends || term.runes > 40 || !d.lines[i+2].ends {
			continue
		}
		if len(found) > 0 && path != last+1 && path&1023 != 2 {
			continue
		}
		found, last = append(found, i), path
	}
	if len(found) < 2 {
		return
	}
	for k, i := range found {
		l := &d.lines[i]
		path, val := number.Path(d.text(l))
		l.form, l.n, l.path, l.val = number.Decimal, int32(l.to-l.from), path, int32(val)
		if l.path>>20 != 0 {
			l.form = number.Decimal3
		}
		found[k] = i + 1
	}
	d.takeIn(found)
}
