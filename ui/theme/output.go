package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"juan/model"
)

// dressed lays a program's own style over that of a role. Its colours are meant for
// the terminal as it is, so they are not changed; where there are none, and under
// the sheet of high contrast, its attributes are left.
func (t *Theme) dressed(s lipgloss.Style, p model.Style) lipgloss.Style {
	if p == (model.Style{}) {
		return s
	}
	if t.profile > colorprofile.ASCII && !t.stark {
		if c := colorOf(p.Fore); c != nil {
			s = s.Foreground(c)
		}
		if c := colorOf(p.Back); c != nil {
			s = s.Background(c)
		}
	}
	for _, a := range [...]struct {
		one model.Attribute
		set func(lipgloss.Style) lipgloss.Style
	}{
		{model.Bold, func(s lipgloss.Style) lipgloss.Style { return s.Bold(true) }},
		{model.Faint, func(s lipgloss.Style) lipgloss.Style { return s.Faint(!t.stark) }},
		{model.Italic, func(s lipgloss.Style) lipgloss.Style { return s.Italic(true) }},
		{model.Underlined, func(s lipgloss.Style) lipgloss.Style { return s.Underline(true) }},
		{model.Blinking, func(s lipgloss.Style) lipgloss.Style { return s.Blink(true) }},
		{model.Reversed, func(s lipgloss.Style) lipgloss.Style { return s.Reverse(true) }},
		{model.Struck, func(s lipgloss.Style) lipgloss.Style { return s.Strikethrough(true) }},
	} {
		if p.Attr&a.one != 0 {
			s = a.set(s)
		}
	}
	return s
}

// colorOf returns a colour of a program's, nil for the terminal's own.
func colorOf(c model.Color) color.Color {
	if i, ok := c.Palette(); ok {
		if i < 16 {
			return ansi.BasicColor(i)
		}
		return ansi.IndexedColor(i)
	}
	if r, g, b, ok := c.RGB(); ok {
		return color.RGBA{r, g, b, 0xff}
	}
	return nil
}
