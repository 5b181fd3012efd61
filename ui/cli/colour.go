package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"juan/ui/term"
)

// profile returns which colours may be written. The first of these that says so decides:
//
//	--plain           no escape byte at all
//	--color           always, never; auto leaves it to the others
//	NO_COLOR          no colours, whatever its value (no-color.org)
//	CLICOLOR_FORCE    except for 0, colours into a pipe or a file too
//	CLICOLOR          0 for no colours (bixense.com/clicolors)
//
// and a terminal gets as many as it has, a pipe or a file none but where a style is
// asked for. Without colours a terminal still gets bold, underline and reverse.
func (inv *invocation) profile() colorprofile.Profile {
	force, styled := inv.getenv("CLICOLOR_FORCE"), inv.OutTerminal || inv.flags.style != ""
	switch {
	case inv.flags.plain, inv.flags.color == "never":
		return colorprofile.NoTTY
	case inv.flags.color == "always":
		return max(inv.able(), colorprofile.ANSI)
	case inv.getenv("NO_COLOR") != "":
		return min(inv.able(), uncoloured(styled))
	case force != "" && force != "0":
		return max(inv.able(), colorprofile.ANSI)
	case inv.getenv("CLICOLOR") == "0":
		return min(inv.able(), uncoloured(styled))
	case styled:
		return inv.able()
	}
	return colorprofile.NoTTY
}

// uncoloured returns what is left without colours: weight and lines where any looks
// are wanted.
func uncoloured(styled bool) colorprofile.Profile {
	if styled {
		return colorprofile.ASCII
	}
	return colorprofile.NoTTY
}

// able returns which colours there can be: those of the terminal or, in a pipe, of the
// one that the environment describes: 256 where it describes none.
func (inv *invocation) able() colorprofile.Profile {
	environ := slices.DeleteFunc(slices.Clone(inv.Environ), func(v string) bool {
		name, _, _ := strings.Cut(v, "=")
		return name == "NO_COLOR" || name == "CLICOLOR" || name == "CLICOLOR_FORCE"
	})
	switch {
	case inv.OutTerminal:
		return term.Colours(context.Background(), inv.Stdout, environ)
	case inv.getenv("TERM") == "":
		return colorprofile.ANSI256
	}
	return colorprofile.Env(environ)
}
