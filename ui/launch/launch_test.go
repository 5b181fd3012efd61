package launch

import (
	"os"
	"testing"

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
