package theme

import (
	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"juan/ui/role"
)

// Contrast is the name of the sheet whose every colour has a contrast of 7 to the
// background (WCAG 2.2, 1.4.6): few colours, nothing dim, and everything that they show
// is also shown by weight, underline or reverse. Where the background is not known, or
// the colours are the terminal’s own sixteen, it has none.
const Contrast = "contrast"

// plainest are the fewest colours that can be relied on.
const plainest = colorprofile.ANSI256

// contrasting returns the sheet of high contrast for a ground.
func contrasting(g Ground) ansi.StyleConfig {
	heading, link, alert, code := "#ffff5f", "#5fffff", "#ffaf87", "#afffaf"
	if g == Light {
		heading, link, alert, code = "#5f0000", "#0000af", "#870000", "#004000"
	}
	yes := true
	colored := func(c string) ansi.StylePrimitive { return ansi.StylePrimitive{Color: &c} }
	s := ansi.StyleConfig{
		Heading:       ansi.StyleBlock{StylePrimitive: colored(heading)},
		Link:          colored(link),
		LinkText:      colored(link),
		ImageText:     colored(link),
		Strong:        ansi.StylePrimitive{Bold: &yes},
		Emph:          ansi.StylePrimitive{Italic: &yes},
		Strikethrough: ansi.StylePrimitive{CrossedOut: &yes},
		Code:          ansi.StyleBlock{StylePrimitive: colored(code)},
		CodeBlock:     ansi.StyleCodeBlock{Chroma: &ansi.Chroma{Error: colored(alert), GenericDeleted: colored(alert)}},
	}
	s.LinkText.Bold, s.Link.Underline = &yes, &yes
	return s
}

// starkly gives what stands around the text the looks of high contrast.
func (t *Theme) starkly() {
	plain, c := lipgloss.NewStyle(), t.sheet.CodeBlock.Chroma
	t.roles[role.StatusAlert] = plain.Bold(true).Foreground(lipgloss.Color(*c.Error.Color))
	t.roles[role.RowCursor] = plain.Bold(true).Reverse(true)
	t.roles[role.Hit] = plain.Bold(true).Underline(true)
	t.roles[role.HitCurrent] = plain.Bold(true).Reverse(true).Underline(false)
	t.roles[role.HitMargin] = plain.Bold(true)
	t.roles[role.Spoken] = plain.Reverse(true).Underline(true)
	t.roles[role.Highlighted] = plain.Underline(true)
}
