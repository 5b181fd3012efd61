package ui

import (
	"strings"

	"juan/model"
)

// clauseMarks end the first clause of a title.
const clauseMarks = "，,；;：:。"

// headline returns a section in at most room cells of a row, where room is enough for
// its number: number and title whole where they fit; else up to the first clause mark,
// where that fills at least half of the room (Hello alone would not identify Hello,
// World!); else cut. Only the title is cut.
func (c canvas) headline(s model.Section, room int) string {
	number, title := c.Shown(s.Number), c.Shown(s.Title)
	if !s.Certain {
		title += c.Policy.Ellipsis()
	}
	if whole := number + title; c.Policy.Width(whole) <= room {
		return whole
	}
	if i := strings.IndexAny(title, clauseMarks); i > 0 {
		if first := number + title[:i]; 2*c.Policy.Width(first) >= room && c.Policy.Width(first) <= room {
			return first
		}
	}
	return number + strings.TrimRight(c.Fit(title, room-c.Policy.Width(number)), " ")
}

// brief returns a heading up to its first clause mark; more is the sign that its end is
// uncertain.
func brief(s model.Section, more string) string {
	title := s.Title
	if i := strings.IndexAny(title, clauseMarks); i > 0 {
		title = title[:i]
	}
	if !s.Certain {
		title += more
	}
	return s.Number + title
}
