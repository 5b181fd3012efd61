package fold

import (
	"fmt"
	"testing"
)

// What has a faster way folds to what normalizing it gives, whatever stands around
// it: wide forms of ASCII, and dashes.
func TestFasterWays(t *testing.T) {
	faster := []rune("‐‑‒–—―−─⸺⸻〜∼⁄∕")
	for r := rune(0xff01); r <= 0xff5e; r++ {
		faster = append(faster, r)
	}
	for _, r := range faster {
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
