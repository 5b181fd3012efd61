package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/theme"
	"juan/ui/words"
)

// gotoHeading opens the list of headings, narrowed as one types.
func (a *App) gotoHeading() tea.Cmd {
	art, w := a.reading.Article(), a.opt.Words
	p := newPicker(w.Say("pane.outline"), w.Say("prompt.goto"), func(q model.Query) items {
		if n, ok := percent(q.String()); ok {
			return items{{left: w.Say("goto.percent", n), do: func() tea.Cmd { a.jump(art.AtPercent(n)); return nil }}}
		}
		var out items
		for _, s := range art.Outline {
			if !q.Empty() && !q.Matches(s.Text()) {
				continue
			}
			it := item{left: strings.Repeat("  ", s.Level-1) + s.Text(), right: w.Count(s.Chars)}
			it.do = func() tea.Cmd { a.jump(s.Start); return nil }
			out = append(out, it)
		}
		return out
	})
	p.cursor = max(0, a.reading.Section())
	p.empty = w.Say("outline.none")
	if len(art.Outline) == 0 {
		p.empty = w.Say("goto.noheads")
	}
	a.raise(p)
	return nil
}

// percent returns the number of a text such as 37%, in full width too, and
// whether it is one.
func percent(s string) (n int, ok bool) {
	narrow := strings.Map(func(r rune) rune {
		if 0xff01 <= r && r <= 0xff5e {
			return r - 0xff01 + '!'
		}
		return r
	}, strings.TrimSpace(s))
	digits, found := strings.CutSuffix(narrow, "%")
	n, err := strconv.Atoi(digits)
	return n, found && err == nil && 0 <= n && n <= 100
}

// palette opens the list of all commands by what they do.
func (a *App) palette() tea.Cmd {
	w := a.opt.Words
	a.raise(newPicker(w.Say("command.palette"), w.Say("prompt.command"), func(q model.Query) items {
		var out items
		for _, cmd := range a.commands {
			if cmd.in&(inList<<a.focus) == 0 || cmd.name == "palette" {
				continue
			}
			what := w.Say("command." + cmd.name)
			if q.Empty() || q.Matches(what) || q.Matches(cmd.name) {
				it := item{left: what, right: keyNames(cmd), do: func() tea.Cmd { return a.give(cmd) }}
				if why := a.why(cmd); why != "" {
					it.dim, it.right = true, why
				}
				out = append(out, it)
			}
		}
		return out
	}))
	return nil
}

// keyColumn is how many cells the keys take in the help where there is room.
const keyColumn = 18

// help opens the table of keys, or closes it.
func (a *App) help() tea.Cmd {
	if a.front().scope(a)&inPopup != 0 {
		return a.close()
	}
	p := &popup{title: a.opt.Words.Say("command.help")}
	column := min(keyColumn, p.body(a.screen()).W/2)
	var rows items
	for _, k := range KeyTable(a.opt.Words) {
		rows = append(rows, item{left: a.policy.Fit(k.Keys, column) + k.What})
	}
	p.items = rows
	a.raise(p)
	return nil
}

// chooseTheme opens the list of style sheets; each is worn while the cursor is
// on it.
func (a *App) chooseTheme() tea.Cmd {
	w, sheet, custom := a.opt.Words, a.opt.Sheet, a.opt.Custom
	wear := func(name string) {
		a.opt.Sheet, a.opt.Custom = name, nil
		a.dress()
	}
	p := newPicker(w.Say("command.theme"), w.Say("prompt.theme"), func(q model.Query) items {
		var out items
		for _, name := range theme.Names() {
			if q.Empty() || q.Matches(name) {
				out = append(out, item{left: name, do: func() tea.Cmd { wear(name); return nil }})
			}
		}
		return out
	})
	p.cursor = max(0, slices.Index(theme.Names(), cmp.Or(sheet, theme.Auto)))
	p.preview = func(i item) { wear(i.left) }
	p.cancel = func() {
		a.opt.Sheet, a.opt.Custom = sheet, custom
		a.dress()
	}
	a.raise(p)
	return nil
}

// A KeyRow is a row of the key table: how the keys are written and what they
// do.
type KeyRow struct{ Keys, What string }

// KeyTable returns the table of keys, in the order they are taught.
func KeyTable(w words.Words) []KeyRow {
	var out []KeyRow
	for _, c := range commands() {
		out = append(out, KeyRow{keyNames(c), w.Say("command." + c.name)})
	}
	return out
}

func keyNames(c command) string {
	var s []string
	for _, k := range c.keys {
		s = append(s, KeyName(k))
	}
	return strings.Join(s, " ")
}
