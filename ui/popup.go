package ui

import (
	"image"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/screen"
)

// A popup is a list over the panes: headings to jump to, commands, keys, hits.
// With a prompt it is narrowed as one types.
type popup struct {
	title   string
	prompt  *prompt // nil: the list is only looked at
	items   rows
	over    func(i int) int // the heading that item i stands under, nil where there are none
	cursor  int
	choose  func(item) tea.Cmd // nil: nothing can be chosen
	preview func(item)         // tries the item under the cursor, nil for nothing
	cancel  func()             // nothing was chosen, nil for nothing
	gone    func()             // it is no longer shown, whether or not something was chosen; nil for nothing
	wide    bool               // it is as wide as the screen, and may be as tall except for the status line
	paged   bool               // it is turned by whole pages
	room    int                // rows that it takes whatever its items are, 0 for as many as they need
	empty   string             // what is said where there are no items
	in      scope              // which commands it has beside those of all popups
	// status returns, for each frame, the tally at the end of the prompt and the words
	// shown where there are no items; nil where neither changes.
	status func() (tally, empty string)
}

// Rows are what a popup lists: there may be millions, so only those on screen
// are made.
type rows interface {
	Len() int
	At(i int) item
}

// Items are rows that were made beforehand.
type items []item

// Len returns the number of items.
func (s items) Len() int { return len(s) }

// At returns item i.
func (s items) At(i int) item { return s[i] }

func (p *popup) len() int {
	if p.items == nil {
		return 0
	}
	return p.items.Len()
}

// An item is a row of a popup.
type item struct {
	lead        string // stands before left, dim
	left, right string
	lit         []model.Stretch // of left, in order
	same        int             // of a title: bytes that a neighbour begins with too
	title       bool            // it is the title of an article
	under       bool            // it stands under such a one
	dim         bool            // it cannot be chosen now; right says why
	do          func() tea.Cmd
	row         screen.Row // what stands there in the place of all that, nil for nothing
}

// newPicker returns a popup whose items are those that all gives for what is
// typed.
func newPicker(title, label string, all func(model.Query) items) *popup {
	p := &popup{title: title, prompt: newPrompt(label)}
	if all != nil {
		p.items = all(model.Query{})
	}
	p.prompt.change = func(text string) tea.Cmd {
		p.items, p.cursor = all(model.NewQuery(text)), 0
		return nil
	}
	p.choose = func(i item) tea.Cmd { return i.do() }
	return p
}

// size returns the cells and rows that the popup takes of a w × h screen, its
// border with it: no more rows than it has something to show in.
func (p *popup) size(w, h int) (int, int) {
	if !p.wide {
		w = min(w, max(40, min(w*3/4, 90)))
	}
	if p.paged { // its items are laid out by its size
		return w, p.tallest(h)
	}
	rows := max(p.len(), 1) + 2 // where there are no items, what is said of that
	if p.prompt != nil {
		if rows++; p.prompt.said() != "" {
			rows++
		}
	}
	return w, min(max(rows, p.room), p.tallest(h))
}

// tallest returns how many rows of a screen of h the popup takes at most.
func (p *popup) tallest(h int) int {
	if p.prompt != nil && !p.wide {
		return min(max(h*2/3, 6), h-1)
	}
	return h - 1
}

// corner returns the cell of the screen in the upper left of the popup. One that grows
// and shrinks as one types keeps its upper edge, and so the place of its prompt.
func (p *popup) corner(c canvas) (left, top int) {
	w, h := p.size(c.W, c.H)
	if p.prompt != nil {
		h = p.tallest(c.H)
	}
	return (c.W - w) / 2, (c.H - h) / 2
}

// body returns the canvas of the rows that items stand on.
func (p *popup) body(c canvas) canvas {
	w, h := p.size(c.W, c.H)
	c.W, c.H = max(1, w-4), max(0, h-2)
	if p.prompt != nil {
		c.H = max(0, c.H-1)
		if p.prompt.said() != "" {
			c.H = max(0, c.H-1)
		}
	}
	return c
}

