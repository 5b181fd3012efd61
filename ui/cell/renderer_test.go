package cell

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/mattn/go-runewidth"
)

// The renderer measures every cell again, with a switch of its own that only
// the environment sets before the program starts. Each mode is therefore
// compared in a process of its own.
func TestAgreesWithRenderer(t *testing.T) {
	const switched = "RUNEWIDTH_EASTASIAN"
	for _, value := range []string{"", "1"} {
		t.Run(switched+"="+value, func(t *testing.T) {
			cmd := exec.Command(os.Args[0], "-test.run=^TestRendererChild$", "-test.v")
			cmd.Env = append(os.Environ(), switched+"="+value, "JUAN_TEST_CHILD=1")
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
		})
	}
}

func TestRendererChild(t *testing.T) {
	if os.Getenv("JUAN_TEST_CHILD") == "" {
		t.Skip("runs inside TestAgreesWithRenderer")
	}
	wide := os.Getenv("RUNEWIDTH_EASTASIAN") == "1"
	points, clusters := Policy{WideAmbiguous: wide}, Policy{WideAmbiguous: wide, Clusters: true}
	if got := ansi.StringWidth("“"); got != clusters.Width("“") {
		t.Fatalf("the renderer is not in the mode meant: “ is %d cells", got)
	}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) || mark(r) != r {
			continue
		}
		if r == '\u00AD' {
			continue // never sent, see Unjoin
		}
		if r >= 0x40000 && r>>12 != 0xE0 && r%256 > 1 {
			continue // unassigned or private throughout: a sample will do
		}
		s := string(r)
		if got, want := clusters.Width(s), ansi.StringWidth(s); got != want {
			t.Errorf("clusters, %U: %d, renderer %d", r, got, want)
		}
		got, want := points.Width(s), ansi.StringWidthWc(s)
		if wide && got == 2 && want == 1 && accented(r) {
			continue // see codePoint
		}
		if got != want {
			t.Errorf("points, %U: %d, renderer %d", r, got, want)
		}
	}
	for _, c := range widths {
		s := strings.ReplaceAll(Visible(c.text), softHyphen, "\u2060")
		if got, want := clusters.Width(s), ansi.StringWidth(s); got != want {
			t.Errorf("clusters, %q: %d, renderer %d", s, got, want)
		}
		if got, want := points.Width(s), ansi.StringWidthWc(s); got != want && s != "éāü" {
			t.Errorf("points, %q: %d, renderer %d", s, got, want)
		}
	}
}

// accented tells the ambiguous letters for which the terminal is right and the
// renderer's measure by code points is not.
func accented(r rune) bool {
	return r < 0x300 && unicode.IsLetter(r) && runewidth.IsAmbiguousWidth(r)
}

// The renderer's unswitched mode on arbitrary text.
func FuzzAgreesWithRenderer(f *testing.F) {
	if os.Getenv("RUNEWIDTH_EASTASIAN") == "1" {
		f.Skip("the renderer counts ambiguous characters as wide here")
	}
	for _, c := range widths {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ReplaceAll(Visible(s), softHyphen, "\u2060")
		if got, want := (Policy{}).Width(s), ansi.StringWidthWc(s); got != want {
			t.Errorf("points, %q: %d, renderer %d", s, got, want)
		}
		if got, want := (Policy{Clusters: true}).Width(s), ansi.StringWidth(s); got != want {
			t.Errorf("clusters, %q: %d, renderer %d", s, got, want)
		}
	})
}
