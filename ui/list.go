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

// A listPane shows the articles that the shelf lets through, two rows each,
// under the name of their group where they have one.
type listPane struct {
	words words.Words
	of    []*model.Article // the list that made is of
	made  []listRow
}

// A listRow is a row of the list.
type listRow struct {
	article int // index in what is listed
	part    int // of the article: groupName, 0 or 1
}

// groupName is the part of the row that names the group of what follows.
const groupName = -1

// rows returns the rows of the list, kept until the list is another, and the
// index of the open article's first.
func (l *listPane) rows(r *model.Reading) (rows []listRow, cursor int) {
	all := r.Listed()
	if len(all) != len(l.of) || len(all) > 0 && &all[0] != &l.of[0] {
		l.of, l.made = all, make([]listRow, 0, articleRows*len(all))
		group := ""
		for i, a := range all {
			if a.Group != group {
				group = a.Group
				l.made = append(l.made, listRow{i, groupName})
			}
			l.made = append(l.made, listRow{i, 0}, listRow{i, 1})
		}
	}
	at := l.cursor(r)
	cursor = articleRows * at // and the names of groups before it
	for cursor < len(l.made) && l.made[cursor] != (listRow{at, 0}) {
		cursor++
	}
	return l.made, cursor
}

func (l *listPane) move(r *model.Reading, c canvas, m motion) {
	if all := r.Listed(); len(all) > 0 {
		i := l.cursor(r) + m.step(max(1, c.h/articleRows))
		r.Open(all[min(max(i, 0), len(all)-1)].ID)
	}
}

func (l *listPane) click(r *model.Reading, c canvas, y int) {
	rows, cursor := l.rows(r)
	if i := window(len(rows), cursor, c.h) + y; i < len(rows) {
		r.Open(r.Listed()[rows[i].article].ID)
	}
}

// cursor returns the index of the open article in the list, 0 where it is not
// in it.
func (l *listPane) cursor(r *model.Reading) int {
	id := r.At().ID
	return max(0, slices.IndexFunc(r.Listed(), func(a *model.Article) bool { return a.ID == id }))
}

func (l *listPane) draw(r *model.Reading, c canvas) []row {
	all := r.Listed()
	rows, cursor := l.rows(r)
	var out []row
	for i := window(len(rows), cursor, c.h); i < len(rows) && len(out) < c.h; i++ {
		out = append(out, l.row(r, c, all[rows[i].article], rows[i].part))
	}
	if len(all) == 0 && !r.Shelf.Query.Empty() {
		out = append(out, c.say(role.RowDim, " "+l.words.Say("list.none")))
	}
	return c.fill(out)
}

// row draws a part of an article: its group, its title, or what there is to
// know about it.
func (l *listPane) row(r *model.Reading, c canvas, a *model.Article, part int) row {
	sign, title, about := " ", role.Row, role.RowDim
	if a.ID == r.At().ID {
		sign, title = c.glyphs.cursor, role.RowSelected
		if c.focused {
			title, about = role.RowCursor, role.RowCursor
		}
	}
	switch part {
	case groupName:
		return c.say(role.PaneTitle, a.Group+"/")
	case 0:
		return c.say(title, sign+a.Title)
	}
	return c.say(about, sign+l.about(r, a, c))
}

// about returns the second row of an article: hits under a filter, else its
// size, how long it takes, and how far it was read.
func (l *listPane) about(r *model.Reading, a *model.Article, c canvas) string {
	var s []string
	if !r.Shelf.Query.Empty() {
		s = append(s, l.words.Say("list.hits", r.Shelf.Hits(a.ID)))
	}
	s = append(s, l.words.Say("list.chars", l.words.Count(a.Chars)), l.words.Duration("list", a.Minutes()))
	if share := r.Progress(a); share > 0 {
		s = append(s, fmt.Sprintf("%d%%", share))
	}
	sep := c.glyphs.dot
	if sep == " " {
		sep = "  "
	}
	return strings.Join(s, sep)
}
