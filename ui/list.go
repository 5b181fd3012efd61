package ui

import (
	"fmt"
	"slices"
	"strings"

	"juan/model"
	"juan/ui/role"
	"juan/ui/words"
)

// articleRows is how many rows an article takes in the list.
const articleRows = 2

// A listPane shows the articles that the shelf lets through, two rows each.
type listPane struct{ words words.Words }

func (l listPane) move(r *model.Reading, c canvas, m motion) {
	if all := r.Listed(); len(all) > 0 {
		i := l.cursor(r) + m.step(max(1, c.h/articleRows))
		r.Open(all[min(max(i, 0), len(all)-1)].ID)
	}
}

func (l listPane) click(r *model.Reading, c canvas, y int) {
	all := r.Listed()
	if i := l.top(r, c) + y/articleRows; i < len(all) {
		r.Open(all[i].ID)
	}
}

// cursor returns the index of the open article in the list, 0 where it is not
// in it.
func (l listPane) cursor(r *model.Reading) int {
	id := r.At().ID
	return max(0, slices.IndexFunc(r.Listed(), func(a *model.Article) bool { return a.ID == id }))
}

func (l listPane) top(r *model.Reading, c canvas) int {
	return window(len(r.Listed()), l.cursor(r), max(1, c.h/articleRows))
}

func (l listPane) draw(r *model.Reading, c canvas) []row {
	all := r.Listed()
	var out []row
	for i := l.top(r, c); i < len(all) && len(out) < c.h; i++ {
		a := all[i]
		sign, title, ink := " ", role.Row, role.RowDim
		if a.ID == r.At().ID {
			sign, title = c.glyphs.cursor, role.RowSelected
			if c.focused {
				title, ink = role.RowCursor, role.RowCursor
			}
		}
		out = append(out, c.say(title, sign+a.Title))
		out = append(out, c.say(ink, sign+l.about(r, a, c)))
	}
	return c.fill(out)
}

// about returns the second row of an article: hits under a filter, else its
// size, how long it takes, and how far it was read.
func (l listPane) about(r *model.Reading, a *model.Article, c canvas) string {
	var s []string
	if !r.Shelf.Query.Empty() {
		s = append(s, l.words.Say("list.hits", r.Shelf.Hits(a.ID)))
	}
	s = append(s, l.words.Say("list.chars", l.words.Count(a.Chars)), l.words.Say("list.minutes", a.Minutes()))
	if share := r.Progress(a); share > 0 {
		s = append(s, fmt.Sprintf("%d%%", share))
	}
	sep := c.glyphs.dot
	if sep == " " {
		sep = "  "
	}
	return strings.Join(s, sep)
}
