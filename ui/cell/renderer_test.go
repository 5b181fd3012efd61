package cell

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// The renderer measures every cell again, with a switch of its own that only
// the environment sets before the program starts. Whatever it is set to, a frame
// is counted as the policy has it. Each setting is tried in a process of its own.
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
	switched := os.Getenv("RUNEWIDTH_EASTASIAN") == "1"
	if ansi.StringWidth("“") == 2 != switched || (Policy{}).Counted() == switched {
		t.Fatal("the renderer is not in the mode meant")
	}
	for _, p := range framed() {
		for r := rune(0); r <= unicode.MaxRune; r++ {
			if !utf8.ValidRune(r) || r >= 0x20000 && r>>12 != 0xE0 && r%256 > 1 {
				continue // ideographs, unassigned or private throughout: a sample will do
			}
			if p.Narrow != 0 && signs(r) == 0 && r%256 > 1 {
				continue // drawn as under the policy without narrow signs
			}
			agree(t, p, string(r))
		}
		for _, c := range widths {
			agree(t, p, c.text)
		}
		agree(t, p, "乾☰☷䷀䷿⚊㇤\U0001D300\U0001D376。a\u0301“é”♂️🏃‍♂️\U000F0001\U0010FFFD")
	}
}

// framed returns all policies, with and without signs that are drawn narrow.
func framed() []Policy {
	out := policies[:len(policies):len(policies)]
	for _, p := range policies {
		for n := Trigrams; n <= Trigrams|Hexagrams; n++ {
			p.Narrow = n
			out = append(out, p)
		}
	}
	return out
}

// agree holds that the renderer counts a frame of s as p does, and that what was
// meant comes back behind it.
func agree(t *testing.T, p Policy, s string) {
	t.Helper()
	s = Visible(s)
	frame, counted := p.Frame(s), 0
	if p.Clusters {
		counted = ansi.StringWidth(frame)
	} else {
		counted = ansi.StringWidthWc(frame)
	}
	if got := p.Width(s); got != counted {
		t.Errorf("%+v, %+q: %d cells, the renderer counts %d in %+q", p, s, got, counted, frame)
	}
	if back, want := strings.Map(Meant, frame), p.Unjoin(s); back != want && !strings.ContainsRune(frame, tooMany) {
		t.Errorf("%+v: %+q comes back as %+q", p, want, back)
	}
}

func FuzzAgreesWithRenderer(f *testing.F) {
	for _, c := range widths {
		f.Add(c.text, byte(0))
		f.Add(c.text, byte(3))
	}
	f.Fuzz(func(t *testing.T, s string, which byte) {
		all := framed()
		agree(t, all[int(which)%len(all)], s)
	})
}
