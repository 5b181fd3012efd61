package ui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/theme"
)

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
				out = append(out, item{left: name, do: func() tea.Cmd {
					wear(name)
					a.memory.theme = name
					return nil
				}})
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
