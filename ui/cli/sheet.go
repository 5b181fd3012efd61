package cli

import (
	"cmp"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"charm.land/glamour/v2/ansi"

	"juan/ui/config"
	"juan/ui/theme"
)

// style returns the name or the file of the style sheet: that of the flag, else that
// of the settings.
func (inv *invocation) style() string {
	return cmp.Or(inv.flags.style, inv.config.Theme, theme.Auto)
}

// custom returns the style sheet of a file in glamour's format, nil where the
// style is a built-in one.
func (inv *invocation) custom() (*ansi.StyleConfig, error) { return inv.sheet(inv.style()) }

// sheet returns the style sheet with a name: one of the reader's own, that in a file,
// nil for a built-in one.
func (inv *invocation) sheet(name string) (*ansi.StyleConfig, error) {
	if _, ok := theme.Sheet(name, theme.Unknown); ok {
		return nil, nil
	}
	doc, err := readSheet(inv.ownFile(name))
	if err != nil {
		doc, err = readSheet(name)
	}
	if err != nil {
		return nil, &usage{"--style", "error.style", []any{name, strings.Join(theme.Names(), ", ")}}
	}
	s, err := theme.Read(doc)
	if err != nil {
		return nil, &usage{name, "error.style.file", []any{Said(inv.words, err)}}
	}
	return &s, nil
}

// ownFile returns the file of the style sheet that the reader calls so, "" where
// there are no settings for it to lie beside.
func (inv *invocation) ownFile(name string) string {
	file := inv.configFile()
	if file == "" {
		return ""
	}
	return filepath.Join(filepath.Dir(file), "themes", name+".json")
}

// mostOfSheet is how many bytes a style sheet may have; those of glamour have 7,000.
const mostOfSheet = 1 << 20

func readSheet(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, mostOfSheet))
}

// mostThemes is how many style sheets of the reader's own can be chosen on screen.
const mostThemes = 100

// themes returns the user's own style sheets that can be chosen on screen: those beside
// the settings, and the one that was asked for, nil for none.
func (inv *invocation) themes(custom *ansi.StyleConfig) (own []theme.Own) {
	var files []os.DirEntry
	if file := inv.ownFile(""); file != "" {
		files, _ = os.ReadDir(filepath.Dir(file))
	}
	for _, f := range files[:min(mostThemes, len(files))] {
		name, json := strings.CutSuffix(f.Name(), ".json")
		if s, err := inv.sheet(name); json && err == nil && s != nil {
			own = append(own, theme.Own{Name: name, Sheet: *s})
		}
	}
	named := func(t theme.Own) bool { return t.Name == inv.style() }
	if custom != nil && !slices.ContainsFunc(own, named) {
		own = append(own, theme.Own{Name: inv.style(), Sheet: *custom})
	}
	return own
}

// settleTheme finds the style sheet of the settings: a name, or a file as it is
// found from where the settings lie. It returns what is wrong with it, nil for
// nothing.
func (inv *invocation) settleTheme(file string) *config.Fault {
	name := inv.config.Theme
	_, err := inv.sheet(name)
	if err == nil {
		return nil
	}
	at := name
	if rest, ok := strings.CutPrefix(name, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			at = filepath.Join(home, rest)
		}
	}
	if !filepath.IsAbs(at) {
		at = filepath.Join(filepath.Dir(file), at)
	}
	inv.config.Theme = at
	if _, err = inv.sheet(at); err == nil {
		return nil
	}
	inv.config.Theme = ""
	f := &config.Fault{File: file, Line: config.LineOf(file, "theme"), Key: "theme", Why: config.WrongValue, Then: `"auto"`}
	f.Want = inv.anyTheme()
	if _, missing := os.Stat(at); missing == nil {
		f.Why, f.Want = config.Said, inv.wording(err)+inv.words.Say("error.config.holds", `"auto"`)
	}
	return f
}

// anyTheme says what the settings may have as theme.
func (inv *invocation) anyTheme() string {
	return strings.Join(theme.Names(), ", ") + inv.words.Say("config.orfile")
}
