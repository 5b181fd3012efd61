package theme

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"juan/model"
	"juan/ui/role"
)

// What a program wrote looks as it is meant: its colours are those of the terminal,
// under any sheet and on any ground. Without colours attributes are left.
func TestLooksOfPrograms(t *testing.T) {
	s := model.Style{Fore: model.Palette(4), Back: model.Palette(200), Attr: model.Bold | model.Underlined}
	paint := func(name string, g Ground, p colorprofile.Profile, k Ink) string {
		var b strings.Builder
		Of(name, nil, g, p).Paint(&b, k, "x")
		return b.String()
	}
	for _, g := range []Ground{Unknown, Dark, Light} {
		for _, name := range []string{"dark", "light", "dracula", Auto} {
			for p, want := range map[colorprofile.Profile][2]string{
				colorprofile.TrueColor: {"34", "48;5;200"}, colorprofile.ANSI256: {"34", "48;5;200"}, colorprofile.ANSI: {"34", "48;5;200"}, colorprofile.ASCII: {"", ""},
			} {
				got := paint(name, g, p, Ink{Role: role.Output, Style: s})
				if !strings.Contains(got, want[0]) || !strings.Contains(got, want[1]) || want[0] == "" && strings.Contains(got, "34") || !strings.Contains(got, "1;") || !strings.Contains(got, "4") {
					t.Errorf("%s on ground %d in %v: %q", name, g, p, got)
				}
			}
		}
	}
	if got := paint("dark", Dark, colorprofile.TrueColor, Ink{Role: role.Output}); got != "x" {
		t.Errorf("plain text is %q", got)
	}
	if got := paint("dark", Dark, colorprofile.TrueColor, Ink{Role: role.Output, Style: model.Style{Fore: model.RGB(1, 2, 3)}}); !strings.Contains(got, "38;2;1;2;3") {
		t.Errorf("true colour is %q", got)
	}
	hit, plain := paint("dark", Dark, colorprofile.TrueColor, Ink{Role: role.Output, Style: s, Over: role.Hit}), paint("dark", Dark, colorprofile.TrueColor, Ink{Role: role.Output, Style: s})
	if hit == plain {
		t.Errorf("a hit is not seen: %q", hit)
	}
	if got := paint(Contrast, Dark, colorprofile.TrueColor, Ink{Role: role.Output, Style: s}); strings.Contains(got, "34") || !strings.Contains(got, "1") {
		t.Errorf("in high contrast it is %q", got)
	}
}

// However many colours a program writes, no more are remembered than fill a few pages.
func TestInksAreForgotten(t *testing.T) {
	th := Of("dark", nil, Dark, colorprofile.TrueColor)
	var b strings.Builder
	for i := range 3 * mostCodes {
		th.Paint(&b, Ink{Style: model.Style{Fore: model.RGB(uint8(i), uint8(i>>8), 0)}}, "x")
	}
	if len(th.codes) > mostCodes+1 {
		t.Errorf("%d inks are held", len(th.codes))
	}
}
