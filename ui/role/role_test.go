package role

import "testing"

func TestHeadingsAreClamped(t *testing.T) {
	for level, want := range map[int]Role{-1: Heading1, 0: Heading1, 1: Heading1, 3: Heading3, 6: Heading6, 9: Heading6} {
		if got := Heading(level); got != want || !got.IsHeading() {
			t.Errorf("Heading(%d) = %d, want %d", level, got, want)
		}
	}
}

// Three blocks of constants follow one another without a gap or an overlap.
func TestKindsDoNotOverlap(t *testing.T) {
	code, headings := 0, 0
	for r := range Count {
		if r.IsCode() {
			code++
		}
		if r.IsHeading() {
			headings++
		}
	}
	if code != 30 || headings != 6 || CodeText.IsHeading() || CodeIndent.IsCode() || PaneTitle.IsCode() {
		t.Fatalf("%d roles of code, %d of headings", code, headings)
	}
}
