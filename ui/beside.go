package ui

import (
	"image"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"juan/ui/picture"
	"juan/ui/screen"
	"juan/ui/theme"
)

// showing returns how a picture is shown that is looked at. Placeholders name
// their picture by a colour, which must not be turned into another.
func (a *App) showing() picture.Way {
	switch way := a.opt.Medium.Way; {
	case a.opt.Beside == nil, way == picture.Placeholders && a.profile != colorprofile.TrueColor:
		return picture.Blocks
	default:
		return way
	}
}

// flowing returns how pictures are shown in the text.
func (a *App) flowing() picture.Way {
	if way := a.showing(); !way.Over() {
		return way
	}
	return picture.Blocks
}

// lastID is the number of the last picture that a program gives a name to; by then
// the first one is long gone.
const lastID = 255

// medium returns what one more picture is drawn for.
func (a *App) medium(way picture.Way) picture.Medium {
	m := a.opt.Medium
	m.Way = way
	if way != picture.Placeholders {
		m.ID = 0
		return m
	}
	for {
		a.named = a.named%lastID + 1
		if id := m.ID | a.named; !a.wants(id) {
			m.ID = id
			return m
		}
	}
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

// layPicture has the picture that is looked at drawn over the cells while nothing
// covers its popup, and takes away what is left of it by painting the screen anew.
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
	if a.text.figures != nil {
		for _, d := range a.text.figures.drawn {
			if d.ID == id {
				return true
			}
		}
	}
	return false
}
