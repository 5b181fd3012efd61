package screen

import (
	"strings"
	"testing"

	"juan/ui/cell"
	"juan/ui/role"
	"juan/ui/theme"
)

// rowOf returns a row of one stretch a word.
func rowOf(s string, p cell.Policy) Row {
	c := Canvas{Policy: p}
	var out Row
	for _, word := range strings.SplitAfter(cell.Visible(s), " ") {
		out = append(out, c.Seg(role.Row, word))
	}
	return out
}

func words(r Row) string {
	var b strings.Builder
	for _, s := range r {
		b.WriteString(s.Text)
	}
	return b.String()
}

// However a row is cut, padded or covered, it has the cells that were asked for,
// and each stretch is as wide as it says.
func FuzzRows(f *testing.F) {
	f.Add("一二 ab三", 1, 4, 3)
	f.Add("“甲” é👨‍👩‍👧", 0, 3, 9)
	f.Add("", 2, 5, 0)
	f.Fuzz(func(t *testing.T, s string, from, to, n int) {
		for _, p := range []cell.Policy{{}, {WideAmbiguous: true}, {Clusters: true}} {
			r := rowOf(s, p)
			w := r.Width()
			from, to, n := min(max(from, 0), w), min(max(to, 0), w), min(max(n, 0), 200)
			check := func(what string, r Row, want int) {
				if r.Width() != want {
					t.Fatalf("%q %s takes %d cells of %d", s, what, r.Width(), want)
				}
				for _, seg := range r {
					if got := p.Width(seg.Text); got != seg.W {
						t.Fatalf("%q %s: %q takes %d cells, not %d", s, what, seg.Text, got, seg.W)
					}
				}
			}
			if from <= to {
				check("cut", r.Cut(from, to, p), to-from)
			}
			check("padded", r.Pad(n, p, theme.Ink{}), n)
			if top := rowOf("盖", p); from+top.Width() <= w {
				check("covered", r.Cover(from, top, p), w)
			}
		}
	})
}

func TestHalfOfAWideCharacterIsBlank(t *testing.T) {
	var p cell.Policy
	r := rowOf("一二三", p)
	if got := words(r.Cut(1, 5, p)); got != " 二 " {
		t.Errorf("cut to %q", got)
	}
	if got := words(r.Cover(1, rowOf("ab", p), p)); got != " ab 三" {
		t.Errorf("covered to %q", got)
	}
}
