package ui

import (
	"unicode/utf8"

	"juan/model"
	"juan/ui/role"
	"juan/ui/screen"
)

// around draws the words of an item in room cells: cut at their end, or, where
// something is to be lit, around the first of that; a title as [canvas.title] cuts it.
// No other cut goes through a number or a Latin word where there is room for it.
func (c canvas) around(it item, ink role.Role, room int) screen.Row {
	if it.title {
		return c.title(it, ink, room)
	}
	if len(it.lit) == 0 {
		return screen.Row{c.Seg(ink, c.Fit(c.Shown(it.left), room))}
	}
	width := func(from, to int) int { return c.Policy.Width(c.Shown(it.left[from:to])) }
	first := it.lit[0]
	hit := width(first.From, first.To)
	from := c.cutBefore(it.left, first.From, max(0, room-hit)*2/3)
	if width(from, first.From)+hit > room { // the word is too long to be whole
		from = first.From
	}
	to := c.cutAfter(it.left, first.To, room-width(from, first.From)-hit)
	return c.lit(it, from, to, ink)
}

// lit draws bytes [from, to) of the words of an item, what is to be lit among them.
func (c canvas) lit(it item, from, to int, ink role.Role) screen.Row {
	var row screen.Row
	add := func(to int, over role.Role) {
		if from < to {
			seg := c.Seg(ink, c.Shown(it.left[from:to]))
			seg.Ink.Over = over
			row, from = append(row, seg), to
		}
	}
	for _, s := range it.lit {
		add(min(s.From, to), 0)
		add(min(s.To, to), role.Hit)
	}
	add(to, 0)
	return row
}

// cutBefore returns the byte from which s is shown before byte at in about room
// cells.
func (c canvas) cutBefore(s string, at, room int) int {
	from := at
	for from > 0 {
		_, n := utf8.DecodeLastRuneInString(s[:from])
		if c.Policy.Width(c.Shown(s[from-n:at])) > room {
			break
		}
		from -= n
	}
	whole := from
	for whole < at && model.Whole(s, whole) {
		_, n := utf8.DecodeRuneInString(s[whole:])
		whole += n
	}
	if whole < at || !model.Whole(s, at) {
		return whole
	}
	for from > 0 && model.Whole(s, from) { // the word goes on into what is lit
		_, n := utf8.DecodeLastRuneInString(s[:from])
		from -= n
	}
	return from
}

// cutAfter returns the byte up to which s is shown after byte at in room cells.
func (c canvas) cutAfter(s string, at, room int) int {
	to := at
	for to < len(s) {
		_, n := utf8.DecodeRuneInString(s[to:])
		if c.Policy.Width(c.Shown(s[at:to+n])) > room {
			break
		}
		to += n
	}
	for whole := to; ; {
		if !model.Whole(s, whole) {
			return whole
		}
		_, n := utf8.DecodeLastRuneInString(s[:whole])
		if whole -= n; whole < at {
			return to
		}
	}
}
