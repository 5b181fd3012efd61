package ui

import (
	"slices"
	"strings"

	"juan/model"
	"juan/ui/role"
	"juan/ui/screen"
)

// here returns the index in rows of the section that is read, or of the one
// around it; -1 where neither is shown.
func (o *outlinePane) here(r *model.Reading, rows []int) int {
	i, outline := r.Section(), r.Article().Outline
	for {
		if at, shown := slices.BinarySearch(rows, i); shown {
			return at
		} else if i < 0 {
			return -1
		}
		i = outline.Parent(i)
	}
}

func (o *outlinePane) draw(r *model.Reading, c canvas) []screen.Row {
	a := r.Article()
	rows := o.rows(a)
	if len(rows) == 0 {
		text := o.words.Say(o.emptySays())
		if a == nil {
			text = c.nothing
		}
		return c.Fill([]screen.Row{c.Say(role.RowDim, " "+text)})
	}
	at, here := o.shown(r, c, rows), o.here(r, rows)
	var out []screen.Row
	for i := window(len(rows), at, c.H); i < len(rows) && len(out) < c.H; i++ {
		out = append(out, o.row(r, c, rows[i], i == at && c.focused, i == here))
	}
	return c.Fill(out)
}

// leastHeading is how many cells of a title are worth showing beside a count.
const leastHeading = 8

// row draws a section: indent, number, title, and at the right its size, for which the
// title is shortened as long as its number and a little of it stay.
func (o *outlinePane) row(r *model.Reading, c canvas, section int, cursor, here bool) screen.Row {
	a := r.Article()
	mark := " "
	if here {
		mark = c.Glyphs.Here
	}
	tail := o.sign(r, section, c) + o.size(r, section) + mark
	room := c.W - c.Policy.Width(tail)
	if section >= 0 && room < o.indent(a, section, c)+2+c.Policy.Width(c.Shown(a.Outline[section].Number))+leastHeading {
		tail = strings.TrimRight(o.sign(r, section, c), " ") + mark
		room = c.W - c.Policy.Width(tail)
	}
	ink := role.Row
	switch {
	case cursor:
		ink = role.RowCursor
	case here:
		ink = role.RowSelected
	case section >= 0 && a.Outline[section].Kind == model.RunIn:
		ink = role.RowDim
	}
	left := c.Seg(ink, o.heading(a, section, c, room))
	dim := role.RowDim
	if cursor {
		dim = role.RowCursor
	}
	return c.Spread(screen.Row{left}, screen.Row{c.Seg(dim, tail)})
}

// heading returns the left part of a row, in at most room cells where they can hold the
// number.
func (o *outlinePane) heading(a *model.Article, section int, c canvas, room int) string {
	if section < 0 {
		return "  " + o.words.Say("section.front")
	}
	sign := " "
	if o.query.Empty() && parent(a.Outline, section) {
		sign = c.Glyphs.Open
		if o.isFolded(a, section) {
			sign = c.Glyphs.Shut
		}
	}
	indent := strings.Repeat(" ", o.indent(a, section, c))
	return indent + sign + " " + c.headline(a.Outline[section], room-len(indent)-2)
}

// indent returns the cell of the sign of a section, less than its level asks for where
// its number and a little of its title would not fit.
func (o *outlinePane) indent(a *model.Article, section int, c canvas) int {
	if section < 0 || !o.query.Empty() {
		return 0
	}
	s := a.Outline[section]
	return max(0, min(2*(s.Level-1), c.W-12, c.W-10-c.Policy.Width(c.Shown(s.Number))))
}

// size returns the right part of a row: the hits in it while there is a keyword, else
// its 字数.
func (o *outlinePane) size(r *model.Reading, section int) string {
	a := r.Article()
	if !r.Query().Empty() {
		if n := r.HitsIn(o.bounds(a, section)); n > 0 {
			return o.words.Say("outline.hits", n)
		}
		return ""
	}
	if section < 0 {
		return o.words.Count(a.CharsBefore(a.Outline[0].Start))
	}
	return o.words.Count(a.Outline[section].Chars)
}

func (o *outlinePane) bounds(a *model.Article, section int) (from, to model.Pos) {
	if section < 0 {
		return model.Pos{}, a.Outline[0].Start
	}
	s := a.Outline[section]
	if section == len(a.Outline)-1 || s.End == a.End() {
		return s.Start, model.Pos{Block: len(a.Body)}
	}
	return s.Start, s.End
}
