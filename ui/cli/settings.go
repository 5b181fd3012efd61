package cli

import (
	"cmp"
	"os"
	"slices"
	"strconv"
	"strings"

	"charm.land/glamour/v2/ansi"

	"juan/ui/cell"
	"juan/ui/config"
	"juan/ui/term"
	"juan/ui/theme"
	"juan/ui/typeset"
	"juan/ui/words"
)

// ambiguous returns how wide ambiguous characters are to be taken: auto, 1, 2
// or replace.
func (inv *invocation) ambiguous() string {
	return cmp.Or(inv.flags.ambiguous, inv.config.Ambiguous, "auto")
}

// policy returns how wide text is and whether ambiguous characters are shown
// as look-alikes.
func (inv *invocation) policy() (p cell.Policy, replace bool) {
	switch inv.ambiguous() {
	case "2":
		p.WideAmbiguous = true
	case "replace":
		replace = true
	case "auto":
		p = Policy(inv.ask())
	}
	return p, replace
}

// Policy returns how wide a terminal draws, as far as it said.
func Policy(a term.Answer) cell.Policy {
	p := cell.Policy{WideAmbiguous: a.Cells == 2}
	if a.Trigrams == 1 {
		p.Narrow |= cell.Trigrams
	}
	if a.Hexagrams == 1 {
		p.Narrow |= cell.Hexagrams
	}
	return p
}

// ask asks the terminal once, where it is one at both ends; the reader on
// screen has its keys from the terminal in any case.
func (inv *invocation) ask() term.Answer {
	if inv.answer == nil {
		inv.answer = new(term.Answer)
		if inv.terminal() || inv.reading {
			*inv.answer = inv.Ask(term.Question{Leave: !inv.reading, Pictures: inv.reading && inv.auto(), Inside: term.Inside(inv.getenv)})
		}
	}
	return *inv.answer
}

// style returns the name or the file of the style sheet.
func (inv *invocation) style() string {
	return cmp.Or(inv.flags.style, inv.config.Theme, theme.Auto)
}

// ground returns the background that is painted on, which is asked for where
// the style does not say it.
func (inv *invocation) ground() theme.Ground {
	if g := theme.Unknown.Under(inv.style()); g != theme.Unknown {
		return g
	}
	return Ground(inv.ask(), inv.getenv)
}

// Ground returns the background of a terminal, as far as it is known.
func Ground(a term.Answer, getenv func(string) string) theme.Ground {
	switch dark, known := a.Dark(getenv); {
	case !known:
		return theme.Unknown
	case dark:
		return theme.Dark
	}
	return theme.Light
}

// custom returns the style sheet of a file in glamour's format, nil where the
// style is a built-in one.
func (inv *invocation) custom() (*ansi.StyleConfig, error) {
	return sheet(inv.style())
}

// sheet returns the style sheet in a file, nil where name is a built-in one.
func sheet(name string) (*ansi.StyleConfig, error) {
	if _, ok := theme.Sheet(name, theme.Unknown); ok {
		return nil, nil
	}
	doc, err := os.ReadFile(name)
	if err != nil {
		return nil, &usage{"--style", "error.style", []any{name, strings.Join(theme.Names(), ", ")}}
	}
	s, err := theme.Read(doc)
	if err != nil {
		return nil, &usage{name, "error.style.file", []any{err}}
	}
	return &s, nil
}

// configure reads the settings: those of the file that was named, which must
// be there, else those of the usual file, if it is.
func (inv *invocation) configure() {
	file, named := inv.configFile(), inv.early("--config") != ""
	if _, err := os.Stat(file); err != nil && !named {
		return
	}
	var faults []config.Fault
	inv.config, faults = config.Read(file)
	inv.words = words.In(inv.language())
	if name := inv.config.Theme; name != "" {
		if _, err := sheet(name); err != nil {
			want := strings.Join(theme.Names(), ", ")
			faults = append(faults, config.Fault{File: file, Line: config.LineOf(file, "theme"), Key: "theme", Why: config.WrongValue, Want: want})
			inv.config.Theme = ""
		}
	}
	for _, f := range faults {
		inv.notices = append(inv.notices, inv.fault(f))
		if f.Why == config.Unreadable && named {
			inv.code = trouble
		}
	}
}

func (inv *invocation) configFile() string {
	return cmp.Or(inv.early("--config"), config.File(inv.getenv))
}

// fault words what is wrong with the settings.
func (inv *invocation) fault(f config.Fault) string {
	what := f.File
	if f.Line > 0 {
		what += ":" + strconv.Itoa(f.Line)
	}
	switch f.Why {
	case config.NoSuchKey:
		return what + ": " + inv.words.Say("error.config.key", f.Key)
	case config.WrongValue:
		return what + ": " + inv.words.Say("error.config.value", f.Key, f.Want)
	case config.Malformed:
		return what + ": " + inv.words.Say("error.config.toml", f.Want)
	}
	return what + ": " + inv.words.Say("error.config.file", f.Want)
}

// settings returns how the text is set, for a page of width cells.
func (inv *invocation) settings(width int, p cell.Policy, replace bool) typeset.Settings {
	c := inv.config
	return typeset.Settings{
		Width: width, Policy: p, Replace: replace,
		Spaced: c.Paragraph == "space", Hang: c.Hang, Strict: c.Strict, Gap: c.Gap,
		Image: inv.words.Say("text.image"), Compose: inv.OutTerminal,
	}
}

// getenv returns a variable of the environment, "" where it is not set.
func (inv *invocation) getenv(name string) string {
	for _, e := range slices.Backward(inv.Environ) {
		if v, ok := strings.CutPrefix(e, name+"="); ok {
			return v
		}
	}
	return ""
}
