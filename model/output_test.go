package model

import (
	"slices"
	"testing"
)

// The styles of a line cover all of it once, whatever looks it has.
func TestStylesCoverTheLine(t *testing.T) {
	bold, red := Style{Attr: Bold}, Style{Fore: Palette(1)}
	for _, tc := range []struct {
		line  string
		looks []Look
		ends  []int
		of    []Style
	}{
		{"", nil, nil, nil},
		{"plain", nil, []int{5}, []Style{{}}},
		{"粗体", []Look{{0, 6, bold}}, []int{6}, []Style{bold}},
		{"a粗b红", []Look{{1, 4, bold}, {5, 8, red}}, []int{1, 4, 5, 8}, []Style{{}, bold, {}, red}},
		{"粗红c", []Look{{0, 3, bold}, {3, 6, red}}, []int{3, 6, 7}, []Style{bold, red, {}}},
	} {
		var ends []int
		var of []Style
		for end, style := range (Output{Line: tc.line, Looks: tc.looks}).Styles() {
			ends, of = append(ends, end), append(of, style)
		}
		if !slices.Equal(ends, tc.ends) || !slices.Equal(of, tc.of) {
			t.Errorf("%q: %v %v, want %v %v", tc.line, ends, of, tc.ends, tc.of)
		}
	}
}
