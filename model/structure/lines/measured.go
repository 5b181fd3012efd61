package lines

import (
	"juan/model/char"
	"juan/model/structure/number"
)

// measured numbers the lines that begin with what may be a quantity, 3.2米刀, where the
// number counts on from the last one before it and that has no blank after it either:
// 3.1碾白室. It mends standards that lacked the headings whose first character is also
// a unit. It cannot fire on prices and lengths, 3.2米 alone, in a sentence or after
// anything else than 3.1 or 3.
func (d *Document) measured() {
	last := uint64(0) // the path of the last number with its title right after it; 0 where that was another
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role != body || char.Digit(l.first) < 0 {
			continue
		}
		if l.form == number.NoForm {
			c := number.Measured(d.text(l))
			if c.Form == number.NoForm || !nextTo(last, pathOf(c.Path, c.Value)) {
				continue
			}
			l.n, l.form, l.val, l.path, l.weak = int32(c.Bytes), c.Form, int32(c.Value), c.Path, c.Weak
		}
		switch l.form {
		case number.Count, number.Decimal, number.Decimal3:
			if last = 0; char.IsHan(char.First(d.text(l)[l.n:])) {
				last = pathOf(l.path, int(l.val))
			}
		}
	}
}

// pathOf is the path of a decimal number, or of a whole one, which has none.
func pathOf(path uint64, val int) uint64 {
	if path == 0 {
		return uint64(val) + 1
	}
	return path
}

// nextTo reports whether the number with the path next is the very next after that
// with the path last: 3.2 after 3.1 or 3.1.4, 3.1 after 3.
func nextTo(last, next uint64) bool {
	if last != 0 && next>>10 == last && next&1023 == 1+1 {
		return true
	}
	for ; last != 0; last >>= 10 {
		if next == last+1 {
			return true
		}
	}
	return false
}
