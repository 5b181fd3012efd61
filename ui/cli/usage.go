package cli

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A usage error says what was typed wrongly; why is a key of the catalogue.
type usage struct {
	what string
	why  string
	args []any
}

func (u *usage) Error() string { return u.what + ": " + u.why }

// flagError turns what pflag says into a usage error.
func flagError(cmd *cobra.Command, err error) error {
	var (
		missing *pflag.NotExistError
		bare    *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &missing):
		if letters := missing.GetSpecifiedShortnames(); letters != "" {
			what, why := missing.GetSpecifiedName(), "error.flag.unknown"
			if what[0] >= utf8.RuneSelf { // it is a byte of a character
				what = letters
			}
			if cmd.Name() == "search" { // a word that is to be left out begins so too
				what, why = letters, "error.flag.word"
			}
			return &usage{what: "-" + what, why: why}
		}
		return &usage{what: "--" + missing.GetSpecifiedName(), why: "error.flag.unknown"}
	case errors.As(err, &bare):
		return &usage{what: "--" + bare.GetFlag().Name, why: "error.flag.value"}
	case errors.As(err, &invalid):
		u := &usage{what: "--" + invalid.GetFlag().Name, why: "error.flag.invalid", args: []any{invalid.GetValue()}}
		var range_ *outOfRange
		if errors.As(err, &range_) {
			u.why, u.args = range_.why, append(u.args, range_.allowed)
		}
		return u
	case errors.As(err, &syntax):
		return &usage{what: syntax.GetSpecifiedFlag(), why: "error.flag.unknown"}
	}
	return err
}

// wording returns what to say about an error, "what: why" in the interface's
// language.
func (inv *invocation) wording(err error) string {
	var u *usage
	if errors.As(err, &u) {
		return u.what + ": " + inv.words.Say(u.why, u.args...)
	}
	line, _ := inv.Explain(inv.words, err)
	return line
}

// noArgs refuses arguments.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return &usage{what: args[0], why: "error.args.none", args: []any{cmd.Name()}}
	}
	return nil
}

// oneArg refuses more than one argument.
func oneArg(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return &usage{what: args[1], why: "error.args.one", args: []any{cmd.Name()}}
	}
	return nil
}

// someQuery asks for something to look for.
func someQuery(_ *cobra.Command, args []string) error {
	if len(args) == 0 || strings.TrimSpace(args[0]) == "" {
		return &usage{what: "search", why: "error.args.query"}
	}
	return nil
}

// An outOfRange error says what a flag's value must be.
type outOfRange struct{ why, allowed string }

func (e *outOfRange) Error() string { return e.why + ": " + e.allowed }

// A choice is a flag with one of a few values.
type choice struct {
	value   *string
	allowed []string
}

func (c *choice) String() string { return *c.value }
func (c *choice) Type() string   { return strings.Join(c.allowed, "|") }

func (c *choice) Set(s string) error {
	for _, a := range c.allowed {
		if s == a {
			*c.value = s
			return nil
		}
	}
	return &outOfRange{"error.flag.choice", strings.Join(c.allowed, ", ")}
}

// lineCount is a flag whose value is a number of lines.
type lineCount struct{ value *int }

// maxLines is more than any text has.
const maxLines = 1_000_000_000

func (l *lineCount) String() string {
	if *l.value < 0 {
		return ""
	}
	return strconv.Itoa(*l.value)
}

func (l *lineCount) Type() string { return "N" }

func (l *lineCount) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > maxLines {
		return &outOfRange{"error.flag.lines", "0–" + strconv.Itoa(maxLines)}
	}
	*l.value = n
	return nil
}

// cells is a flag whose value is a width.
type cells struct{ value *int }

// The widths that make sense: below the first not even one wide character
// fits.
const minCells, maxCells = 2, 10_000

func (c *cells) String() string {
	if *c.value == 0 {
		return ""
	}
	return strconv.Itoa(*c.value)
}

func (c *cells) Type() string { return "N" }

func (c *cells) Set(s string) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < minCells || n > maxCells {
		return &outOfRange{"error.flag.cells", strconv.Itoa(minCells) + "–" + strconv.Itoa(maxCells)}
	}
	*c.value = n
	return nil
}
