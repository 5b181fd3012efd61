package theme

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"juan/model"
	"juan/ui/role"
)

var grounds = []Ground{Unknown, Dark, Light}

func paint(t *Theme, k Ink, s string) string {
	var b strings.Builder
	t.Paint(&b, k, s)
	return b.String()
}

// Every sheet paints every role and voice without touching the text.
func TestPaintOnlyAddsLooks(t *testing.T) {
	const text = "汉字 “text”"
	for _, name := range Names() {
		for _, g := range grounds {
			if _, ok := Sheet(name, g); !ok {
				t.Fatalf("no sheet %s", name)
			}
			for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.TrueColor} {
				th := on(name, g, profile)
				for r := range role.Count {
					for v := model.Voice(0); v < 1<<7; v++ {
						if got := ansi.Strip(paint(th, Ink{Role: r, Voice: v, Over: role.Hit}, text)); got != text {
							t.Fatalf("%s: role %d voice %b gives %q", name, r, v, got)
						}
					}
				}
			}
		}
	}
}

func TestHanIsNeverSlanted(t *testing.T) {
	sheet, _ := Sheet("dark", Dark)
	th := New(sheet, Dark, colorprofile.TrueColor)
	k := Ink{Voice: model.Emphasis}
	slanted := regexp.MustCompile(`\x1b\[([0-9;]*;)?3(;[0-9;]*)?m`)
	if got := paint(th, k, "着重"); slanted.MatchString(got) {
		t.Errorf("Han is slanted: %q", got)
	}
	if got := paint(th, k, "stress"); !slanted.MatchString(got) {
		t.Errorf("Latin is not: %q", got)
	}
	if han, latin := paint(th, k, "字"), paint(th, k, "a"); strings.Replace(han, "字", "a", 1) == latin {
		t.Errorf("emphasis looks the same in Han and Latin: %q", han)
	}
}

// Roles that must differ do so without colours too.
func TestWithoutColoursRolesStillDiffer(t *testing.T) {
	sheet, _ := Sheet("notty", Dark)
	th := New(sheet, Dark, colorprofile.ASCII)
	plain := paint(th, Ink{}, "x")
	for _, pair := range [][2]Ink{
		{{Role: role.RowCursor}, {Role: role.Row}},
		{{Role: role.Heading1}, {}},
		{{Over: role.Hit}, {}},
		{{Over: role.Quantity}, {}},
		{{Over: role.Quantity}, {Over: role.Hit}},
		{{Over: role.Hit}, {Over: role.HitCurrent}},
		{{Over: role.Spoken}, {}},
		{{Over: role.Spoken}, {Over: role.Hit}},
		{{Over: role.Spoken}, {Over: role.HitCurrent}},
		{{Over: role.Spoken}, {Over: role.LastSeen}},
		{{Over: role.Selected}, {}},
		{{Over: role.Highlighted}, {}},
		{{Over: role.Highlighted}, {Over: role.Hit}},
		{{Over: role.Selected}, {Over: role.Hit}},
		{{Over: role.Selected}, {Over: role.HitCurrent}},
		{{Role: role.PaneTitleFocused}, {Role: role.PaneTitle}},
		{{Voice: model.Strong}, {}},
	} {
		if a, b := paint(th, pair[0], "x"), paint(th, pair[1], "x"); a == b {
			t.Errorf("%+v and %+v look the same: %q (plain is %q)", pair[0], pair[1], a, plain)
		}
	}
}

func TestSheetsAreReadFromJSON(t *testing.T) {
	s, err := Read([]byte(`{"heading": {"color": "#ff0000", "bold": true}}`))
	if err != nil {
		t.Fatal(err)
	}
	if got := paint(New(s, Dark, colorprofile.TrueColor), Ink{Role: role.Heading2}, "x"); !strings.Contains(got, "255;0;0") {
		t.Errorf("a red heading is %q", got)
	}
	if _, err := Read([]byte("{")); err == nil {
		t.Error("a broken sheet is taken")
	}
	if _, ok := Sheet("no such", Dark); ok {
		t.Error("a sheet that is none is found")
	}
}

func TestLinksHoldNothingButAnAddress(t *testing.T) {
	sheet, _ := Sheet("dark", Dark)
	th := New(sheet, Dark, colorprofile.TrueColor)
	for target, want := range map[string]string{
		"https://a.cn/卷?q=1":     "\x1b]8;;https://a.cn/%E5%8D%B7?q=1\x1b\\",
		"https://a\x1b\\.cn\x07": "\x1b]8;;https://a%1B\\.cn%07\x1b\\",
		"guide.md":               "",
		"javascript:alert(1)":    "",
	} {
		var b strings.Builder
		th.PaintLink(&b, Ink{}, target, "x")
		if got := b.String(); !strings.HasPrefix(got, want) || want == "" && strings.Contains(got, "]8;") {
			t.Errorf("%q is painted as %q", target, got)
		}
	}
}

// on returns the theme of a sheet on a ground that it need not be for.
func on(name string, g Ground, p colorprofile.Profile) *Theme {
	sheet, _ := Sheet(name, g)
	return build(sheet, g, p, name == Contrast)
}
