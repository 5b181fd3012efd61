package picture

import (
	"context"
	"image"
	"image/color"

	"golang.org/x/image/draw"
)

// A Cell shows two pixels, one over the other. A transparent one is nil: the
// background of the terminal shows.
type Cell struct{ Upper, Lower color.Color }

// Fit returns the columns and rows that a picture of size pixels takes in at
// most columns × rows cells, each as high as it is wide twice over: its
// proportions are kept, and no pixel is larger than half a cell. Both are 1 at
// least, 0 where there is no room or no picture.
func Fit(size image.Point, columns, rows int) (w, h int) {
	if size.X <= 0 || size.Y <= 0 || columns <= 0 || rows <= 0 {
		return 0, 0
	}
	scale := min(1, float64(columns)/float64(size.X), 2*float64(rows)/float64(size.Y))
	w = min(max(int(float64(size.X)*scale+0.5), 1), columns)
	h = min(max((int(float64(size.Y)*scale+0.5)+1)/2, 1), rows)
	return w, h
}

// Blocks returns m in w × h cells, row by row. It is left off when ctx ends,
// with its error.
func Blocks(ctx context.Context, m image.Image, w, h int) ([][]Cell, error) {
	if w <= 0 || h <= 0 {
		return nil, nil
	}
	small := image.NewNRGBA(image.Rect(0, 0, w, 2*h))
	if err := shrink(ctx, small, m); err != nil {
		return nil, err
	}
	rows := make([][]Cell, h)
	for y := range rows {
		rows[y] = make([]Cell, w)
		for x := range rows[y] {
			rows[y][x] = Cell{opaque(small.NRGBAAt(x, 2*y)), opaque(small.NRGBAAt(x, 2*y+1))}
		}
	}
	return rows, nil
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

// opaque returns c as it is painted: nil where it is more transparent than not.
func opaque(c color.NRGBA) color.Color {
	if c.A < 0x80 {
		return nil
	}
	c.A = 0xff
	return c
}
