package sentence

import (
	"strings"
	"testing"
)

// A word stands where a search finds it, at either end too, and nowhere else.
func TestStands(t *testing.T) {
	const text = "扩大投资要看实效，让项目早日落地；a1 促消费"
	for i, r := range text {
		if r < 0x800 {
			continue
		}
		for j := i + 3; j <= min(len(text), i+9); j += 3 {
			if w := text[i:j]; !stands(w, text) {
				t.Errorf("%q is not found", w)
			}
		}
	}
	for _, w := range []string{"投机", "资要求", "费", "促", "效让"} {
		if stands(w, text) != strings.Contains(text, w) {
			t.Errorf("%q: %v", w, !strings.Contains(text, w))
		}
	}
	if stands("扩", "") || stands("扩大", "扩") {
		t.Error("a word is found in less than itself")
	}
}
