package launch

import (
	"os"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/ui"
	"juan/ui/term"
)

// The variables by which juan starts itself again do not reach what it starts.
func TestChildrenGetACleanEnvironment(t *testing.T) {
	t.Setenv(carried, term.Answer{Asked: true, Answered: true, Cells: 2}.Encode())
	t.Setenv(eastAsian, "1")
	p := Remembered()
	if !p.again || !p.wide || p.answer.Cells != 2 {
		t.Errorf("%+v", p)
	}
	for _, name := range []string{carried, eastAsian} {
		if v, ok := os.LookupEnv(name); ok {
			t.Errorf("%s is still %q", name, v)
		}
	}
}

// The switch that the user set stays where juan did not set it.
func TestForeignSwitchIsLeftAlone(t *testing.T) {
	t.Setenv(eastAsian, "1")
	if p := Remembered(); !p.wide || p.again || !p.foreign || os.Getenv(eastAsian) != "1" {
		t.Errorf("%+v, %q", p, os.Getenv(eastAsian))
	}
}

func at(x, y int) tea.Msg { return tea.CursorPositionMsg{X: x, Y: y} }

// The answer that came too late to the question is heard from the screen's own
// input: the second position tells, wherever the first came.
func TestALateAnswer(t *testing.T) {
	for _, tc := range []struct {
		name string
		late late
		in   []tea.Msg
		want tea.Msg
	}{
		{"narrow", late{waiting: true}, []tea.Msg{at(0, 4), at(1, 4)}, ui.Ambiguous(1)},
		{"wide", late{waiting: true}, []tea.Msg{at(0, 0), at(2, 0)}, ui.Ambiguous(2)},
		{"the first was in time", late{waiting: true, from: &term.Place{Row: 5, Column: 1}}, []tea.Msg{at(2, 4)}, ui.Ambiguous(2)},
		{"in the next row", late{waiting: true}, []tea.Msg{at(79, 4), at(2, 5)}, ui.Ambiguous(2)},
		{"in the first row, as keys", late{waiting: true}, []tea.Msg{tea.KeyPressMsg{Code: tea.KeyF3}, at(0, 0), tea.KeyPressMsg{Code: tea.KeyF3, Mod: tea.ModAlt}}, ui.Ambiguous(2)},
		{"not asked", late{}, []tea.Msg{at(0, 0), at(2, 0)}, nil},
		{"half an answer", late{waiting: true}, []tea.Msg{at(0, 0)}, nil},
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
