package ui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/theme"
)

// chooseTheme opens the list of style sheets, built-in ones and the reader's own;
// each is worn while the cursor is on it.
func (a *App) chooseTheme() tea.Cmd {
	w, sheet, custom := a.opt.Words, a.opt.Sheet, a.opt.Custom
	names := theme.Names()
	for _, t := range a.opt.Themes {
		names = append(names, t.Name)
	}
	p := newPicker(w.Say("command.theme"), w.Say("prompt.theme"), func(q model.Query) items {
		var out items
		for _, name := range names {
			if q.Empty() || q.Matches(name) {
				out = append(out, item{left: name, do: func() tea.Cmd {
					a.wear(name)
					a.memory.theme = name
					return nil
				}})
			}
		}
		return out
	})
	p.cursor = max(0, slices.Index(names, cmp.Or(sheet, theme.Auto)))
	p.preview = func(i item) { a.wear(i.left) }
	p.cancel = func() {
		a.opt.Sheet, a.opt.Custom = sheet, custom
		a.dress()
	}
	a.raise(p)
	return nil
}

// wear dresses in the style sheet with a name, one of the reader's own or a built-in
// one, and reports whether there is one.
func (a *App) wear(name string) bool {
	i := slices.IndexFunc(a.opt.Themes, func(t theme.Own) bool { return t.Name == name })
	if i < 0 && !slices.Contains(theme.Names(), name) {
		return false
	}
	if a.opt.Sheet, a.opt.Custom = name, nil; i >= 0 {
		a.opt.Custom = &a.opt.Themes[i].Sheet
	}
	a.dress()
	return true
}
