package typeset

import (
	"strings"

	"juan/model"
	"juan/ui/linebreak"
	"juan/ui/role"
)

// ruleRoom is the cells that a heading of the second level leaves to its rule: a
// blank and three cells of it at least.
const ruleRoom = 4

// heading sets a heading. Each level has a shape of its own, so that it shows
// without colours and weights too: the first stands in the middle over a rule,
// the second runs out into one, the lower ones have a mark before them.
func (b *builder) heading(h model.Heading) {
	switch level := role.Heading(h.Level); {
	case level == role.Heading1:
		b.chapter(h)
	case level == role.Heading2 && b.cells >= least+ruleRoom:
		b.ruled(h)
	default:
		b.marked(h, level)
	}
}

// chapter sets a heading of the first level: balanced lines in the middle, and
// a rule as long as the longest below.
func (b *builder) chapter(h model.Heading) {
	cells, size := b.cells, len(h.Text())
	b.cells -= b.over()
	s := b.compile(h.Prose, role.Heading1, layout{})
	from, longest, first := absorbed(s.text), 0, len(b.lines)
	for _, c := range linebreak.Balance(nil, s.text[from:], max(b.cells, 1), b.policy, linebreak.Options{Script: b.script}) {
		b.begin()
		b.blank((b.cells - c.Cells) / 2)
		b.show(&s, from+c.From, from+c.To, c.Cells, 0)
		b.end(s.source(from+c.From, size), s.source(from+c.To, size))
		longest = max(longest, c.Cells)
	}
	b.lines[first].From = 0
	if n := min(longest, b.cells); n > 0 {
		b.begin()
		b.blank((b.cells - n) / 2)
		b.ours(heavy(b.doc.settings, n), role.Heading1)
		b.end(size, size)
	}
	b.cells = cells
}

// ruled sets a heading of the second level, whose last line is filled up with a rule.
func (b *builder) ruled(h model.Heading) {
	b.cells -= ruleRoom
	b.prose(h.Prose, role.Heading2, layout{rest: b.numberHang(h)})
	b.cells += ruleRoom
	b.blank(1)
	b.ours(level(b.doc.settings, measure(b.doc.settings)-b.width), role.Rule)
	b.lines[len(b.lines)-1].Width = b.width
}

// marked sets a heading of a lower level after its mark, where there is room
// for one.
func (b *builder) marked(h model.Heading, r role.Role) {
	l := layout{rest: b.numberHang(h)}
	if mark := headingMark(b.doc.settings, r); b.cells-b.over() >= least {
		l.mark, l.markRole = mark, r
		l.first = even(b.policy.Width(mark) + 1)
		l.rest += l.first
	}
	if b.cells-l.rest < least {
		l.rest = 0
	}
	b.prose(h.Prose, r, l)
}

// numberHang returns the cells of a heading's number with the blank after it,
// under which its later lines do not stand.
func (b *builder) numberHang(h model.Heading) int {
	if h.Number <= 0 {
		return 0
	}
	text := h.Text()
	rest := strings.TrimLeft(text[h.Number:], " \u3000")
	hang := even(b.policy.Width(text[:len(text)-len(rest)]))
	if b.cells-hang < least {
		return 0
	}
	return hang
}
