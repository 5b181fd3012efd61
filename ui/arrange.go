package ui

// A focus names the pane that keys go to.
type focus uint8

// The panes, from left to right.
const (
	onList focus = iota
	onText
	onOutline
	panes
)

// The smallest window that is drawn, and the widths at which panes appear.
const (
	minWidth, minHeight = 20, 6
	twoPanes            = 80
	threePanes          = 120
)

// What the widths of panes start from and keep to, in cells.
const (
	listWidth, outlineWidth = 30, 28
	minSide, maxSide        = 16, 60
	minText                 = 30
	readingText             = 60 // less than this the list leaves to a text that is read
)

// What two texts need: so many cells each side by side, in windows as wide as
// besideWidth; in others they stand one below the other, in so many rows each, the
// title's counted.
const (
	leastBeside = 40
	besideWidth = 100
	leastBelow  = 7
)

// An arrangement is where each pane stands; it is derived from a wish and the size of
// the window, and is comparable with ==.
type arrangement struct {
	w, h  int
	pane  [panes]span
	texts [2]area // what two texts have of pane[onText]; zero where one is shown
}

// An area is columns and rows of the screen, the row of a title counted.
type area struct{ x, y, w, h int }

// twoTexts reports whether two texts are shown.
func (a arrangement) twoTexts() bool { return a.texts[0].w > 0 }

// A span is columns of the screen, none where w is 0.
type span struct{ x, w int }

// A wish is what the user chose about the arrangement, and what there is to show.
type wish struct {
	focus       focus
	side        focus // the side pane that is shown where there is room for one
	textOnly    bool
	reading     bool // the text is read: a list that leaves it little room gives way
	noList      bool // there is nothing to choose from
	noOutline   bool // it was closed, or there are no headings
	contents    bool // they were asked for
	list, other int  // cells more or less for list and outline
}

// arrange gives each pane its columns in a window of w × h cells, one column
// between neighbours for the rule. The pane with the focus always has some.
func arrange(w, h int, want wish) arrangement {
	a := arrangement{w: w, h: h}
	hasList, hasOutline := !want.noList || want.focus == onList, !want.noOutline || want.focus == onOutline
	switch {
	case want.textOnly || w < twoPanes:
		a.pane[want.focus] = span{0, w}
		return a
	case w >= threePanes:
	case want.focus == onList || want.focus == onOutline:
		hasList, hasOutline = want.focus == onList, want.focus == onOutline
	case hasList && hasOutline:
		hasList = want.side != onOutline
		hasOutline = !hasList
	}
	list, outline := 0, 0 // columns, the rule counted
	if hasList {
		list = side(listWidth+want.list) + 1
	}
	if hasOutline {
		outline = side(outlineWidth+want.other) + 1
	}
	if over := max(0, list+outline+minText-w); hasList && hasOutline {
		list -= over / 2
		outline -= over - over/2
	} else if hasList {
		list -= over
	} else if hasOutline {
		outline -= over
	}
	if want.reading && w < threePanes && want.focus == onText && w-list < readingText {
		list = 0
	}
	a.pane[onText] = span{list, w - list - outline}
	if list > 0 {
		a.pane[onList] = span{0, list - 1}
	}
	if outline > 0 {
		a.pane[onOutline] = span{w - outline + 1, outline - 1}
	}
	return a
}

// arrangePair is [arrange] for two texts. Side by side they take the place of a side
// pane that has not the focus, the list first, where they need it. Where there is no
// room for two, one is shown.
func arrangePair(w, h int, want wish) arrangement {
	if w < besideWidth {
		a := arrange(w, h, want)
		if t, rows := a.pane[onText], h-1; t.w > 0 && rows >= 2*leastBelow {
			a.texts = [2]area{{t.x, 0, t.w, rows / 2}, {t.x, rows / 2, t.w, rows - rows/2}}
		}
		return a
	}
	least := want
	for _, leave := range []struct{ list, outline bool }{{}, {list: true}, {outline: true}, {true, true}} {
		least.noList, least.noOutline = want.noList || leave.list, want.noOutline || leave.outline
		a := arrange(w, h, least)
		if t := a.pane[onText]; t.w > 2*leastBeside {
			left := (t.w - 1) / 2
			a.texts = [2]area{{t.x, 0, left, h - 1}, {t.x + left + 1, 0, t.w - left - 1, h - 1}}
			return a
		}
	}
	return arrange(w, h, want)
}

func side(w int) int { return min(max(w, minSide), maxSide) }

// at returns the pane that column x belongs to, and whether one does.
func (a arrangement) at(x int) (focus, bool) {
	for i, s := range a.pane {
		if s.w > 0 && s.x <= x && x < s.x+s.w {
			return focus(i), true
		}
	}
	return 0, false
}

// active returns the area of the first or the second of two texts.
func (a arrangement) active(second bool) area {
	if second {
		return a.texts[1]
	}
	return a.texts[0]
}

// text returns which of two texts cell x, y belongs to, and whether to one.
func (a arrangement) text(x, y int) (second, ok bool) {
	for k, t := range a.texts {
		if t.x <= x && x < t.x+t.w && t.y <= y && y < t.y+t.h {
			return k == 1, true
		}
	}
	return false, false
}

// body returns the rows a pane has below its title and above the status.
func (a arrangement) body() int { return max(0, a.h-2) }
