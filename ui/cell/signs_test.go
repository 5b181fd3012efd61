package cell

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// A terminal that draws signs in one cell gets frames that the renderer counts
// as the policy does, and the signs come back behind it.
func TestSignsThatAreDrawnNarrow(t *testing.T) {
	const text = "乾☰☷䷀䷿⚊㇤\U0001D300\U0001D376。a\u0301"
	for narrow, want := range map[Signs]int{0: 2 + 8*2 + 2 + 1, Trigrams: 2 + 6 + 2*2 + 2 + 1, Hexagrams: 2 + 6*2 + 2 + 2 + 1, Trigrams | Hexagrams: 2 + 8 + 2 + 1} {
		for _, p := range policies {
			if p.WideAmbiguous {
				continue // the renderer is in another mode
			}
			p.Narrow = narrow
			frame := p.Frame(text)
			counted := ansi.StringWidthWc(frame)
			if p.Clusters {
				counted = ansi.StringWidth(frame)
			}
			if got := p.Width(text); got != want || counted != want {
				t.Errorf("%+v: %d cells, the renderer counts %d, want %d", p, got, counted, want)
			}
			if back := strings.Map(SignOf, frame); back != text {
				t.Errorf("%+v: %q comes back as %q", p, text, back)
			}
		}
	}
}

// Each sign has a character of its own to stand for it, of one cell in every
// mode, that joins nothing.
func TestStandIns(t *testing.T) {
	seen := make(map[string]bool)
	for r := rune(0); r < 0x20000; r++ {
		if signs(r) == 0 {
			if SignOf(r) != r && (r < standIns || r >= standIns+190) {
				t.Errorf("%U stands for a sign", r)
			}
			continue
		}
		s := string(r)
		in := Policy{Narrow: Trigrams | Hexagrams}.Frame(s)
		if seen[in] || in == s || strings.Map(SignOf, in) != s {
			t.Errorf("%U: %q", r, in)
		}
		seen[in] = true
		for _, p := range policies {
			if p.Width(in) != 1 || p.Width("a"+in+"가") != 4 || p.Width(s) != 2 {
				t.Errorf("%U under %+v: %d cells, its stand-in %d", r, p, p.Width(s), p.Width(in))
			}
		}
	}
}

func TestSoftHyphens(t *testing.T) {
	const text = "soft\u00adhyphen"
	if got := Visible(text); got != text {
		t.Errorf("%q becomes %q", text, got)
	}
	for _, p := range policies {
		if got := p.Frame(text); strings.Contains(got, softHyphen) || p.Width(got) != 10 || p.Width(text) != 10 {
			t.Errorf("%+v: the frame is %q", p, got)
		}
	}
	if got := Printed(text); got != "softhyphen" {
		t.Errorf("%q is printed", got)
	}
}
