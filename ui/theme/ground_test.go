package theme

import (
	"image/color"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"juan/model"
	"juan/ui/role"
)

// all yields the style of every role in every single voice, plain and lit.
func (t *Theme) all(yield func(Ink, lipgloss.Style)) {
	for r := range role.Count {
		for v := model.Voice(0); v < 1<<7; v = max(2*v, 1) {
			for _, o := range []role.Role{role.Body, role.Hit, role.HitCurrent} {
				k := Ink{Role: r, Voice: v, Over: o}
				yield(k, t.style(k))
			}
		}
	}
}

// seen returns the colours of a style as the terminal has them; nil stands for
// the terminal's own.
func seen(s lipgloss.Style, p colorprofile.Profile) (fore, back color.Color) {
	if c := s.GetForeground(); isColor(c) {
		fore = p.Convert(c)
	}
	if c := s.GetBackground(); isColor(c) {
		back = p.Convert(c)
	}
	return fore, back
}

// brighter returns what many terminals make of a colour under bold text.
func brighter(c color.Color) color.Color {
	if b, ok := c.(ansi.BasicColor); ok && b < 8 {
		return b + 8
	}
	return c
}

// On a background that is not known all colours can be read on black and on
// white; among sixteen all can be read on the background there is.
func TestColoursCanBeRead(t *testing.T) {
	for _, name := range Names() {
		for _, g := range grounds {
			for _, p := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
				if g != Unknown && p > colorprofile.ANSI {
					continue // a sheet is believed on the ground it is for
				}
				on(name, g, p).all(func(k Ink, s lipgloss.Style) {
					fore, back := seen(s, p)
					switch {
					case fore == nil && back == nil:
					case fore == nil:
						t.Errorf("%s, ground %d, %v: %+v stands in the terminal's colour on %v", name, g, p, k, back)
					case back != nil && contrast(fore, back) < legible:
						t.Errorf("%s, ground %d, %v: %+v is %v on %v", name, g, p, k, fore, back)
					case p == colorprofile.ANSI && tinted(back) && (s.GetBold() || fore != ansi.Black && fore != ansi.BrightWhite):
						t.Errorf("%s, ground %d: %+v is %v on %v, bold: %t", name, g, k, fore, back, s.GetBold())
					case back == nil && s.GetBold() && g.contrast(brighter(fore)) < legible:
						t.Errorf("%s, ground %d, %v: %+v is %v, and bold", name, g, p, k, fore)
					case back == nil && g.contrast(fore) < legible:
						t.Errorf("%s, ground %d, %v: %+v is %v, contrast %.2f", name, g, p, k, fore, g.contrast(fore))
					}
				})
			}
		}
	}
}

// Dim text is dimmer than running text in every number of colours.
func TestDimIsDim(t *testing.T) {
	for _, p := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
		for _, g := range grounds {
			sheet, _ := Sheet(Auto, g)
			th := New(sheet, g, p)
			own := map[Ground]color.Color{Dark: color.White, Light: color.Black}[g]
			for _, r := range []role.Role{role.RowDim, role.PaneTitle, role.Byline, role.Hint} {
				s := th.roles[r]
				fore, _ := seen(th.settle(s), p)
				switch {
				case fore == nil && !s.GetFaint():
					t.Errorf("ground %d, %v: role %d is not dim", g, p, r)
				case fore != nil && own != nil && g.contrast(fore) > g.contrast(own)/2:
					t.Errorf("ground %d, %v: role %d has contrast %.1f", g, p, r, g.contrast(fore))
				}
			}
		}
	}
}

func TestGroundOfANamedSheet(t *testing.T) {
	for _, tc := range []struct {
		asked Ground
		name  string
		want  Ground
	}{{Unknown, Auto, Unknown}, {Unknown, "", Unknown}, {Unknown, "light", Light}, {Unknown, "dracula", Dark}, {Light, "dracula", Light}, {Dark, Auto, Dark}} {
		if got := tc.asked.Under(tc.name); got != tc.want {
			t.Errorf("%q on %d is %d, want %d", tc.name, tc.asked, got, tc.want)
		}
	}
}

// Among sixteen colours, too, a heading of the first level has one of its own.
func TestTheFirstLevelHasItsOwnColour(t *testing.T) {
	for _, name := range Names() {
		for _, g := range []Ground{Light, Dark} {
			th := on(name, g, colorprofile.ANSI)
			first, second := th.settle(th.roles[role.Heading1]).GetForeground(), th.settle(th.roles[role.Heading2]).GetForeground()
			if isColor(second) && first == second {
				t.Errorf("%s on ground %d: both are %v", name, g, first)
			}
		}
	}
}
