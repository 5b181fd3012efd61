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

// A viewed picture is looked at in a popup: it is drawn in half blocks off the
// goroutine of the ui, and drawn anew when the popup has another size.
type viewed struct {
	task.Task[drawn]
	on   *popup       // where it is shown, nil for nowhere
	of   string       // its target in the text
	in   *model.Entry // whose article it stands in
	room image.Point  // the cells that it was last drawn for
}

// A drawn picture is rows of cells, or why there are none.
type drawn struct {
	cells [][]picture.Cell
	err   error
}

// pictured reports whether pictures can be shown: in colours, and with blocks
// that are as wide as everybody thinks.
func (a *App) pictured() bool {
	return a.opt.Pictures != nil && a.profile > colorprofile.ASCII && !a.policy.WideAmbiguous && !a.opt.Settings.Replace
}

// view shows a picture of the open article in a popup.
func (a *App) view(t target) tea.Cmd {
	p := &popup{title: t.text, empty: a.opt.Words.Say("picture.coming")}
	e := &a.viewed
	p.gone = func() {
		e.Stop()
		e.on = nil
	}
	e.on, e.of, e.in, e.room = p, t.to, a.reading.Entry(), image.Point{}
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
	room := a.viewRoom()
	if room == e.room {
		return nil
	}
	e.room = room
	of, in, gallery := e.of, e.in, a.opt.Pictures
	return e.Start(func(ctx context.Context) iter.Seq[drawn] {
		return func(yield func(drawn) bool) {
			cells, err := draw(ctx, gallery, in, of, room)
			yield(drawn{cells, err})
		}
	})
}

// viewRoom returns the cells that a picture has at most.
func (a *App) viewRoom() image.Point {
	body := (&popup{room: a.h}).body(a.screen())
	return image.Pt(body.W, body.H)
}

// draw reads a picture and draws it in a room of cells.
func draw(ctx context.Context, gallery Gallery, e *model.Entry, of string, room image.Point) ([][]picture.Cell, error) {
	raw, err := gallery(ctx, e, of)
	if err != nil {
		return nil, err
	}
	m, err := picture.Decode(ctx, raw)
	if err != nil {
		return nil, err
	}
	w, h := picture.Fit(m.Bounds().Size(), room.X, room.Y)
	return picture.Blocks(ctx, m, w, h)
}

// viewedDrawn takes the picture that was drawn.
func (a *App) viewedDrawn(b task.Batch[drawn]) tea.Cmd {
	e := &a.viewed
	if !e.Accept(b) || e.on == nil {
		return nil
	}
	for _, d := range b.Items {
		e.on.items, e.on.cursor = nil, 0
		if d.err != nil {
			e.on.empty = a.explained(d.err)
			continue
		}
		rows := make(items, len(d.cells))
		for y, cells := range d.cells {
			rows[y].row = pictureRow(cells, e.room.X)
		}
		e.on.items = rows
	}
	return b.More
}

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

// pictureRow returns cells of a picture as a row, in the middle of width cells.
func pictureRow(cells []picture.Cell, width int) screen.Row {
	row := screen.Row(nil).Blank((width - len(cells)) / 2)
	for _, c := range cells {
		row = append(row, screen.Block(c.Upper, c.Lower))
	}
	return row
}
