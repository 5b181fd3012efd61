package picture

import (
	"context"
	"image"
	"math"

	"golang.org/x/image/draw"
)

// A Way is how pictures come on the screen.
type Way uint8

// The ways. Blocks and Placeholders are text to the renderer, so they stand in the
// flow of a text; what is Inline or in Sixels is drawn over the cells of a popup.
const (
	Blocks       Way = iota // two pixels a cell, on every terminal with colours
	Placeholders            // kitty’s: sent once, then cells of text stand for its parts
	Inline                  // iTerm2’s: a file, shown in so many cells
	Sixels                  // DEC’s: six rows of pixels at a time, in 256 colours
)

// Over reports whether pictures are drawn over the cells.
func (w Way) Over() bool { return w == Inline || w == Sixels }

// MaxSent is how many pixels a terminal is sent of one picture: those that it
// keeps take four bytes each.
const MaxSent = 1 << 20

// A Medium is what pictures are drawn for.
type Medium struct {
	Way  Way
	Cell image.Point // pixels of a cell, the zero Point where unknown
	ID   uint32      // of Placeholders: what the picture is called, 24 bits, not 0
}

// cell returns the pixels of a cell. Half a cell is the pixel of Blocks; the size
// that nobody knows is a common one.
func (m Medium) cell() image.Point {
	switch {
	case m.Way == Blocks:
		return image.Pt(1, 2)
	case m.Cell.X <= 0 || m.Cell.Y <= 0:
		return image.Pt(10, 20)
	}
	return m.Cell
}

// A Drawing is a picture for the screen. The zero Drawing has none.
type Drawing struct {
	W, H  int // cells
	Way   Way
	ID    uint32   // of Placeholders
	Sent  string   // what the terminal must be sent for it, "" for Blocks
	cells [][]Cell // of Blocks
}

// Blocks returns the cells of row y, nil where the picture is drawn another way.
func (d Drawing) Blocks(y int) []Cell {
	if y >= len(d.cells) {
		return nil
	}
	return d.cells[y]
}

// Draw draws m in at most room cells. It is left off when ctx ends, with its error.
func Draw(ctx context.Context, m image.Image, room image.Point, on Medium) (Drawing, error) {
	if on.Way == Placeholders {
		room.X, room.Y = min(room.X, most), min(room.Y, most)
	}
	size, cell := m.Bounds().Size(), on.cell()
	d := Drawing{Way: on.Way, ID: on.ID}
	if d.W, d.H = fit(size, room, cell); d.W == 0 {
		return Drawing{}, nil
	}
	if on.Way == Blocks {
		var err error
		d.cells, err = blocks(ctx, m, d.W, d.H)
		return d, err
	}
	px := within(size, image.Pt(d.W*cell.X, d.H*cell.Y))
	if on.Way == Sixels {
		px.Y = max(px.Y-px.Y%band, band)
	}
	small := image.NewNRGBA(image.Rectangle{Max: px})
	if err := shrink(ctx, small, m); err != nil {
		return Drawing{}, err
	}
	var err error
	switch on.Way {
	case Placeholders:
		d.Sent, err = placed(small, d)
	case Inline:
		d.Sent, err = inline(small, d)
	case Sixels:
		d.Sent, err = sixels(small)
	}
	return d, err
}

// fit returns the cells that a picture of size pixels takes in at most room: its
// proportions are kept, and no pixel of it is larger than one of the screen. Both
// are 1 at least, 0 where there is no room or no picture.
func fit(size, room, cell image.Point) (w, h int) {
	if size.X <= 0 || size.Y <= 0 || room.X <= 0 || room.Y <= 0 {
		return 0, 0
	}
	x, y := float64(size.X)/float64(cell.X), float64(size.Y)/float64(cell.Y)
	scale := min(1, float64(room.X)/x, float64(room.Y)/y)
	w = min(max(int(math.Round(x*scale)), 1), room.X)
	h = min(max(int(math.Ceil(y*scale-0.25)), 1), room.Y) // half a row is one
	return w, h
}

// within returns the pixels in which a picture of size is sent: at most room and
// MaxSent, and no more than it has.
func within(size, room image.Point) image.Point {
	x, y := float64(size.X), float64(size.Y)
	scale := min(1, float64(room.X)/x, float64(room.Y)/y, math.Sqrt(MaxSent/(x*y)))
	return image.Pt(max(int(x*scale), 1), max(int(y*scale), 1))
}

// shrink draws m in the size of dst, strip by strip, so that it can be left off.
func shrink(ctx context.Context, dst *image.NRGBA, m image.Image) error {
	from := m.Bounds()
	rows := dst.Bounds().Dy()
	for y := range rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		strip := image.Rect(from.Min.X, from.Min.Y+y*from.Dy()/rows, from.Max.X, from.Min.Y+(y+1)*from.Dy()/rows)
		if strip.Empty() { // a picture of fewer rows than it is shown in
			strip.Max.Y = strip.Min.Y + 1
		}
		draw.BiLinear.Scale(dst, image.Rect(0, y, dst.Bounds().Dx(), y+1), m, strip, draw.Src, nil)
	}
	return nil
}
