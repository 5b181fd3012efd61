package term

import (
	"context"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
)

// Colours returns how many colours the terminal that out writes to has: none where
// NO_COLOR is set, to whatever (no-color.org); colorprofile wants a value that is
// true. In tmux that is at least 256, and all where tmux says so within half a
// second; there colorprofile would wait for it without an end.
func Colours(ctx context.Context, out io.Writer, environ []string) colorprofile.Profile {
	inside := func(v string) bool { return strings.HasPrefix(v, "TMUX=") && v != "TMUX=" }
	known := slices.DeleteFunc(slices.Clone(environ), inside)
	for i, v := range known {
		if strings.HasPrefix(v, "NO_COLOR=") && v != "NO_COLOR=" {
			known[i] = "NO_COLOR=1"
		}
	}
	p := colorprofile.Detect(out, known)
	if p <= colorprofile.ASCII || p == colorprofile.TrueColor || !slices.ContainsFunc(environ, inside) {
		return p
	}
	ctx, cancel := context.WithTimeout(ctx, 500*time.Millisecond)
	defer cancel()
	if o, err := AskTmux(ctx); err == nil && o.TrueColor {
		return colorprofile.TrueColor
	}
	return max(p, colorprofile.ANSI256)
}
