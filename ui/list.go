package ui

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"juan/model"
	"juan/ui/role"
	"juan/ui/screen"
	"juan/ui/theme"
	"juan/ui/words"
)

// articleRows is how many rows an article takes in the list.
const articleRows = 2

// A listPane shows the articles that the filter lets through, two rows each,
// under the name of their group where they have one and there is no filter.
type listPane struct {
	words  words.Words
	offers func() string     // what would be found where no article is, "" for nothing
	of     model.ListVersion // the list that groups is of
	groups []int             // the articles that begin a group which has a name, by their place in the list
	quoted int               // the article that is shown with words of its text, by its place in the list; -1 for none
}

// The rows of an article: its title and its facts; before them the name of a group that
// begins with it, after them words of its text around hits.
const (
	groupName = iota - 1
	titlePart
	aboutPart
	quotePart
)

// see brings the groups up to date, and which article is shown with the words
// that the filter found best in it: the selected one, if its text has any.
func (l *listPane) see(r *model.Reading, all model.List) {
	l.quoted = -1
	if i, in := r.Cursor(); in && r.Counts().Hits(&r.Corpus, all.At(i)) > 0 {
		l.quoted = i
	}
	if l.of == all.Version() {
		return
	}
	l.of, l.groups = all.Version(), l.groups[:0]
	if all.Order() != model.AsGiven || !r.Filtered().Empty() {
		return // groups do not stand together: under a filter rank comes before group
	}
	group := ""
	for i := range all.Len() {
		if g := all.At(i).Group; g != group {
			group = g
			l.groups = append(l.groups, i)
		}
	}
}

// rowOf returns the row where article i begins, its group's name left out.
func (l *listPane) rowOf(i int) int {
	names := sort.SearchInts(l.groups, i+1)
	row := articleRows*i + names
	if 0 <= l.quoted && l.quoted < i {
		row++
	}
	return row
}

// height returns how many rows article i takes.
func (l *listPane) height(i int) int {
	if i == l.quoted {
		return articleRows + 1
	}
	return articleRows
}

// at returns what stands in a row: an article and a part of it.
func (l *listPane) at(row, n int) (article, part int) {
	i := sort.Search(n, func(i int) bool { return l.rowOf(i) > row }) - 1
	if i < 0 || row >= l.rowOf(i)+l.height(i) {
		return i + 1, groupName
	}
	return i, row - l.rowOf(i)
}

// rows returns how many rows the list has.
func (l *listPane) rows(n int) int {
	rows := articleRows*n + len(l.groups)
	if l.quoted >= 0 {
		rows++
	}
	return rows
}

func (l *listPane) move(r *model.Reading, c canvas, m motion) bool {
	all, from := r.Listed(), r.At().Key
	if all.Len() == 0 {
		return false
	}
	i, in := r.Cursor()
	step := m.step(max(1, c.H/articleRows))
	if !in && step > 0 {
		step-- // the open article is not listed: the one in its place comes first
	}
	r.Open(all.At(min(max(i+step, 0), all.Len()-1)).Key)
	return r.At().Key != from
}

// click selects the article in row y, and reports whether it was selected
// already.
func (l *listPane) click(r *model.Reading, c canvas, y int) (already bool) {
	all := r.Listed()
	l.see(r, all)
	row := l.top(r, c) + y
	if row >= l.rows(all.Len()) {
		return false
	}
	i, part := l.at(row, all.Len())
	if part == groupName {
		return false
	}
	key := all.At(i).Key
	already = key == r.At().Key
	r.Open(key)
	return already
}

// top returns the first row to show, so that the open article is seen.
func (l *listPane) top(r *model.Reading, c canvas) int {
	i, _ := r.Cursor()
	return window(l.rows(r.Listed().Len()), l.rowOf(i), c.H)
}

