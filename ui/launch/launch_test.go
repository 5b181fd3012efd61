package launch

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/ui"
	"juan/ui/cell"
	"juan/ui/term"
)

func at(x, y int) tea.Msg { return tea.CursorPositionMsg{X: x, Y: y} }

// The answer that came too late to the question is heard from the screen's own
// input: the second position tells, wherever the first came.
func TestALateAnswer(t *testing.T) {
	asked := func(places ...term.Place) late {
		a := term.Answer{Asked: true}
		for _, p := range places {
			a.Hear(p)
		}
		return late{answer: a}
	}
	narrow, wide := ui.Drawn{}, ui.Drawn{WideAmbiguous: true}
	for _, tc := range []struct {
		name string
		late late
		in   []tea.Msg
		want tea.Msg
	}{
		{"narrow", asked(), []tea.Msg{at(0, 4), at(1, 4)}, narrow},
		{"wide", asked(), []tea.Msg{at(0, 0), at(2, 0)}, wide},
		{"the first was in time", asked(term.Place{Row: 5, Column: 1}), []tea.Msg{at(2, 4)}, wide},
		{"in the next row", asked(), []tea.Msg{at(79, 4), at(2, 5)}, wide},
		{"in the first row, as keys", asked(), []tea.Msg{tea.KeyPressMsg{Code: tea.KeyF3}, at(0, 0), tea.KeyPressMsg{Code: tea.KeyF3, Mod: tea.ModAlt}}, wide},
		{"all of it", asked(), []tea.Msg{at(0, 4), at(2, 4), at(3, 4), at(5, 4)}, ui.Drawn{WideAmbiguous: true, Narrow: cell.Trigrams}},
		{"the signs were late", asked(term.Place{Row: 5, Column: 1}, term.Place{Row: 5, Column: 2}), []tea.Msg{at(2, 4), at(3, 4)}, ui.Drawn{Narrow: cell.Trigrams | cell.Hexagrams}},
		{"pictures were not asked for", asked(), []tea.Msg{at(0, 4), at(2, 4), at(3, 4), at(5, 4), at(5, 4)}, ui.Drawn{WideAmbiguous: true, Narrow: cell.Trigrams}},
		{"more than was asked for", asked(), []tea.Msg{at(0, 4), at(2, 4), at(3, 4), at(5, 4), at(5, 4), at(9, 4)}, nil},
		{"not asked", late{}, []tea.Msg{at(0, 0), at(2, 0)}, nil},
		{"half an answer", asked(), []tea.Msg{at(0, 0)}, nil},
	} {
		var got tea.Msg
		for _, m := range tc.in {
			if got = tc.late.filter(nil, m); got == m {
				t.Errorf("%s: %v is handed on", tc.name, m)
			}
		}
		if got != tc.want {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
		}
	}
	if got := new(late).filter(nil, tea.WindowSizeMsg{Width: 3}); got != (tea.WindowSizeMsg{Width: 3}) {
		t.Errorf("%v is not handed on", got)
	}
}
