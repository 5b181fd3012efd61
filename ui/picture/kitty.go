package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"

	"github.com/charmbracelet/x/ansi/kitty"
)

// Kitty returns the control sequences that give m to a terminal with kitty's
// graphics, by number, to be drawn over w × h placeholders. They draw nothing
// by themselves, and the terminal does not answer.
func Kitty(number int, m image.Image, w, h int) (string, error) {
	var b bytes.Buffer
	err := kitty.EncodeGraphics(&b, m, &kitty.Options{
		Action: kitty.TransmitAndPut, Transmission: kitty.Direct, Format: kitty.PNG, Chunk: true,
		ID: number, Columns: w, Rows: h, VirtualPlacement: true, Quite: 2,
	})
	if err != nil {
		return "", fmt.Errorf("picture: encode for the terminal: %w", err)
	}
	return b.String(), nil
}

// Forget returns the control sequence by which the terminal drops a picture.
func Forget(number int) string {
	return fmt.Sprintf("\x1b_Ga=d,d=I,i=%d,q=2\x1b\\", number)
}

// Placeholders returns h rows of w cells over which the terminal draws a
// picture, and the colour that they are to be painted in, which is how it knows
// which. The number is from 1 to 2^24-1.
func Placeholders(number, w, h int) (rows []string, ink color.Color) {
	for y := range h {
		row := ""
		for x := range w {
			row += string([]rune{kitty.Placeholder, kitty.Diacritic(y), kitty.Diacritic(x)})
		}
		rows = append(rows, row)
	}
	return rows, color.RGBA{uint8(number >> 16), uint8(number >> 8), uint8(number), 0xff}
}
