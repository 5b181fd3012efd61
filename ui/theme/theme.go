// Package theme gives every role on screen its looks, out of glamour's style
// sheets. It knows nothing of layout, and no text but whether it is Han.
package theme

import (
	"strings"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"

	"juan/model"
	"juan/ui/role"
)

// An Ink is how a stretch of screen is meant: its role, the voices in it, and
// the role of what is laid over it, a hit say. It is comparable; the zero Ink
// is plain running text.
type Ink struct {
	Role  role.Role
	Voice model.Voice
	Over  role.Role // role.Body for nothing
}

// A Theme paints. It belongs to one goroutine.
type Theme struct {
	sheet     ansi.StyleConfig
	dark      bool
	colorless bool
	roles     [role.Count]lipgloss.Style
	codes     map[Ink]code
}

// A code is the control sequences before and behind painted text.
type code struct{ on, off string }

// New returns the theme of a style sheet, for a dark or a light background.
// Where the terminal shows no colours, what colour would tell is told by
// weight, underline and reverse.
func New(sheet ansi.StyleConfig, dark, colorless bool) *Theme {
	t := &Theme{sheet: sheet, dark: dark, colorless: colorless, codes: make(map[Ink]code)}
	t.text()
	t.code()
	t.screen()
	return t
}

// Paint appends s to b, painted.
func (t *Theme) Paint(b *strings.Builder, k Ink, s string) {
	if k.Voice&model.Emphasis != 0 && hasHan(s) { // Han is never slanted
		k.Voice = k.Voice&^model.Emphasis | model.Strong
	}
	c, ok := t.codes[k]
	if !ok {
		c.on, c.off, _ = strings.Cut(t.style(k).Render("x"), "x")
		t.codes[k] = c
	}
	b.WriteString(c.on)
	b.WriteString(s)
	b.WriteString(c.off)
}

// style composes the style of an ink: its role, then its voices, then what
// lies over it.
func (t *Theme) style(k Ink) lipgloss.Style {
	s := t.roles[k.Role]
	for _, v := range [...]struct {
		voice model.Voice
		style ansi.StylePrimitive
	}{
		{model.Strong, t.sheet.Strong},
		{model.Emphasis, t.sheet.Emph},
		{model.Strike, t.sheet.Strikethrough},
		{model.Verbatim, t.sheet.Code.StylePrimitive},
		{model.Link, t.sheet.Link},
		{model.NoteRef, t.sheet.LinkText},
		{model.Picture, t.sheet.ImageText},
	} {
		if k.Voice&v.voice != 0 {
			s = over(s, v.style)
		}
	}
	if k.Voice&model.Strong != 0 {
		s = s.Bold(true)
	}
	if k.Over != role.Body {
		o := t.roles[k.Over]
		s = o.Inherit(s.UnsetBackground().UnsetForeground())
	}
	return s
}

// over lays a sheet's primitive over a style.
func over(s lipgloss.Style, p ansi.StylePrimitive) lipgloss.Style {
	if p.Color != nil {
		s = s.Foreground(lipgloss.Color(*p.Color))
	}
	if p.BackgroundColor != nil {
		s = s.Background(lipgloss.Color(*p.BackgroundColor))
	}
	set := func(v *bool, f func(bool) lipgloss.Style) {
		if v != nil {
			s = f(*v)
		}
	}
	set(p.Bold, func(v bool) lipgloss.Style { return s.Bold(v) })
	set(p.Italic, func(v bool) lipgloss.Style { return s.Italic(v) })
	set(p.Underline, func(v bool) lipgloss.Style { return s.Underline(v) })
	set(p.CrossedOut, func(v bool) lipgloss.Style { return s.Strikethrough(v) })
	set(p.Faint, func(v bool) lipgloss.Style { return s.Faint(v) })
	set(p.Inverse, func(v bool) lipgloss.Style { return s.Reverse(v) })
	return s
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x2e80 })
}
