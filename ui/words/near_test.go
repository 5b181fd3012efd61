package words

import (
	"strings"
	"testing"
)

func TestNear(t *testing.T) {
	names := []string{"theme", "width", "find", "find-everywhere", "heading-next"}
	for typed, want := range map[string]string{
		"theem": "theme", "Theme": "theme", "thme": "theme", "witdh": "width", "fnd": "find", "find-everwhere": "find-everywhere", "headingnext": "heading-next",
		"colour": "", "": "", "x": "", strings.Repeat("find", 100): "",
	} {
		if got := Near(typed, names); got != want {
			t.Errorf("%q is near %q, want %q", typed, got, want)
		}
	}
}
