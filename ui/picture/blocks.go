package picture

import (
	"context"
	"image"
	"image/color"
)

// A Cell shows two pixels, one over the other. A transparent one is nil: the
// background of the terminal shows.
type Cell struct{ Upper, Lower color.Color }

// blocks returns m in w × h cells, row by row. It is left off when ctx ends,
// with its error.
func blocks(ctx context.Context, m image.Image, w, h int) ([][]Cell, error) {
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

// opaque returns c as it is painted: nil where it is more transparent than not.
func opaque(c color.NRGBA) color.Color {
	if c.A < 0x80 {
		return nil
	}
	c.A = 0xff
	return c
}
