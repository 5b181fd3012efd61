package lines

import (
	"strings"
	"testing"
)

// What is asked of the first and last character of a line is asked of the same marks
// as what is trimmed.
func TestPageMarksAreThoseThatAreTrimmed(t *testing.T) {
	for r := rune(1); r < 0x10000; r++ {
		if isPageMark(r) != strings.ContainsRune(pageMarks, r) {
			t.Errorf("%q", r)
		}
	}
}
