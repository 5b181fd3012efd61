package theme

import (
	"image/color"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"juan/model"
	"juan/ui/role"
)

// Everything with a meaning is shown by more than colour, under every sheet, on every
// background and in any number of colours. Headings of the lower levels, lists, tasks,
// quotes, notes, pictures and marks in the margin have signs of their own, which are
// text.
func TestNothingIsToldByColourAlone(t *testing.T) {
	body := Ink{}
	for _, name := range Names() {
		for _, g := range grounds {
			for _, p := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
				th := on(name, g, p)
				for what, pair := range map[string][2]Ink{
					"the title":            {{Role: role.Title}, body},
					"a heading":            {{Role: role.Heading1}, body},
					"a second heading":     {{Role: role.Heading2}, body},
					"a run-in heading":     {{Role: role.Lead}, body},
					"the head of a table":  {{Role: role.TableHead}, {Role: role.TableCell}},
					"strong text":          {{Voice: model.Strong}, body},
					"struck text":          {{Voice: model.Strike}, body},
					"a link":               {{Voice: model.Link}, body},
					"a hit":                {{Over: role.Hit}, body},
					"the current hit":      {{Over: role.HitCurrent}, {Over: role.Hit}},
					"what was seen last":   {{Over: role.LastSeen}, body},
					"a lit figure":         {{Over: role.Quantity}, body},
					"a hit beside figures": {{Over: role.Hit}, {Over: role.Quantity}},
					"a current hit":        {{Over: role.HitCurrent}, {Over: role.Quantity}},
					"a mark":               {{Role: role.Mark}, body},
					"an alert":             {{Role: role.StatusAlert}, {Role: role.Status}},
					"the row of the focus": {{Role: role.RowCursor}, {Role: role.Row}},
					"the open row":         {{Role: role.RowSelected}, {Role: role.Row}},
					"the pane of the keys": {{Role: role.PaneTitleFocused}, {Role: role.PaneTitle}},
					"a prompt":             {{Role: role.Prompt}, {Role: role.Input}},
					"the title of a popup": {{Role: role.PopupTitle}, {Role: role.Popup}},
				} {
					if a, b := attributesOf(th.style(pair[0])), attributesOf(th.style(pair[1])); a == b {
						t.Errorf("%s, ground %d, %v: %s is told by colour alone: %+v", name, g, p, what, a)
					}
				}
			}
		}
	}
}

// A hit differs from the text around it, and the current hit from both, whatever they
// stand in.
func TestHitsAreToldByMoreThanColour(t *testing.T) {
	for _, name := range Names() {
		for _, g := range grounds {
			for _, p := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
				th := on(name, g, p)
				for r := range role.Count {
					for _, v := range []model.Voice{0, model.Strong, model.Emphasis, model.Strike, model.Verbatim, model.Link, model.NoteRef, model.Picture, model.Link | model.Strong, 1<<7 - 1} {
						around, hit, current := Ink{Role: r, Voice: v}, Ink{Role: r, Voice: v, Over: role.Hit}, Ink{Role: r, Voice: v, Over: role.HitCurrent}
						a, b, c := attributesOf(th.style(around)), attributesOf(th.style(hit)), attributesOf(th.style(current))
						if a == b || a == c || b == c {
							t.Fatalf("%s, ground %d, %v: in role %d, voice %b: %+v, a hit %+v, the current one %+v", name, g, p, r, v, a, b, c)
						}
					}
				}
			}
		}
	}
}

// Under the sheet of high contrast every colour has a contrast of 7 to what is
// behind it, and nothing is dim.
func TestHighContrast(t *testing.T) {
	for _, g := range grounds {
		for _, p := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
			colours := 0
			on(Contrast, g, p).all(func(k Ink, s lipgloss.Style) {
				fore, back := seen(s, p)
				if s.GetFaint() {
					t.Errorf("ground %d, %v: %+v is dim", g, p, k)
				}
				if back == nil {
					back = map[Ground]color.Color{Dark: color.Black, Light: color.White}[g]
				}
				if fore == nil {
					return
				}
				if colours++; back == nil || contrast(fore, back) < 7 {
					t.Errorf("ground %d, %v: %+v is %v on %v", g, p, k, fore, back)
				}
			})
			if some := g != Unknown && p >= colorprofile.ANSI256; some != (colours > 0) {
				t.Errorf("ground %d, %v: %d colours", g, p, colours)
			}
		}
	}
}
