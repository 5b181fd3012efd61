package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"juan/ui/cell"
	"juan/ui/linebreak"
	"juan/ui/role"
	"juan/ui/screen"
	"juan/ui/theme"
)

// View draws the whole screen from the reading: exactly as many rows and cells as the
// window has.
func (a *App) View() tea.View {
	var b strings.Builder
	b.Grow(3 * max(a.w, 0) * max(a.h, 0)) // mostly Han, three bytes for two cells, and the ink
	rows, x, y := a.frame()
	for i, r := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		r.Paint(&b, a.theme)
	}
	v := tea.NewView(a.policy.Frame(b.String()))
	v.AltScreen = true
	if !a.opt.NoMouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = a.windowTitle()
	v.ProgressBar = a.progress.bar()
	if x >= 0 {
		v.Cursor = tea.NewCursor(x, y)
		v.Cursor.Shape = tea.CursorBar
	}
	return v
}

func (a *App) windowTitle() string {
	if e := a.reading.Entry(); e != nil {
		return cell.Visible(a.screen().Head(e.Title))
	}
	return "juan"
}

// frame returns the rows of the screen, which hold until the next frame, and the
// cell of the caret, -1 for none.
func (a *App) frame() (rows []screen.Row, x, y int) {
	c := a.screen()
	if a.w < minWidth || a.h < minHeight {
		return a.tooSmall(c), -1, -1
	}
	if len(a.rows) != a.h {
		a.rows = make([]screen.Row, a.h)
	}
	rows = make([]screen.Row, a.h)
	for y := range rows {
		rows[y] = a.rows[y][:0]
	}
	x, y = base{}.draw(a, rows, c)
	copy(a.rows, rows[:a.h-1]) // grown; the last is not appended to
	for _, l := range a.layers {
		if s, ok := l.(surface); ok {
			x, y = s.draw(a, rows, c)
		}
	}
	return rows, x, y
}

// tooSmall returns the screen of a window in which nothing can be read.
func (a *App) tooSmall(c canvas) []screen.Row {
	if a.h < 1 || a.w < 1 {
		return nil
	}
	var out []screen.Row
	text := a.opt.Words.Say("status.small")
	for _, l := range linebreak.Fill(nil, text, c.W, c.W, c.Policy, linebreak.Options{}) {
		out = append(out, c.Say(role.Status, text[l.From:l.To]))
	}
	return c.Fill(out)
}

// arrangement derives where the panes stand.
func (a *App) arrangement() arrangement {
	if a.pair.kept != nil {
		return *a.pair.kept
	}
	return a.arrange(a.wish)
}

func (a *App) arrange(w wish) arrangement {
	w.focus, w.textOnly, w.noList, w.noOutline = a.focus, a.raised(textOnly{}), a.listless() || a.opt.NoList, a.outlineless(w)
	if a.pair.on {
		return arrangePair(a.w, a.h, w)
	}
	return arrange(a.w, a.h, w)
}

// sided reports whether panes stand beside the text when it is not left alone.
func (a *App) sided() bool {
	w := a.wish
	w.focus, w.noList, w.noOutline = onText, a.listless() || a.opt.NoList, a.outlineless(w)
	return arrange(a.w, a.h, w).pane[onText].w < a.w
}

// listless reports whether there is nothing to choose from.
func (a *App) listless() bool { return a.opt.Alone && a.reading.Corpus.Len() < 2 }

// outlineless reports whether no contents stand beside the text. Beside a text made of
// lines they are shown only on request: a line may be as long as the window.
func (a *App) outlineless(w wish) bool {
	return w.noOutline || a.headless() || a.written() && !w.contents
}

// written reports whether the open article is made of lines.
func (a *App) written() bool {
	art := a.reading.Article()
	return art != nil && art.Written()
}

// headless reports whether the open article has no headings; one that is about
// to come has as many as its entry says.
func (a *App) headless() bool {
	if art := a.reading.Article(); art != nil {
		return len(art.Outline) == 0
	}
	e := a.reading.Entry()
	return e != nil && !e.Partial && e.Chars > 0 && e.Sections == 0
}

