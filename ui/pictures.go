package ui

import (
	"context"
	"errors"
	"image"
	"iter"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"juan/model"
	"juan/ui/picture"
	"juan/ui/screen"
	"juan/ui/task"
)

// A Gallery returns the bytes of the picture that target names in the article of
// an entry. Its errors can be explained.
type Gallery func(ctx context.Context, e *model.Entry, target string) ([]byte, error)

// A viewed picture is looked at in a popup: it is drawn off the goroutine of the
// ui, and drawn anew when the popup has another size.
type viewed struct {
	task.Task[drawn]
	on      *popup         // where it is shown, nil for nowhere
	of      string         // its target in the text
	in      *model.Entry   // whose article it stands in
	room    image.Point    // the cells that it was last drawn for
	medium  picture.Medium // and for what
	drawing picture.Drawing
	laid    laid
	times   int // so often that changed
}

// A drawn picture is one, or why there is none.
type drawn struct {
	picture.Drawing
	err error
}

// pictured reports whether pictures can be shown: in colours, and with blocks
// that are as wide as everybody thinks.
func (a *App) pictured() bool {
	return a.opt.Pictures != nil && a.profile > colorprofile.ASCII && !a.policy.PlainSigns() && !a.opt.Settings.Replace
}

// view shows a picture of the open article in a popup.
func (a *App) view(t target) tea.Cmd {
	p := &popup{title: t.text, empty: a.opt.Words.Say("picture.coming")}
	e := &a.viewed
	p.gone = func() {
		e.Stop()
		e.on, e.drawing = nil, picture.Drawing{}
	}
	e.on, e.of, e.in, e.room, e.drawing = p, t.to, a.reading.Entry(), image.Point{}, picture.Drawing{}
	a.raise(p)
	return nil
}

// drawViewed begins to draw the picture that is looked at, where it is not drawn
// for the room there is.
func (a *App) drawViewed() tea.Cmd {
	e := &a.viewed
	if e.on == nil {
		return nil
	}
	room, showing := a.viewRoom(), a.showing()
	if room == e.room && showing == e.medium {
		return nil
	}
	if showing.Way.Over() || showing != e.medium {
		e.drawing = picture.Drawing{}
	}
	e.room, e.medium = room, showing
	of, in, gallery, on := e.of, e.in, a.opt.Pictures, a.name(showing)
	return e.Start(func(ctx context.Context) iter.Seq[drawn] {
		return func(yield func(drawn) bool) {
			d, err := draw(ctx, gallery, in, of, room, on)
			yield(drawn{d, err})
		}
	})
}

// viewRoom returns the cells that a picture has at most.
func (a *App) viewRoom() image.Point {
	body := (&popup{room: a.h}).body(a.screen())
	return image.Pt(body.W, body.H)
}

// draw reads a picture and draws it in a room of cells.
func draw(ctx context.Context, gallery Gallery, e *model.Entry, of string, room image.Point, on picture.Medium) (picture.Drawing, error) {
	raw, err := gallery(ctx, e, of)
	if err != nil {
		return picture.Drawing{}, err
	}
	m, err := picture.Decode(ctx, raw)
	if err != nil {
		return picture.Drawing{}, err
	}
	return picture.Draw(ctx, m, room, on)
}

// viewedDrawn takes the picture that was drawn.
func (a *App) viewedDrawn(b task.Batch[drawn]) tea.Cmd {
	e := &a.viewed
	if !e.Accept(b) || e.on == nil {
		return nil
	}
	for _, d := range b.Items {
		if a.opt.Beside.Send(d.Drawing); !d.Way.Over() {
			d.Sent = "" // the terminal has it
		}
		e.drawing, e.on.items, e.on.cursor = d.Drawing, e, 0
		if d.err != nil {
			e.on.empty = a.explained(d.err)
		}
	}
	return b.More
}

// Len returns the rows of the picture.
func (e *viewed) Len() int { return e.drawing.H }

// At returns row y of the picture, in the middle of the popup.
func (e *viewed) At(y int) item {
	row := screen.Row(nil).Blank(e.indent())
	if e.drawing.Way.Over() {
		return item{row: append(row, screen.Seg{Text: picture.Mark(y, e.times), W: 1}).Blank(e.drawing.W - 1)}
	}
	return item{row: append(row, pictureRow(e.drawing, y)...)}
}

// indent returns the cells before the picture.
func (e *viewed) indent() int { return (e.room.X - e.drawing.W) / 2 }

// explained says why a picture is not shown.
func (a *App) explained(err error) string {
	switch {
	case errors.Is(err, picture.ErrLarge):
		return a.opt.Words.Say("picture.large")
	case errors.Is(err, picture.ErrUnknown):
		return a.opt.Words.Say("picture.unknown")
	}
	said, _ := a.opt.Explain(err)
	return said
}
