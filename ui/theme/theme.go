// Package theme gives every role on screen its looks, out of glamour's style
// sheets. It knows nothing of layout, and no text but whether it is Han.
package theme

import (
	"slices"
	"strings"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"juan/model"
	"juan/ui/role"
)

// An Ink is how a stretch of screen is meant: its role, the voices in it, and
// the role of what is laid over it, a hit say. It is comparable; the zero Ink
// is plain running text.
type Ink struct {
	Role  role.Role
	Voice model.Voice
	Over  role.Role   // role.Body for nothing
	Style model.Style // of a program's own, over that of the role

	Fore, Back Pixel // of a picture, which has no role; 0 for none
}

// A Theme paints. It belongs to one goroutine.
type Theme struct {
	sheet     ansi.StyleConfig
	ground    Ground
	profile   colorprofile.Profile
	colorless bool // what colour would show is shown by weight, underline and reverse
	stark     bool // of high contrast: nothing is dim
	roles     [role.Count]lipgloss.Style
	codes     map[Ink]code
}

// mostCodes is how many inks are remembered with what paints them.
const mostCodes = 4096

// A code is the control sequences before and after painted text.
type code struct{ on, off string }

// Of returns the theme of the sheet with a name, or of a sheet of the reader's own in
// its place, nil for none; see [New].
func Of(name string, own *ansi.StyleConfig, g Ground, profile colorprofile.Profile) *Theme {
	sheet, _ := Sheet(name, g)
	if own != nil {
		sheet = *own
	}
	return build(sheet, g.Under(name), profile, own == nil && strings.ToLower(name) == Contrast)
}

// New returns the theme of a style sheet on a ground, for a terminal with as many
// colours as profile says. Where there are none, or sixteen on an unknown ground, it
// uses no colours.
func New(sheet ansi.StyleConfig, g Ground, profile colorprofile.Profile) *Theme {
	return build(sheet, g, profile, false)
}

func build(sheet ansi.StyleConfig, g Ground, profile colorprofile.Profile, stark bool) *Theme {
	t := &Theme{sheet: sheet, ground: g, profile: profile, stark: stark, codes: make(map[Ink]code)}
	t.colorless = profile <= colorprofile.ASCII || profile == colorprofile.ANSI && g == Unknown
	if stark && (g == Unknown || profile < plainest) {
		t.colorless = true
	}
	t.text()
	t.code()
	t.screen()
	return t
}

// Paint appends texts to b, painted as one.
func (t *Theme) Paint(b *strings.Builder, k Ink, texts ...string) {
	if k.Fore|k.Back != 0 {
		paintPixels(b, k, strings.Join(texts, ""))
		return
	}
	if k.Voice&model.Emphasis != 0 && slices.ContainsFunc(texts, hasHan) { // Han is never slanted
		k.Voice = k.Voice&^model.Emphasis | model.Strong
	}
	c, ok := t.codes[k]
	if !ok {
		if len(t.codes) > mostCodes { // a program may write every letter in a colour of its own
			clear(t.codes)
		}
		c.on, c.off, _ = strings.Cut(t.style(k).Render("x"), "x")
		t.codes[k] = c
	}
	b.WriteString(c.on)
	for _, s := range texts {
		b.WriteString(s)
	}
	b.WriteString(c.off)
}

// style composes the style of an ink: its role, then its voices, then its highlight.
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
	if k.Voice&model.Link != 0 { // whatever the sheet says: colour alone is not enough
		s = s.Underline(true)
	}
	if k.Voice&model.Strike != 0 {
		s = s.Strikethrough(true)
	}
	if t.ground == Unknown {
		s = s.UnsetBackground()
	}
	switch k.Over {
	case role.Body:
	case role.LastSeen:
		return t.dressed(t.settle(s.Underline(true)), k.Style)
	default:
		return t.lit(t.dressed(s, k.Style), t.roles[k.Over])
	}
	return t.dressed(t.settle(s), k.Style)
}

// lit returns the style over laid over the style under. Where only colours would
// distinguish the result from under, reverse is toggled: a hit in a link, say, as both
// are underlined.
func (t *Theme) lit(under, over lipgloss.Style) lipgloss.Style {
	s := t.settle(over.Inherit(under.UnsetBackground().UnsetForeground()))
	if attributesOf(s) == attributesOf(t.settle(under)) {
		s = s.Reverse(!s.GetReverse())
	}
	return s
}

// attributes are what distinguishes two styles without colours.
type attributes struct{ bold, italic, underline, strike, faint, reverse bool }

func attributesOf(s lipgloss.Style) attributes {
	return attributes{s.GetBold(), s.GetItalic(), s.GetUnderline(), s.GetStrikethrough(), s.GetFaint(), s.GetReverse()}
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
