package theme

import (
	"image/color"
	"math"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/lucasb-eyer/go-colorful"
)

// A Ground is what is known of the background of the terminal.
type Ground uint8

// The grounds. Unknown is any: nothing may be painted that could not be read
// on black or on white.
const (
	Unknown Ground = iota
	Dark
	Light
)

// Under returns the ground that a style sheet is painted for where the terminal does
// not report its own: a sheet that was chosen by name decides.
func (g Ground) Under(name string) Ground {
	switch {
	case g != Unknown || name == "" || name == Auto:
		return g
	case name == "light":
		return Light
	case name == Contrast:
		return g
	}
	return Dark
}

const (
	// middle is the relative luminance from which black and white are equally
	// far: the contrast is 4.58 to each.
	middle = 0.179
	// legible is the least contrast to the ground of a colour that must be taken
	// out of a palette (WCAG 2.2, 1.4.3, for bold text; 1.4.11 for signs).
	legible = 3
)

// luminance returns the relative luminance of c, from 0 to 1 (WCAG 2.2).
func luminance(c color.Color) float64 {
	f, _ := colorful.MakeColor(c)
	r, g, b := f.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

// contrast returns the contrast ratio of two colours, from 1 to 21 (WCAG 2.2).
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

// contrast returns the least contrast of c to what the ground may be.
func (g Ground) contrast(c color.Color) float64 {
	switch g {
	case Dark:
		return contrast(c, color.Black)
	case Light:
		return contrast(c, color.White)
	}
	return min(contrast(c, color.Black), contrast(c, color.White))
}

// settle removes from a style what the terminal would not show as intended: colours
// that may be unreadable on an unknown ground, and those that sixteen colours cannot
// render.
func (t *Theme) settle(s lipgloss.Style) lipgloss.Style {
	if t.colorless {
		return s.UnsetForeground().UnsetBackground()
	}
	if t.ground != Unknown && t.profile != colorprofile.ANSI {
		return s
	}
	fore, back := s.GetForeground(), s.GetBackground()
	if !isColor(fore) {
		return s
	}
	if isColor(back) {
		back = t.profile.Convert(back)
		if t.profile == colorprofile.ANSI && tinted(back) {
			return s.Foreground(opposite(back)).Bold(false)
		}
		if contrast(t.profile.Convert(fore), back) < legible {
			return s.Foreground(opposite(back))
		}
		return s
	}
	return s.Foreground(t.readable(fore, s.GetBold()))
}

// tinted reports whether one of the sixteen colours is not black, grey or white. Its
// shade is the terminal's own: bright yellow on yellow has a contrast of 3.9 in one
// palette and of 1.6 in another. So only black and white stand on it, and not bold, for
// many terminals draw bold black in grey, which on red has a contrast of 1.0.
func tinted(c color.Color) bool {
	b, ok := c.(ansi.BasicColor)
	return ok && b%8 != 0 && b%8 != 7
}

// readable returns the colour next to c that the terminal has and that can be
// read on its ground. Many terminals draw bold text in the first eight colours
// in the brighter eight, so there both must be.
func (t *Theme) readable(c color.Color, bold bool) color.Color {
	if t.ground == Unknown {
		c = toned(c)
	}
	first, last := 16, 255
	switch t.profile {
	case colorprofile.TrueColor:
		return c
	case colorprofile.ANSI:
		first, last = 0, 15
	}
	want, _ := colorful.MakeColor(c)
	best, least := c, math.Inf(1)
	for i := first; i <= last; i++ {
		candidate := ansi.IndexedColor(i)
		if t.ground.contrast(candidate) < legible || bold && i < 8 && t.ground.contrast(candidate+8) < legible {
			continue
		}
		have, _ := colorful.MakeColor(candidate)
		if d := want.DistanceLab(have); d < least {
			best, least = candidate, d
		}
	}
	if b, ok := best.(ansi.IndexedColor); ok && b < 16 {
		return ansi.BasicColor(b)
	}
	return best
}

// toned returns c as light as stands off black and white alike.
func toned(c color.Color) color.Color {
	f, _ := colorful.MakeColor(c)
	r, g, b := f.LinearRgb()
	l := luminance(c)
	if l > middle {
		return colorful.LinearRgb(r*middle/l, g*middle/l, b*middle/l)
	}
	k := (middle - l) / (1 - l)
	return colorful.LinearRgb(r+(1-r)*k, g+(1-g)*k, b+(1-b)*k)
}

// opposite returns black or white, whichever can be read on c.
func opposite(c color.Color) color.Color {
	if contrast(c, color.Black) > contrast(c, color.White) {
		return lipgloss.Color("16")
	}
	return lipgloss.Color("231")
}

func isColor(c color.Color) bool {
	_, none := c.(lipgloss.NoColor)
	return c != nil && !none
}
