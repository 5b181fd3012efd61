package theme

import (
	"image/color"
	"strconv"
	"strings"
)

// A Pixel is a colour of a picture, which no style sheet has a say in; the zero
// Pixel is none.
type Pixel uint32

// PixelOf returns the pixel of a colour that covers what is behind it, none for
// nil.
func PixelOf(c color.Color) Pixel {
	if c == nil {
		return 0
	}
	r, g, b, _ := c.RGBA()
	return Pixel(1<<24 | r>>8<<16 | g>>8<<8 | b>>8)
}

// paintPixels appends s to b in the pixels of k. They are too many to be kept.
func paintPixels(b *strings.Builder, k Ink, s string) {
	sgr := func(layer string, p Pixel) {
		if p == 0 {
			return
		}
		b.WriteString("\x1b[" + layer + ";2")
		for shift := 16; shift >= 0; shift -= 8 {
			b.WriteString(";" + strconv.Itoa(int(p>>shift&0xff)))
		}
		b.WriteString("m")
	}
	sgr("38", k.Fore)
	sgr("48", k.Back)
	b.WriteString(s)
	b.WriteString("\x1b[m")
}
