package picture

import (
	"fmt"
	"image"
	"image/color"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"
)

// most is how many rows and columns a picture of placeholders has at most: there
// is a diacritic for so many.
const most = 297

// Placeholder returns the character that stands for a cell of a picture: kitty’s
// placeholder with the diacritics of the row and the column, both counted from 0
// and less than 297. Its colour is [Colour] of the picture.
func Placeholder(row, column int) string {
	return string([]rune{kitty.Placeholder, kitty.Diacritic(row), kitty.Diacritic(column)})
}

// Colour returns the colour by which placeholders name their picture.
func Colour(id uint32) color.Color {
	return color.NRGBA{R: uint8(id >> 16), G: uint8(id >> 8), B: uint8(id), A: 0xff}
}

// silent keeps the terminal from answering what it is sent.
const silent = 2

// placed returns the control sequences, of 4096 bytes of data at most, that hand
// a picture to the terminal and have placeholders stand for it.
func placed(m image.Image, d Drawing) (string, error) {
	var b strings.Builder
	err := kitty.EncodeGraphics(&b, m, &kitty.Options{
		Action: kitty.TransmitAndPut, Transmission: kitty.Direct, Format: kitty.PNG, Chunk: true, Quiet: silent,
		ID: int(d.ID), VirtualPlacement: true, Columns: d.W, Rows: d.H,
	})
	if err != nil {
		return "", fmt.Errorf("picture: send it to the terminal: %w", err)
	}
	return b.String(), nil
}

// forgotten returns the control sequence that takes a picture out of the
// terminal’s memory.
func forgotten(id uint32) string {
	o := kitty.Options{Action: kitty.Delete, Delete: kitty.DeleteID, DeleteResources: true, Quiet: silent, ID: int(id)}
	return ansi.KittyGraphics(nil, o.Options()...)
}