// screen is the canvas of the whole window.
func (a *App) screen() canvas {
	c := canvas{Canvas: screen.Canvas{W: a.w, H: a.h, Policy: a.policy, Links: a.opt.Links, Replace: a.text.settings.Replace, Script: a.text.settings.Script}}
	c.Glyphs = screen.GlyphsFor(c.Policy.PlainSigns() || c.Replace)
	c.pace = a.pacing.PerMinute()
	c.Repair = a.text.doc != nil && a.text.doc.Repaired()
	switch {
	case a.reading.Entry() != nil && a.reading.Entry() == a.unread:
		c.nothing = a.opt.Words.Say("article.unread")
	case a.reading.Entry() != nil: // its text is about to come
	case !a.progress.whole:
		c.nothing = a.loadingSays()
	default:
		c.nothing = a.opt.Words.Say("article.none")
	}
	return c
}

// canvas is what pane i has of the screen, below its title; the text keeps one
// while another pane covers it.
func (a *App) canvas(i focus) canvas {
	c, arr := a.screen(), a.arrangement()
	c.W, c.H, c.focused = arr.pane[i].w, arr.body(), i == a.focus && a.front().scope(a)&hintPopup == 0
	if i == onText && arr.twoTexts() {
		c.W, c.H, c.beside = arr.active(a.pair.second).w, arr.active(a.pair.second).h-1, true
	}
	if c.W == 0 && i == onText {
		c.W = a.w
	}
	c.blank = i == onText && a.memory.waits
	c.lines = i == onText && a.written()
	return c
}

func (a *App) pane(i focus) pane {
	switch i {
	case onList:
		return &a.list
	case onOutline:
		return &a.outline
	}
	return &a.text
}

// paneTitle returns the row over a pane: what it holds and how many.
func (a *App) paneTitle(i focus, c canvas) screen.Row {
	w, r := a.opt.Words, &a.reading
	s := ""
	switch i {
	case onList:
		s = w.Say("pane.articles") + "  "
		switch {
		case !r.Filtered().Empty():
			s += a.filtered()
		case !a.progress.whole:
			s = a.loadingSays()
		default:
			s += w.Say("list.count", r.Listed().Len())
		}
	case onOutline:
		s = w.Say("pane.outline")
		if art := r.Article(); art != nil {
			s += "  " + w.Say("outline.count", len(art.Outline))
			if !a.outline.query.Empty() {
				s = w.Say("pane.outline") + "  " + w.Say("outline.filtered", a.outline.count(art), len(art.Outline))
			}
		}
	case onText:
		return a.runningHead(c)
	}
	sign, ink := a.titleSign(c)
	return c.Say(ink, sign+s)
}

// titleSign returns the sign before the title of a pane: a mark for the one with the
// focus where others stand beside it, so that the focus shows without colour.
func (a *App) titleSign(c canvas) (string, role.Role) {
	switch {
	case !c.focused:
		return " ", role.PaneTitle
	case c.W == a.w && !c.beside:
		return " ", role.PaneTitleFocused
	}
	return c.Glyphs.Focus, role.PaneTitleFocused
}

// loadingSays says how far loading has come.
func (a *App) loadingSays() string {
	s := a.opt.Words.Say("status.loading", a.reading.Corpus.Len())
	if n := a.progress.percent(); n >= 0 {
		s += a.opt.Words.Say("status.read", n)
	}
	return s
}

// runningHead returns the row over the text: the article's title once its own
// has gone off the screen. Over a text below another it is set in a rule.
func (a *App) runningHead(c canvas) screen.Row {
	art := a.reading.Article()
	title := ""
	if art != nil && a.reading.At().Pos.Byte+a.reading.At().Pos.Block > 0 && (c.beside || !a.text.headed(&a.reading, c)) {
		title = c.Policy.Cut(c.Shown(art.Title), max(0, c.W-4))
		if c.ruled {
			title = " " + title + " "
		}
	}
	sign, ink := a.titleSign(c)
	pad := strings.Repeat(" ", max(0, (c.W-c.Policy.Width(title))/2-1))
	if c.ruled {
		head := screen.Row{c.Seg(ink, sign+strings.ReplaceAll(pad, " ", c.Glyphs.Top)+title)}
		return append(head, c.Seg(ink, strings.Repeat(c.Glyphs.Top, max(0, c.W-head.Width()))))
	}
	return screen.Row{c.Seg(ink, sign+pad+title)}.Pad(c.W, c.Policy, theme.Ink{Role: ink})
}
