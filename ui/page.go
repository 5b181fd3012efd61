package ui

import (
	"slices"
	"strings"

	"juan/model"
	"juan/ui/typeset"
)

// turn goes m.n pages. The last line one saw is the first of the next page, but
// where that ended before something that belongs together, which begins it then.
// No page begins with a blank line, and turning back leaves nothing out.
func (t *textPane) turn(r *model.Reading, c canvas, m motion) {
	step := m.step(c.H)
	switch n := len(t.page(r, c)); {
	case m.n < 0 || t.bottom(r, c) == r.Article().End():
	case n < c.H:
		step = m.n * n
	default:
		step = m.n * max(1, n-1)
	}
	to := t.doc.Scroll(r.At().Pos, step)
	for !c.lines && len(t.doc.Lines(to, 1)[0].Runs) == 0 {
		next := t.doc.Scroll(to, 1)
		if next == to {
			break
		}
		to = next
	}
	t.rolled = model.Place{}
	if m.n < 0 {
		to = t.reaching(r, c, to)
	}
	r.Scroll(to)
}

// reaching returns the place at p or a little below from which a whole page contains
// the reader's place. Where there is none, since what must stay together is too high,
// the page from p on is cut anyhow.
func (t *textPane) reaching(r *model.Reading, c canvas, p model.Pos) model.Pos {
	to := p
	for range c.H / 3 {
		on := t.doc.Lines(to, c.H)
		lost := slices.ContainsFunc(on[len(t.untornPage(on, r.Article(), c.H)):], func(l typeset.Line) bool {
			return len(l.Runs) > 0 && l.Pos().Before(r.At().Pos)
		})
		if !lost {
			return to
		}
		to = t.doc.Scroll(to, 1)
	}
	t.rolled = model.Place{Key: r.At().Key, Pos: p}
	return p
}

// page returns the lines on screen. Unless the text was scrolled there line by line, a
// page does not end after a heading without text below it, nor inside a table that the
// next page has room for. What is left over stands on the next page.
func (t *textPane) page(r *model.Reading, c canvas) []typeset.Line {
	doc := t.lay(r, c)
	if doc == nil {
		return nil
	}
	at := r.At()
	if of := (pageOf{doc, at, t.rolled, c.H}); t.of != of {
		t.of, t.on = of, doc.Lines(at.Pos, c.H)
		if at != t.rolled || at.Pos == (model.Pos{}) {
			t.on = t.untornPage(t.on, r.Article(), c.H)
		}
	}
	return t.on
}

// A pageOf is what the lines on screen follow from.
type pageOf struct {
	doc        *typeset.Doc
	at, rolled model.Place
	h          int
}

// untornPage returns those of the lines from a place on, h or as many as there are,
// that make a page.
func (t *textPane) untornPage(on []typeset.Line, a *model.Article, h int) []typeset.Line {
	if len(on) == 0 || len(on) < h || t.ends(on) {
		return on
	}
	n := t.untorn(on, a)
	for n > 0 && n < len(on) && len(on[n-1].Runs) == 0 {
		n--
	}
	if 3*n < h { // too much of the page would be empty
		return on
	}
	return on[:n]
}

// untorn returns how many of the lines of a full page stand on it.
func (t *textPane) untorn(on []typeset.Line, a *model.Article) int {
	n := len(on)
	if start, ok := t.tornTable(on, a); ok && 3*start >= len(on) {
		n = start
	}
	for i := n - 1; i >= 0; i-- {
		heads := heads(on[i], a)
		if !heads && len(on[i].Runs) > 0 {
			break
		}
		if heads {
			n = i
		}
	}
	return n
}

// heads reports whether a line shows a heading and nothing of its text; a line on which
// text follows a run-in heading does not count.
func heads(l typeset.Line, a *model.Article) bool {
	switch b := a.Body[l.Block].(type) {
	case model.Heading:
		return true
	case model.Paragraph:
		rest := b.Text()[b.Lead.End:]
		return b.Lead.End > 0 && l.From < b.Lead.End && l.To <= len(b.Text())-len(strings.TrimLeft(rest, "。 \u3000\n")) && l.To < len(b.Text())
	}
	return false
}

// tornTable returns the line of a full page at which a table begins that continues on
// the next page, if the next page has room for all of it or if only its head is on this
// one. The paragraph of one line that announces it goes with it.
func (t *textPane) tornTable(on []typeset.Line, a *model.Article) (start int, ok bool) {
	last := on[len(on)-1]
	table, ok := a.Body[last.Block].(model.Table)
	whole := t.doc.Block(last.Block)
	if !ok || !table.Head || last.At >= whole[lastLine(whole)].At {
		return 0, false
	}
	start = len(on)
	for start > 0 && on[start-1].Block == last.Block {
		start--
	}
	if start == 0 || on[start].At != whole[0].At {
		return 0, false
	}
	height, rows := lastLine(whole)+1, 0
	for _, l := range on[start:] {
		if l.At > headSize(table) && len(l.Runs) > 0 {
			rows++
		}
	}
	above := start
	for above > 0 && len(on[above-1].Runs) == 0 {
		above--
	}
	if above > 0 && announces(on[above-1], a) {
		height += start - above + 1
		start = above - 1
	}
	return start, start > 0 && (height <= len(on) || rows == 0)
}

// lastLine returns the index of the last of lines that shows something.
func lastLine(lines []typeset.Line) int {
	i := len(lines) - 1
	for i > 0 && len(lines[i].Runs) == 0 {
		i--
	}
	return i
}

// headSize returns the bytes of the head of a table.
func headSize(t model.Table) int {
	n := len(t.Rows[0]) - 1
	for _, c := range t.Rows[0] {
		n += len(c.Text())
	}
	return n
}

// announces reports whether a line is a paragraph that ends in a colon.
func announces(l typeset.Line, a *model.Article) bool {
	p, ok := a.Body[l.Block].(model.Paragraph)
	return ok && l.From == 0 && l.To == len(p.Text()) && strings.HasSuffix(strings.TrimSpace(p.Text()), "：")
}

// last returns what the last line on screen shows that shows something.
func (t *textPane) last(r *model.Reading, c canvas) []model.Hit {
	on := t.page(r, c)
	if len(on) == 0 {
		return nil
	}
	l := on[lastLine(on)]
	return []model.Hit{{Block: int32(l.Block), Start: int32(l.From), Stop: int32(l.To)}}
}
