package linebreak

import (
	"strings"
	"testing"

	"juan/ui/cell"
)

// Texts of one character, 64 KB each: every byte is looked
// at a bounded number of times, or this test does not end.
func TestHostile(t *testing.T) {
	for _, s := range []string{" ", "(", ")", `"`, "\u0301", "a\u0301", "\u200d", "：//", "a://", "www.", "1/", "1克", "[1", "——", "，", "\x1b", "\xff", "🇨🇳", "\u1100", "\u0600", "-", "\n", "한", "\u00a0"} {
		text := strings.Repeat(s, 1<<16/len(s))
		for _, o := range []Options{{}, {Hang: true, Strict: true}} {
			for _, p := range policies[1:3] {
				Fill(nil, text, 9, 3, p, o)
			}
		}
		MinWidth(text, cell.Policy{})
	}
}
