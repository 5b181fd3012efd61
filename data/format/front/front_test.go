package front

import (
	"testing"

	"juan/model"
)

// FuzzFrontMatter holds that what is not front matter stays text.
func FuzzFrontMatter(f *testing.F) {
	f.Add("---\ntitle: 题\ntags: [甲]\nheadings:\n- {text: a, level: 2}\n---\n文")
	f.Add("+++\ntitle = \"题\"\ndate = 2025-07-08\n+++\n文")
	f.Fuzz(func(t *testing.T, text string) {
		var e model.Entry
		if body, _, _ := Read(text, 0, true, &e); body < 0 || body > len(text) {
			t.Errorf("the body begins at %d of %d", body, len(text))
		}
	})
}
