package ui

import (
	"image"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"juan/ui/picture"
	"juan/ui/screen"
	"juan/ui/theme"
)

// CellSize is how many pixels wide and high a cell turns out to be.
type CellSize image.Point

// showing returns what a picture is drawn for that is looked at, as yet without a
// name. Placeholders name their picture by a colour, which must not be turned into
// another.
func (a *App) showing() picture.Medium {
	m := a.opt.Medium
	m.ID = 0
	if a.opt.Beside == nil || m.Way == picture.Placeholders && a.profile != colorprofile.TrueColor {
		m.Way = picture.Blocks
	}
	return m
}

// flowing returns what pictures are drawn for in the text.
func (a *App) flowing() picture.Medium {
	m := a.showing()
	if m.Way.Over() {
		m.Way = picture.Blocks
	}
	return m
}

// lastID is the number of the last picture that a program gives a name to; then
// the first comes again.
const lastID = 255

// name returns what one more picture is drawn for.
func (a *App) name(m picture.Medium) picture.Medium {
	if m.Way != picture.Placeholders {
		return m
	}
	for {
		a.named = a.named%lastID + 1
		if m.ID = a.opt.Medium.ID | a.named; !a.wants(m.ID) {
			return m
		}
	}
}

// askCellSize asks how large a cell is, for which a window may have another size.
func (a *App) askCellSize() tea.Cmd {
	if a.opt.Beside == nil || a.opt.Medium.Cell == (image.Point{}) {
		return nil
	}
	const reportCellSize = 16 // in pixels
	return tea.Raw(ansi.WindowOp(reportCellSize))
}

// pictureRow returns a row of a picture that is text to the renderer.
func pictureRow(d picture.Drawing, y int) screen.Row {
	row := make(screen.Row, 0, d.W)
	if d.Way == picture.Placeholders {
		ink := theme.Ink{Fore: theme.PixelOf(picture.Colour(d.ID))}
		for x := range d.W {
			row = append(row, screen.Seg{Text: picture.Placeholder(y, x), W: 1, Ink: ink})
		}
		return row
	}
	for _, c := range d.Blocks(y) {
		row = append(row, screen.Block(c.Upper, c.Lower))
	}
	return row
}

// A laid picture is drawn over the cells from one of them on; the zero one is none.
type laid struct {
	at   image.Point
	sent string
}

// layPicture has the picture in the popup drawn over the cells while nothing covers the
// popup, and removes what is left of it afterwards by painting the whole screen.
func (a *App) layPicture() tea.Cmd {
	e := &a.viewed
	var over laid
	if d := e.drawing; e.on != nil && d.Way.Over() && a.front() == surface(e.on) && a.w >= minWidth && a.h >= minHeight {
		over = laid{e.on.origin(a.screen()).Add(image.Pt(e.indent(), 0)), d.Sent}
	}
	if over == e.laid {
		return nil
	}
	before := e.laid
	e.laid = over
	e.times++
	if over.sent == "" {
		a.opt.Beside.Lay("")
	} else {
		a.opt.Beside.Lay(e.drawing.At(over.at))
	}
	if before.sent != "" {
		return tea.ClearScreen
	}
	return nil
}

// wants reports whether a picture that the terminal keeps stands anywhere.
func (a *App) wants(id uint32) bool {
	if a.viewed.drawing.ID == id {
		return true
	}
	return a.text.figures.hold(id) || a.pair.aside.figures.hold(id)
}
