package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/words"
)

// palette opens the list of all commands by what they do. One that cannot be
// given where the reader is says why.
func (a *App) palette() tea.Cmd {
	w, names := a.opt.Words, words.Names()
	var all items
	var called []string // what each item is found by
	for _, cmd := range a.commands {
		if cmd.name == "palette" || cmd.in&inPanes == 0 || a.twin(cmd) {
			continue
		}
		it := item{left: w.Say("command." + cmd.name), right: w.Signs(keyNames(cmd)), do: func() tea.Cmd { return a.give(cmd) }}
		why := a.why(cmd)
		if cmd.in&(inList<<a.focus) == 0 {
			why = w.Say("palette.elsewhere", partNames(cmd.in&inPanes, w))
			it.do = func() tea.Cmd { a.notice = notice{text: why}; return nil }
		}
		if why != "" {
			it.dim, it.right = true, why
		}
		all, called = append(all, it), append(called, cmd.name+" "+names[cmd.name])
	}
	p := newPicker(w.Say("command.palette"), w.Say("prompt.command"), func(q model.Query) items {
		var out items
		for i, it := range all {
			if matchesEach(q.String(), called[i]) {
				out = append(out, it)
			}
		}
		return out
	})
	p.empty = w.Say("status.nochoice")
	a.raise(p)
	return nil
}

// twin reports whether another command, which can be given in the focused pane,
// does there what cmd does elsewhere.
func (a *App) twin(cmd command) bool {
	w, here := a.opt.Words, inList<<a.focus
	return cmd.in&here == 0 && slices.ContainsFunc(a.commands, func(c command) bool {
		return c.in&here != 0 && w.Say("command."+c.name) == w.Say("command."+cmd.name)
	})
}

// matchesEach reports whether text has each of the words typed.
func matchesEach(typed, text string) bool {
	for _, word := range strings.Fields(typed) {
		if q := model.NewQuery(word); !q.Empty() && !q.Matches(text) {
			return false
		}
	}
	return true
}
