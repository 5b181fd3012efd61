package dialect

import (
	"strings"
	"testing"
)

// A fence is longer than any in the code, so that all of the code and nothing
// else stands between the two.
func TestFencesHoldTheirCode(t *testing.T) {
	for _, source := range []string{"", "x", "```", "a\n`````\nb", "`", "\n", "```go\nx\n```"} {
		for _, language := range []string{"", "go", "a b`c\n"} {
			text := Fenced(language, source)
			first, rest, _ := strings.Cut(text, "\n")
			fence := strings.TrimRight(first, "abcgo")
			if strings.Trim(fence, "`") != "" || len(fence) < 3 || strings.Contains(source, fence) {
				t.Errorf("%q %q: the fence is %q", language, source, fence)
			}
			if rest != source+"\n"+fence {
				t.Errorf("%q %q is written as %q", language, source, text)
			}
		}
	}
}
