package cli

import (
	"cmp"
	"slices"
	"strings"

	"juan/ui/cell"
	"juan/ui/term"
	"juan/ui/theme"
	"juan/ui/typeset"
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
	p.ASCII = inv.ascii()
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
