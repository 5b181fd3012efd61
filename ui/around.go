package ui

import (
	"unicode/utf8"

	"juan/model"
	"juan/ui/role"
	"juan/ui/screen"
)

// around draws the words of an item in room cells: cut at their end, or, where a
// part is to be lit, around that. No cut goes through a number or a Latin word
// where there is room for it.
func (c canvas) around(it item, ink role.Role, room int) screen.Row {
	if it.to <= it.from {
		return screen.Row{c.Seg(ink, c.Fit(c.Shown(it.left), room))}
	}
	hit := c.Seg(ink, c.Shown(it.left[it.from:it.to]))
	hit.Ink.Over = role.Hit
	from := c.cutBefore(it.left, it.from, max(0, room-hit.W)*2/3)
	if w := c.Policy.Width(c.Shown(it.left[from:it.from])) + hit.W; w > room { // the word is too long to be whole
		from = it.from
	}
	before := c.Seg(ink, c.Shown(it.left[from:it.from]))
	after := c.Shown(it.left[it.to:c.cutAfter(it.left, it.to, room-before.W-hit.W)])
	return screen.Row{before, hit, c.Seg(ink, after)}
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

// cutAfter returns the byte up to which s is shown behind byte at in room cells.
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
