package cli

import (
	"io"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"juan/ui/term"
)

// Colours returns how many colours may be sent to a terminal: what the
// environment and its entry in terminfo say, and in tmux what that says. The
// library's own way of asking tmux waits without an end.
func Colours(out io.Writer, environ []string) colorprofile.Profile {
	inside := false
	var rest []string
	for _, e := range environ {
		if v, ok := strings.CutPrefix(e, "TMUX="); ok {
			inside = inside || v != ""
			continue
		}
		rest = append(rest, e)
	}
	p := colorprofile.Detect(out, rest)
	if !inside || p != colorprofile.ANSI && p != colorprofile.ANSI256 {
		return p
	}
	if term.TrueColour() {
		return colorprofile.TrueColor
	}
	return colorprofile.ANSI256
}