// origin returns the cell of the screen where the rows of items begin.
func (p *popup) origin(c canvas) image.Point {
	_, h := p.size(c.W, c.H)
	left, top := p.corner(c)
	return image.Pt(left+2, top+h-1-p.body(c).H)
}

func (p *popup) open(*App) bool { return true }

func (p *popup) close(*App) tea.Cmd {
	if p.cancel != nil {
		p.cancel()
	}
	if p.gone != nil {
		p.gone()
	}
	return nil
}

func (p *popup) scope(*App) scope {
	if p.prompt != nil {
		return inPrompt | hintPopup | p.in
	}
	return inPopup | hintPopup | p.in
}

func (p *popup) typing() *prompt { return p.prompt }

func (p *popup) barren(a *App) string {
	w := a.opt.Words
	switch {
	case p.choose == nil:
		return a.withKeys(w.Say("status.onlyseen"), "close")
	case p.cursor < p.len():
		return ""
	case p.prompt != nil && p.prompt.text() == "":
		return w.Say("status.notyped")
	}
	return w.Say("status.nochoice")
}

// enter chooses what is under the cursor.
func (p *popup) enter(a *App) tea.Cmd {
	chosen := p.items.At(p.cursor)
	a.drop(p)
	cmd := p.choose(chosen)
	if p.gone != nil {
		p.gone()
	}
	return cmd
}

// click chooses the item under the mouse; beside the popup it closes it.
func (p *popup) click(a *App, m tea.Mouse) tea.Cmd {
	i, inside := p.at(a.screen(), m.X, m.Y)
	switch {
	case !inside:
		return a.close()
	case i >= 0 && p.choose != nil:
		p.cursor = i
		return p.enter(a)
	}
	return nil
}

func (p *popup) wheel(a *App, _ tea.Mouse, n int) { p.step(a, motion{lines, n}) }

func (p *popup) move(a *App, m motion) bool {
	if p.prompt != nil && p.cursor == 0 && (m.n < 0 || p.len() < 2) && p.prompt.recalls(m) {
		return true
	}
	return p.step(a, m)
}

// step moves the cursor, or what is looked at, and reports whether it led
// anywhere.
func (p *popup) step(a *App, m motion) bool {
	from := p.cursor
	body := p.body(a.screen())
	if p.paged {
		return p.turn(m.n, max(1, body.H))
	}
	last := p.len() - 1
	if p.choose == nil { // looked at: the cursor is the row on top
		last = p.len() - body.H
	}
	p.cursor = max(0, min(p.cursor+m.step(body.H), last))
	if p.preview != nil && p.cursor < p.len() {
		p.preview(p.items.At(p.cursor))
	}
	return p.cursor != from
}

// turn goes n pages of h rows on, and reports whether there were any.
func (p *popup) turn(n, h int) bool {
	from := p.cursor / h
	to := max(0, min(from+n, (p.len()-1)/h))
	p.cursor = to * h
	return to != from
}

// shown returns the item in row y: on top the heading stays under which the first
// ones stand.
func (p *popup) shown(body canvas, y int) int {
	i := p.top(body) + y
	if y == 0 && p.over != nil && i < min(p.cursor, p.len()) {
		return p.over(i)
	}
	return i
}

// top returns the first item on screen.
func (p *popup) top(body canvas) int {
	if h := max(1, body.H); p.paged {
		return min(p.cursor, max(0, p.len()-1)) / h * h
	}
	if p.choose == nil {
		return p.cursor
	}
	return window(p.len(), p.cursor, body.H)
}

// at returns the item at a cell of the screen, -1 for none, and whether the
// cell is the popup's.
func (p *popup) at(c canvas, x, y int) (i int, inside bool) {
	w, h := p.size(c.W, c.H)
	left, top := p.corner(c)
	x, y = x-left, y-top
	body := p.body(c)
	row := y - (h - 1 - body.H)
	if i = p.shown(body, row); row < 0 || row >= body.H || i >= p.len() {
		i = -1
	}
	return i, x >= 0 && x < w && y >= 0 && y < h
}
