package screen

import (
	"image/color"

	"juan/ui/theme"
)

// Block returns a cell of two pixels, one over the other; nil stands for the
// background of the terminal.
func Block(upper, lower color.Color) Seg {
	k := theme.Ink{Fore: theme.PixelOf(upper), Back: theme.PixelOf(lower)}
	switch {
	case upper == nil && lower == nil:
		return Seg{Text: " ", W: 1}
	case upper == nil:
		k.Fore, k.Back = k.Back, 0
		return Seg{Text: "▄", W: 1, Ink: k}
	}
	return Seg{Text: "▀", W: 1, Ink: k}
}

// Blank returns the row with n blank cells after it.
func (r Row) Blank(n int) Row {
	if n <= 0 {
		return r
	}
	return append(r, Seg{Text: blanks(n), W: n})
}
