package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/theme"
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
