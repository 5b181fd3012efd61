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

// mostFigures is how many drawn pictures are kept, by the terminal too where it
// keeps them.
const mostFigures = 32

// Figures are the pictures of an article as they stand in its text. The layout asks for
// the pictures that it meets. Those not drawn yet are noted, and drawn outside the
// goroutine of the ui. That makes a new Figures value, so the text is laid out again.
type figures struct {
	of     string // key of the article
	on     picture.Medium
	drawn  map[wanted]picture.Drawing
	asked  []wanted
	noting map[wanted]bool // those in asked
}

// A wanted picture is one in at most so many cells.
type wanted struct {
	target string
	w, h   int
}

func newFigures(of string, on picture.Medium) *figures {
	return &figures{of: of, on: on, drawn: make(map[wanted]picture.Drawing), noting: make(map[wanted]bool)}
}

// Figure implements [typeset.Figures].
func (f *figures) Figure(target string, w, h int) (columns, rows int) {
	k := wanted{target, w, h}
	d, ok := f.drawn[k]
	if !ok && !f.noting[k] {
		f.noting[k] = true
		f.asked = append(f.asked, k)
	}
	return d.W, d.H
}

// hold reports whether a drawn picture has a name in the terminal. f may be nil.
func (f *figures) hold(id uint32) bool {
	if f != nil {
		for _, d := range f.drawn {
			if d.ID == id {
				return true
			}
		}
	}
	return false
}

// with returns the figures and one more: of no size where it could not be drawn.
func (f *figures) with(d drawnFigure) *figures {
	next := newFigures(f.of, f.on)
	if len(f.drawn) < mostFigures {
		next.drawn = maps.Clone(f.drawn)
	}
	next.drawn[d.wanted] = d.Drawing
	return next
}

// row returns a row of a picture in the text.
func (f *figures) row(r typeset.Run) screen.Row {
	d := f.drawn[wanted{r.Target, r.Figure.W, r.Figure.H}]
	if r.Figure.Row > d.H {
		return nil
	}
	return pictureRow(d, r.Figure.Row-1)
}

// A drawnFigure is a picture that was drawn for the text of an article.
type drawnFigure struct {
	wanted
	of string
	picture.Drawing
}

// drawFigures begins to draw the pictures that are on screen and were not drawn yet.
func (a *App) drawFigures() tea.Cmd {
	e := a.lackFigures()
	if e == nil && a.arrangement().twoTexts() {
		var cmd tea.Cmd
		a.in(!a.pair.second, func() {
			if e := a.lackFigures(); e != nil {
				cmd = a.drawFiguresOf(e)
			}
		})
		return cmd
	}
	if e == nil {
		return nil
	}
	return a.drawFiguresOf(e)
}

// lackFigures notes which pictures of the open article are on screen, and returns its
// entry where some are not drawn; nil where all are, or others are being drawn.
func (a *App) lackFigures() *model.Entry {
	t, e := &a.text, a.reading.Entry()
	if art := a.reading.Article(); !a.pictured() || art == nil || !art.Pictured() {
		a.dropFigures(nil)
		return nil
	}
	if on := a.flowing(); t.figures == nil || t.figures.of != e.Key || t.figures.on != on {
		a.dropFigures(newFigures(e.Key, on))
	}
	c := a.canvas(onText)
	t.lay(&a.reading, c).Lines(a.reading.At().Pos, c.H) // which asks for them
	if len(t.figures.asked) == 0 || a.figuresTask.Running() {
		return nil
	}
	return e
}

// dropFigures puts others in the place of the pictures of the open article. What is
// drawn for them is in vain, but where there are two texts it may be for the other.
func (a *App) dropFigures(next *figures) {
	if !a.pair.on {
		a.figuresTask.Stop()
	}
	a.text.figures = next
}

func (a *App) drawFiguresOf(e *model.Entry) tea.Cmd {
	t := &a.text
	asked, gallery := t.figures.asked, a.opt.Pictures
	t.figures.asked = nil
	media := make([]picture.Medium, len(asked))
	for i := range media {
		media[i] = a.name(t.figures.on)
	}
	return a.figuresTask.Start(func(ctx context.Context) iter.Seq[drawnFigure] {
		return func(yield func(drawnFigure) bool) {
			for i, k := range asked {
				// One that cannot be drawn stays a word in the text; opened, it says why.
				d, _ := draw(ctx, gallery, e, k.target, image.Pt(k.w, k.h), media[i])
				if ctx.Err() != nil || !yield(drawnFigure{k, e.Key, d}) {
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
		for _, l := range []*leaf{&a.text.leaf, &a.pair.aside.leaf} {
			if f := l.figures; f != nil && f.of == d.of && (f.on.Way == d.Way || d.W == 0) {
				a.opt.Beside.Send(d.Drawing)
				d.Sent = "" // the terminal has it
				l.figures = f.with(d)
			}
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
