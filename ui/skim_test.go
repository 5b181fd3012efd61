package ui

import (
	"strings"
	"testing"
)

// While one skims, Enter opens paragraphs one after the other, a hit opens its own,
// and Z shows all again at the same place.
func TestSkimming(t *testing.T) {
	a := open(t, options(library()), 100, 24)
	press(a, "2", "]")
	at := a.reading.At()
	press(a, "Z")
	check(t, a, "Z")
	if a.reading.At() != at || strings.Count(text(a), "⋯") < 2 {
		t.Fatalf("at %v, was %v:\n%s", a.reading.At(), at, text(a))
	}
	signs := strings.Count(text(a), "⋯")
	press(a, "enter")
	check(t, a, "enter")
	if first, _, _ := strings.Cut(text(a), "⋯"); strings.Count(first, "6.2万人") == 0 || signs == 0 {
		t.Errorf("the first paragraph is not open:\n%s", text(a))
	}
	press(a, "/", "'稳住就业", "enter")
	check(t, a, "find")
	hit, ok := a.reading.Chosen()
	if !ok || !a.text.skim.Opens(hit.Block) {
		t.Errorf("the paragraph with the hit is not open: %v", hit)
	}
	press(a, "esc", "Z")
	if a.text.skim != nil || strings.Contains(text(a), "⋯") {
		t.Errorf("not whole again:\n%s", text(a))
	}
}
