package ui

import (
	"slices"
	"sort"

	"juan/model"
	"juan/ui/words"
)

// front is the row for the text before the first heading; it has one where it
// is longer than frontChars. An outline of more than longOutline headings opens
// with only its upper levels.
const (
	front       = -1
	frontChars  = 200
	longOutline = 40
)

// An outlinePane shows the headings of the open article as a tree.
type outlinePane struct {
	words   words.Words
	query   model.Query // only headings it matches are shown
	folded  map[fold]bool
	altered int // how often that was changed
	// Where the reader went in this pane while it had the focus. It counts only
	// for the article it was made in; else the cursor is where the text is.
	cursor  int
	article *model.Article

	seen seenOutline
}

// A seenOutline is the rows that were made last, and what they follow from.
type seenOutline struct {
	of    *model.Article
	query model.Query
	folds int // how often sections had been hidden or shown
	rows  []int
}

// A fold is a section whose sub-sections the reader hid or showed.
type fold struct {
	article string
	section int
}

// count returns how many headings are shown, folded ones too.
func (o *outlinePane) count(a *model.Article) int {
	n := 0
	if a != nil {
		for _, s := range a.Outline {
			if o.query.Empty() || o.query.Matches(s.Text()) {
				n++
			}
		}
	}
	return n
}

// empty reports whether no heading is shown.
func (o *outlinePane) empty(a *model.Article) bool {
	return a == nil || !slices.ContainsFunc(a.Outline, func(s model.Section) bool {
		return o.query.Empty() || o.query.Matches(s.Text())
	})
}

// emptySays returns the message for contents without a row: there is no heading, or
// none matches the filter.
func (o *outlinePane) emptySays() string {
	if o.query.Empty() {
		return "status.noheads"
	}
	return "outline.none"
}

// leave forgets the cursor, so that it is again where the text is.
func (o *outlinePane) leave() { o.article = nil }

// rows returns the sections that are to be seen, in order and front first where it is.
// They are made anew where they are others: there may be a hundred thousand.
func (o *outlinePane) rows(a *model.Article) []int {
	if a == nil {
		return nil
	}
	if s := &o.seen; s.of != a || s.folds != o.altered || !s.query.Same(o.query) {
		*s = seenOutline{a, o.query, o.altered, o.unfolded(a)}
	}
	return o.seen.rows
}

func (o *outlinePane) unfolded(a *model.Article) []int {
	out := make([]int, 0, min(len(a.Outline)+1, 256))
	if len(a.Outline) > 0 && o.query.Empty() && a.CharsBefore(a.Outline[0].Start) > frontChars {
		out = append(out, front)
	}
	for i := 0; i < len(a.Outline); {
		if o.query.Empty() || o.query.Matches(a.Outline[i].Text()) {
			out = append(out, i)
		}
		if o.query.Empty() && o.isFolded(a, i) {
			i = a.Outline.Next(i)
		} else {
			i++
		}
	}
	return out
}

// isFolded reports whether the sections inside section i are hidden: run-in
// headings are at first, and in a long outline all below the second level.
func (o *outlinePane) isFolded(a *model.Article, i int) bool {
	if f, ok := o.folded[fold{a.Key, i}]; ok {
		return f
	}
	return parent(a.Outline, i) && (a.Outline[i+1].Kind == model.RunIn ||
		a.Outline[i].Level > 1 && len(a.Outline) > longOutline)
}

// parent reports whether section i has sections inside it.
func parent(o model.Outline, i int) bool {
	return i >= 0 && i+1 < len(o) && o[i+1].Level > o[i].Level
}

// setFold hides or shows the subsections of the section under the cursor. Folding one
// without visible subsections goes to the section around it. It reports whether
// anything changed.
func (o *outlinePane) setFold(r *model.Reading, hide bool) bool {
	a := r.Article()
	rows := o.rows(a)
	if len(rows) == 0 || !o.query.Empty() { // what a filter finds is not folded
		return false
	}
	i := rows[o.at(r, rows)]
	if hide && i >= 0 && (!parent(a.Outline, i) || o.isFolded(a, i)) {
		up := a.Outline.Parent(i)
		if up >= 0 {
			o.cursor, o.article = up, a
		}
		return up >= 0
	}
	if !parent(a.Outline, i) || !hide && !o.isFolded(a, i) {
		return false
	}
	o.setFolded(fold{a.Key, i}, hide)
	return true
}

func (o *outlinePane) setFolded(f fold, hide bool) {
	if o.folded == nil {
		o.folded = make(map[fold]bool)
	}
	o.folded[f] = hide
	o.altered++
}

// section returns the section under the cursor, and whether there is one.
func (o *outlinePane) section(r *model.Reading) (int, bool) {
	rows := o.rows(r.Article())
	if len(rows) == 0 {
		return 0, false
	}
	return rows[o.at(r, rows)], true
}

// at returns the index in rows of the cursor.
func (o *outlinePane) at(r *model.Reading, rows []int) int {
	want := r.Section()
	if o.article == r.Article() && o.article != nil {
		want = o.cursor
	}
	return max(0, nearest(rows, want))
}

// nearest returns the index of the last of rows that is not after section i,
// -1 where all are.
func nearest(rows []int, i int) int {
	return sort.SearchInts(rows, i+1) - 1
}

// place returns where a section starts.
func place(a *model.Article, section int) model.Pos {
	if section < 0 {
		return model.Pos{}
	}
	return a.Outline[section].Start
}

func (o *outlinePane) move(r *model.Reading, c canvas, m motion) bool {
	rows := o.rows(r.Article())
	if len(rows) == 0 {
		return false
	}
	from := o.at(r, rows)
	to := min(max(from+m.step(c.H), 0), len(rows)-1)
	o.cursor, o.article = rows[to], r.Article()
	return to != from
}

// click selects the section in row y, or hides or shows what is inside it where
// cell x is its sign. It reports whether a section was selected.
func (o *outlinePane) click(r *model.Reading, c canvas, x, y int) bool {
	rows := o.rows(r.Article())
	i := window(len(rows), o.shown(r, c, rows), c.H) + y
	if i >= len(rows) {
		return false
	}
	section := rows[i]
	o.cursor, o.article = section, r.Article()
	if in := o.indent(r.Article(), section, c); o.query.Empty() && parent(r.Article().Outline, section) && (x == in || x == in+1) {
		o.setFold(r, !o.isFolded(r.Article(), section))
		return false
	}
	return true
}

// shown returns the index in rows of the row to keep in view.
func (o *outlinePane) shown(r *model.Reading, c canvas, rows []int) int {
	if !c.focused {
		return max(0, nearest(rows, r.Section()))
	}
	return o.at(r, rows)
}
