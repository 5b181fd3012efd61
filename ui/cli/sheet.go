package cli

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"charm.land/glamour/v2/ansi"

	"juan/ui/config"
	"juan/ui/theme"
)

// custom returns the style sheet of a file in glamour's format, nil where the
// style is a built-in one.
func (inv *invocation) custom() (*ansi.StyleConfig, error) { return sheet(inv.style()) }

// mostOfSheet is how many bytes a style sheet may have; those of glamour have 7,000.
const mostOfSheet = 1 << 20

// sheet returns the style sheet in a file, nil where name is a built-in one.
func sheet(name string) (*ansi.StyleConfig, error) {
	if _, ok := theme.Sheet(name, theme.Unknown); ok {
		return nil, nil
	}
	none := &usage{"--style", "error.style", []any{name, strings.Join(theme.Names(), ", ")}}
	f, err := os.Open(name)
	if err != nil {
		return nil, none
	}
	defer f.Close()
	doc, err := io.ReadAll(io.LimitReader(f, mostOfSheet))
	if err != nil {
		return nil, none
	}
	s, err := theme.Read(doc)
	if err != nil {
		return nil, &usage{name, "error.style.file", []any{err}}
	}
	return &s, nil
}

// settleTheme finds the style sheet of the settings: a name, or a file as it is
// found from where the settings lie. It returns what is wrong with it, nil for
// nothing.
func (inv *invocation) settleTheme(file string) *config.Fault {
	name := inv.config.Theme
	if name == "" {
		return nil
	}
	if _, ok := theme.Sheet(name, theme.Unknown); ok {
		return nil
	}
	if rest, ok := strings.CutPrefix(name, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			name = filepath.Join(home, rest)
		}
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(filepath.Dir(file), name)
	}
	inv.config.Theme = name
	_, err := sheet(name)
	if err == nil {
		return nil
	}
	inv.config.Theme = ""
	f := &config.Fault{File: file, Line: config.LineOf(file, "theme"), Key: "theme", Why: config.WrongValue, Then: `"auto"`}
	f.Want = strings.Join(theme.Names(), ", ") + inv.words.Say("config.orfile")
	if _, missing := os.Stat(name); missing == nil {
		f.Why, f.Want = config.Said, inv.wording(err)+inv.words.Say("error.config.holds", `"auto"`)
	}
	return f
}