func (l *listPane) draw(r *model.Reading, c canvas) []screen.Row {
	all := r.Listed()
	l.see(r, all)
	var out []screen.Row
	for y := l.top(r, c); y < l.rows(all.Len()) && len(out) < c.H; y++ {
		i, part := l.at(y, all.Len())
		out = append(out, l.row(r, c, all, i, part))
	}
	if all.Len() == 0 && !r.Filtered().Empty() && r.Counts().Share(&r.Corpus) == 100 {
		out = append(out, c.Say(role.RowDim, " "+cmp.Or(l.offers(), l.words.Say("list.none"))))
	}
	return c.Fill(out)
}

// row draws a part of an article: its group, its title, or what there is to
// know about it.
func (l *listPane) row(r *model.Reading, c canvas, all model.List, i, part int) screen.Row {
	a := all.At(i)
	sign, title, about := " ", role.Row, role.RowDim
	if a.Key == r.At().Key {
		sign, title = c.Glyphs.Cursor, role.RowSelected
		if c.focused {
			title, about = role.RowCursor, role.RowCursor
		}
	}
	switch part {
	case groupName:
		return c.Say(role.PaneTitle, a.Group+"/")
	case titlePart:
		return l.beside(c, sign, title, title, item{left: a.Title, lit: r.Filtered().InTitle(c.Head(a.Title)), same: shared(all, i), title: true})
	case quotePart:
		return l.beside(c, sign, title, about, l.quote(r, a))
	}
	if sign == " " {
		sign = progressSign(c, r.Progress(a))
		title = about
	}
	room := c
	room.W -= c.Policy.Width(sign) + 1
	return l.beside(c, sign, title, about, item{left: l.about(r, a, room)})
}

// progressSign is the sign before an article that was begun, or read to its end.
func progressSign(c canvas, share int) string {
	switch {
	case share == 100:
		return c.Glyphs.Read
	case share > 0:
		return c.Glyphs.Begun
	}
	return " "
}

// beside draws words after the sign of an article, which has one colour in all its
// rows, and ends with a blank, so that the words do not touch the rule between panes.
func (l *listPane) beside(c canvas, sign string, bar, ink role.Role, it item) screen.Row {
	row := screen.Row{c.Seg(bar, sign)}
	c.W -= row.Width()
	return append(row, c.around(it, ink, max(1, c.W-1)).Pad(c.W, c.Policy, theme.Ink{Role: ink})...)
}

// quote returns the words around the best hit of the open article, nothing
// until it was searched.
func (l *listPane) quote(r *model.Reading, a *model.Entry) item {
	h, ok := r.BestHit()
	if !ok || r.Article().Key != a.Key || !r.Query().Same(r.Filtered()) {
		return item{}
	}
	it := hitItem(model.Match{Article: r.Article(), From: h.From(), To: h.To()}, "")
	return item{left: it.left, lit: it.lit}
}

// about returns the second row of an article: hits under a filter, its month, its
// size, how long it takes, how far it was read, and that it was changed since. Where
// they do not all fit, the time is left out, then the month.
func (l *listPane) about(r *model.Reading, a *model.Entry, c canvas) string {
	var found, month, size, time, read, altered string
	if !r.Filtered().Empty() {
		found = foundIn(l.words, r.Counts(), &r.Corpus, a)
	}
	if day := a.Day(); !day.IsZero() {
		month = day.Format("2006-01")
	}
	if a.Partial {
		size = l.words.Say("list.partial")
	} else {
		size, time = l.words.Say("list.chars", l.words.Count(a.Chars)), l.words.Duration("list", model.MinutesAt(c.pace, a.Effort(a.Chars)))
	}
	if share := r.Progress(a); share > 0 {
		read = l.words.Say("list.read", share)
	}
	sep := c.Glyphs.Dot
	if sep == " " {
		sep = "  "
	}
	if r.Altered(a) {
		altered = l.words.Say("list.altered")
	}
	line := joined(sep, found, month, size, time, read, altered)
	for _, fact := range []*string{&time, &month, &size} {
		if c.Policy.Width(c.Shown(line)) <= c.W {
			break
		}
		*fact = ""
		line = joined(sep, found, month, size, time, read, altered)
	}
	return line
}

// joined puts sep between those facts that there are.
func joined(sep string, facts ...string) string {
	return strings.Join(slices.DeleteFunc(facts, func(f string) bool { return f == "" }), sep)
}
