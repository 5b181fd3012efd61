package ui

import (
	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// A selection is the layer of what is selected in the text; the reading has it.
type selection struct{}

func (selection) open(a *App) bool {
	_, ok := a.reading.Selected()
	return ok
}

// close selects nothing, and says so where what was selected is not on screen.
func (selection) close(a *App) tea.Cmd {
	s, _ := a.reading.Selected()
	from, to := s.Bounds(a.reading.Article())
	c := a.canvas(onText)
	if a.covered() || !from.Before(a.text.bottom(&a.reading, c)) || !a.reading.At().Pos.Before(to) {
		a.say("status.selectionlost")
	}
	a.reading.Unselect()
	return nil
}

// selecting reports whether keys move what is selected.
func (a *App) selecting() bool {
	return a.focus == onText && selection{}.open(a) && a.reading.Article() != nil
}

// choose selects s.
func (a *App) choose(s model.Selection) {
	a.reading.Select(s)
	a.raise(selection{})
}

// unselect ends the selection.
func (a *App) unselect() {
	a.reading.Unselect()
	a.drop(selection{})
}

// here returns the bounds of the clause or sentence that the reader is at: that of the
// hit, or the first that begins on screen.
func (a *App) here(g model.Grain) (from, to model.Pos) {
	art, at := a.reading.Article(), a.reading.At().Pos
	if hit, ok := a.reading.Chosen(); ok && a.text.shows(&a.reading, a.canvas(onText), hit) {
		return art.Stretch(hit, g)
	}
	if from, to = art.Stretch(at, g); from.Before(at) {
		if next, end := art.Stretch(to, g); a.text.shows(&a.reading, a.canvas(onText), next) {
			return next, end
		}
	}
	return from, to
}

// selectClause selects the clause that the reader is at.
func (a *App) selectClause() tea.Cmd {
	from, to := a.here(model.Clauses)
	if from == to {
		a.say("status.unselectable")
		return nil
	}
	a.choose(model.Selection{Fixed: from, Moving: from, Grain: model.Clauses})
	return nil
}

// selectWider widens what is selected: to clauses, sentences, paragraphs.
func (a *App) selectWider() tea.Cmd {
	s, _ := a.reading.Selected()
	s, ok := s.Widened(a.reading.Article())
	if !ok {
		a.say("status.allselected")
	}
	a.reading.Select(s)
	return nil
}

// selectOtherEnd lets motions move the other end of what is selected, and shows it.
func (a *App) selectOtherEnd() tea.Cmd {
	s, _ := a.reading.Selected()
	a.grow(s.Swapped(), false)
	return nil
}

// selectBy moves the end of what is selected by one character.
func (a *App) selectBy(way int) tea.Cmd {
	s, _ := a.reading.Selected()
	art := a.reading.Article()
	if to := s.InClusters(art).Stepped(art, way); !a.grow(to, false) {
		a.sayEnd(motion{lines, way})
	}
	return nil
}

// extend carries out a motion of the end of what is selected, and reports whether
// it led anywhere: a line is one clause, sentence or paragraph, as was selected.
func (a *App) extend(m motion) bool {
	s, _ := a.reading.Selected()
	art, c := a.reading.Article(), a.canvas(onText)
	switch {
	case m.unit == lines && s.Grain > model.Clusters:
		s = s.Stepped(art, m.n)
	case m.unit == ends && m.n < 0:
		s.Moving = model.Pos{}
	case m.unit == ends:
		s.Moving = art.End()
	default:
		s.Moving = a.text.beside(&a.reading, c, s.Moving, m.step(c.H))
	}
	return a.grow(s, m.unit == ends)
}

// extendUntil moves the end of what is selected, if anything is, to where the reader
// jumped.
func (a *App) extendUntil(p model.Pos) {
	if s, ok := a.reading.Selected(); ok && a.selecting() {
		a.reading.Select(s.Until(a.reading.Article(), p))
	}
}

// extendTo moves the end of the selection, if there is one, to include p.
func (a *App) extendTo(p model.Pos) {
	if s, ok := a.reading.Selected(); ok && a.selecting() {
		s.Moving = p
		a.reading.Select(s)
	}
}

// grow selects s instead of what is selected, shows the end that moves, to which it
// may leap, and reports whether that changed anything.
func (a *App) grow(s model.Selection, leap bool) bool {
	was, at := selectedIn(&a.reading), a.reading.At()
	a.reading.Select(s)
	a.reveal(inside(s.Edge(a.reading.Article()), s), leap)
	return was != selectedIn(&a.reading) || at != a.reading.At()
}

// beside returns the place n lines below p, in the same column.
func (t *textPane) beside(r *model.Reading, c canvas, p model.Pos, n int) model.Pos {
	doc := t.lay(r, c)
	from := doc.Lines(p, 1)[0]
	to := doc.Lines(doc.Scroll(p, n), 1)[0]
	return model.Pos{Block: to.Block, Byte: max(to.From, min(to.From+p.Byte-from.From, to.To-1))}
}

// inside returns the edge of a selection, or where that is after its last byte,
// that byte.
func inside(edge model.Pos, s model.Selection) model.Pos {
	if !s.Moving.Before(s.Fixed) {
		edge.Byte = max(0, edge.Byte-1)
	}
	return edge
}

// reveal scrolls no more than it must for p to be on screen. Further than a page is
// a leap in any case.
func (a *App) reveal(p model.Pos, leap bool) {
	c := a.canvas(onText)
	if a.text.shows(&a.reading, c, p) {
		return
	}
	doc, at, up := a.text.lay(&a.reading, c), a.reading.At(), 0
	if !p.Before(at.Pos) {
		up = 1 - c.H
	}
	to := doc.Scroll(p, up)
	if leap || to.Before(doc.Scroll(at.Pos, -c.H)) || doc.Scroll(at.Pos, c.H).Before(to) {
		a.reading.Jump(model.Place{Key: at.Key, Pos: to})
	} else {
		a.reading.Scroll(to)
	}
	a.text.rolled = a.reading.At()
}

// An extent is the text between two places.
type extent struct{ from, to model.Pos }

// selectedIn returns the extent of what is selected, an empty one for nothing.
func selectedIn(r *model.Reading) extent {
	s, ok := r.Selected()
	if !ok || r.Article() == nil {
		return extent{}
	}
	from, to := s.Bounds(r.Article())
	return extent{from, to}
}

// in returns the bytes of a block that lie in the extent; both are equal where none
// do.
func (e extent) in(block int) (low, high int) {
	switch {
	case block < e.from.Block || e.to.Block < block:
		return 0, 0
	case block == e.from.Block:
		low = e.from.Byte
	}
	if block < e.to.Block {
		return low, 1 << 40
	}
	return low, e.to.Byte
}
