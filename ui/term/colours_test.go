package term

import (
	"io"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

// Any value of NO_COLOR but the empty one takes the colours away.
func TestNoColorOfAnyValue(t *testing.T) {
	for v, want := range map[string]colorprofile.Profile{
		"": colorprofile.TrueColor, "1": colorprofile.ASCII, "yes": colorprofile.ASCII, "0": colorprofile.ASCII,
	} {
		environ := []string{"TTY_FORCE=1", "TERM=xterm-256color", "COLORTERM=truecolor", "NO_COLOR=" + v}
		if got := Colours(t.Context(), io.Discard, environ); got != want {
			t.Errorf("%q: %v, want %v", v, got, want)
		}
	}
}
