package ui

import (
	"context"
	"image"
	"iter"
	"maps"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/picture"
	"juan/ui/screen"
	"juan/ui/task"
	"juan/ui/typeset"
)

// mostFigures is how many drawn pictures are kept.
const mostFigures = 64

// Figures are the pictures of an article as they stand in its text. The layout
// asks for those that it comes upon; what is not drawn yet is noted, and drawn
// off the goroutine of the ui. They are then other Figures, so the text is laid
// out anew.
type figures struct {
	of     string // key of the article
	drawn  map[wanted][][]picture.Cell
	asked  []wanted
	noting map[wanted]bool // those in asked
}

// A wanted picture is one in at most so many cells.
type wanted struct {
	target string
	w, h   int
}

func newFigures(of string) *figures {
	return &figures{of: of, drawn: make(map[wanted][][]picture.Cell), noting: make(map[wanted]bool)}
}

// Figure implements [typeset.Figures].
func (f *figures) Figure(target string, w, h int) (columns, rows int) {
	k := wanted{target, w, h}
	cells, ok := f.drawn[k]
	if !ok && !f.noting[k] {
		f.noting[k] = true
		f.asked = append(f.asked, k)
	}
	if len(cells) == 0 {
		return 0, 0
	}
	return len(cells[0]), len(cells)
}

// with returns the figures and one more: without cells where it could not be
// drawn.
func (f *figures) with(d drawnFigure) *figures {
	next := newFigures(f.of)
	if len(f.drawn) < mostFigures {
		next.drawn = maps.Clone(f.drawn)
	}
	next.drawn[d.wanted] = d.cells
	return next
}

// row returns a row of a picture in the text.
func (f *figures) row(r typeset.Run) screen.Row {
	var out screen.Row
	cells := f.drawn[wanted{r.Target, r.Figure.W, r.Figure.H}]
	if r.Figure.Row <= len(cells) {
		for _, c := range cells[r.Figure.Row-1] {
			out = append(out, screen.Block(c.Upper, c.Lower))
		}
	}
	return out
}

// A drawnFigure is a picture that was drawn for the text of an article.
type drawnFigure struct {
	wanted
	of    string
	cells [][]picture.Cell // none where that could not be
}

// drawFigures begins to draw the pictures that are on screen and were not drawn yet.
func (a *App) drawFigures() tea.Cmd {
	t, e := &a.text, a.reading.Entry()
	if !a.pictured() || a.reading.Article() == nil {
		t.figures = nil
		a.figuresTask.Stop()
		return nil
	}
	if t.figures == nil || t.figures.of != e.Key {
		t.figures = newFigures(e.Key)
		a.figuresTask.Stop()
	}
	c := a.canvas(onText)
	t.lay(&a.reading, c).Lines(a.reading.At().Pos, c.H) // which asks for them
	if len(t.figures.asked) == 0 || a.figuresTask.Running() {
		return nil
	}
	asked, gallery := t.figures.asked, a.opt.Pictures
	t.figures.asked = nil
	return a.figuresTask.Start(func(ctx context.Context) iter.Seq[drawnFigure] {
		return func(yield func(drawnFigure) bool) {
			for _, k := range asked {
				cells, _ := draw(ctx, gallery, e, k.target, image.Pt(k.w, k.h))
				if ctx.Err() != nil || !yield(drawnFigure{k, e.Key, cells}) {
					return
				}
			}
		}
	})
}

// figuresDrawn takes pictures that were drawn for the text.
func (a *App) figuresDrawn(b task.Batch[drawnFigure]) tea.Cmd {
	if !a.figuresTask.Accept(b) {
		return nil
	}
	for _, d := range b.Items {
		if f := a.text.figures; f != nil && f.of == d.of {
			a.text.figures = f.with(d)
		}
	}
	return b.More
}

// figuresOf returns the pictures that stand in the text of an article, nil where
// none do.
func (t *textPane) figuresOf(a *model.Article) typeset.Figures {
	if t.figures == nil || t.figures.of != a.Key {
		return nil
	}
	return t.figures
}
