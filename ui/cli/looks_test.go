package cli

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/theme"
	"juan/ui/typeset"
)

// No two levels of headings look the same, and none like strong running text,
// whatever the style sheet, the background and the colours of the terminal.
// Where a line begins does not count as a look.
func TestHeadingLevelsAreToldApart(t *testing.T) {
	const words = "渡口的来历"
	var body []model.Block
	for level := range 6 {
		body = append(body, model.Heading{Prose: model.Plain(words), Level: level + 1}, model.Paragraph{Prose: model.Plain("一段。")})
	}
	strong := len(body)
	body = append(body, model.Paragraph{Prose: model.NewProse(words, []model.Span{{To: len(words), Voice: model.Strong}})})
	a := model.NewArticle(model.Entry{}, body)
	for _, name := range theme.Names() {
		for _, ground := range []theme.Ground{theme.Unknown, theme.Dark, theme.Light} {
			for _, profile := range []colorprofile.Profile{colorprofile.NoTTY, colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
				for _, s := range []typeset.Settings{{Width: 60}, {Width: 20, Spaced: true}, {Width: 40, Policy: cell.Policy{WideAmbiguous: true}}} {
					doc := (*typeset.Doc)(nil).For(a, s)
					looks := make(map[string]int)
					for i := 0; i <= strong; i += 2 {
						look := painted(t, doc.Block(i), name, ground, profile)
						if other, ok := looks[look]; ok {
							t.Errorf("%s, ground %d, %v, %d cells: blocks %d and %d both are %q", name, ground, profile, s.Width, other, i, look)
						}
						looks[look] = i
					}
				}
			}
		}
	}
}

// painted returns what a pen writes of lines, without blank ones and indents.
func painted(t *testing.T, lines []typeset.Line, sheet string, g theme.Ground, profile colorprofile.Profile) string {
	t.Helper()
	var out strings.Builder
	p := &pen{inv: &invocation{}, profile: colorprofile.Writer{Forward: &out, Profile: profile}}
	p.theme = theme.Of(sheet, nil, g, profile)
	for _, l := range lines {
		runs := l.Runs
		for len(runs) > 0 && runs[0].From < 0 && strings.TrimSpace(runs[0].Text) == "" {
			runs = runs[1:]
		}
		if len(runs) == 0 {
			continue
		}
		if err := p.line(runs...); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}
