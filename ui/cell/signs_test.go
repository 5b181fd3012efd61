package cell

import (
	"strings"
	"testing"
)

// Signs are as wide as the terminal draws them, group by group.
func TestSignsThatAreDrawnNarrow(t *testing.T) {
	const text = "乾☰☷䷀䷿⚊㇤\U0001D300\U0001D376。a\u0301"
	for narrow, want := range map[Signs]int{0: 2 + 8*2 + 2 + 1, Trigrams: 2 + 6 + 2*2 + 2 + 1, Hexagrams: 2 + 6*2 + 2 + 2 + 1, Trigrams | Hexagrams: 2 + 8 + 2 + 1} {
		for _, p := range policies {
			p.Narrow = narrow
			if got := p.Width(text); got != want {
				t.Errorf("%+v: %d cells, want %d", p, got, want)
			}
		}
	}
}

// Each character has a stand-in of its own for each width, none of which a text
// can bring along.
func TestStandIns(t *testing.T) {
	seen := make(map[rune]rune)
	for r := rune(0xA0); r < 0x110000; r++ {
		if r >= 0x20000 && r < privatePlanes {
			continue
		}
		for cells := 1; cells <= 2; cells++ {
			in := standIn(r, cells)
			if in == tooMany {
				continue
			}
			if was, ok := seen[in]; ok || Meant(in) != r || mark(in) == in {
				t.Fatalf("%U in %d cells is %U, which stands for %U (and %U)", r, cells, in, Meant(in), was)
			}
			seen[in] = r
		}
	}
	for r := range rune(0x110000) {
		if _, ok := seen[r]; !ok && mark(r) == r && Meant(r) != r {
			t.Fatalf("%U turns into %U", r, Meant(r))
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
