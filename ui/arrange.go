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
)

// An arrangement is where each pane stands; it is derived from what follows
// and compared like a number.
type arrangement struct {
	w, h int
	pane [panes]span
}

// A span is columns of the screen, none where w is 0.
type span struct{ x, w int }

// A wish is what the reader asked of the arrangement.
type wish struct {
	focus       focus
	side        focus // the side pane that is shown where there is room for one
	textOnly    bool
	noList      bool // there is nothing to choose from
	noOutline   bool
	list, other int // cells more or less for list and outline
}

// arrange gives each pane its columns in a window of w × h cells, one column
// between neighbours for the rule.
func arrange(w, h int, want wish) arrangement {
	a := arrangement{w: w, h: h}
	list, outline := side(listWidth+want.list), side(outlineWidth+want.other)
	switch {
	case want.textOnly:
		a.pane[want.focus] = span{0, w}
	case w >= threePanes && !want.noOutline && !(want.noList && want.focus != onList):
		over := max(0, list+outline+2+minText-w)
		list -= over / 2
		outline -= over - over/2
		a.pane[onList] = span{0, list}
		a.pane[onText] = span{list + 1, w - list - outline - 2}
		a.pane[onOutline] = span{w - outline, outline}
	case w >= twoPanes && want.focus == onText && want.noList && want.noOutline:
		a.pane[onText] = span{0, w}
	case w >= twoPanes && (want.side == onList && (!want.noList || want.focus == onList) || want.noOutline && want.focus != onOutline):
		list = min(list, w-1-minText)
		a.pane[onList] = span{0, list}
		a.pane[onText] = span{list + 1, w - list - 1}
	case w >= twoPanes && !(want.noOutline && want.focus == onText):
		outline = min(outline, w-1-minText)
		a.pane[onText] = span{0, w - outline - 1}
		a.pane[onOutline] = span{w - outline, outline}
	default:
		a.pane[want.focus] = span{0, w}
	}
	return a
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

// body returns the rows a pane has below its title and above the status.
func (a arrangement) body() int { return max(0, a.h-2) }
