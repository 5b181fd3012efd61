package fold

import (
	"fmt"
	"testing"
)

// Wide forms of ASCII fold to what normalizing them gives, whatever stands around
// them.
func TestWideForms(t *testing.T) {
	for r := rune(0xff01); r <= 0xff5e; r++ {
		for _, before := range []string{"", "人", "a", "，", " "} {
			for _, next := range []string{"", "a", "A", "人", "。", "　", " ", "\u0301", "\u3099", "\ufe0f", "Ａ", "\u302a", "é"} {
				s := before + string(r) + next
				slow := Folder{src: s}
				for i := 0; i < len(s); {
					if i == len(before) {
						i += slow.segment(i)
					} else {
						i += slow.step(i)
					}
				}
				if got, want := fmt.Sprint(New(s)), fmt.Sprint(slow.Text()); got != want {
					t.Errorf("%q: %s, want %s", s, got, want)
				}
			}
		}
	}
}
