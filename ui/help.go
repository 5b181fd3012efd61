package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"juan/ui/role"
	"juan/ui/screen"
	"juan/ui/theme"
	"juan/ui/words"
)

// A keyGroup is the commands for one kind of thing that a reader wants to do.
type keyGroup struct {
	title    string // its key in the catalogue
	commands string // their names
}

// keyGroups returns the groups of the help; each command is in one.
func keyGroups() []keyGroup {
	return []keyGroup{
		{"help.move", "line-down line-up half-down half-up page-down page-up list-down list-up read-on read-back top bottom slide-left slide-right"},
		{"help.find", "find hit-next hit-previous find-everywhere take-offer"},
		{"help.sections", "heading-next heading-previous sibling-next sibling-previous goto-heading fold unfold"},
		{"help.articles", "open choose read article-next article-previous order jump-back jump-forward"},
		{"help.panes", "focus-next focus-previous focus-left focus-right focus-list focus-text focus-outline outline pair linked pane-wider pane-narrower"},
		{"help.look", "zen text-wider text-narrower read-aloud punctuation script skim quantities theme"},
		{"help.take", "follow notes copy copy-section select select-wider select-other-end select-right select-left copy-selection edit pipe"},
		{"help.marks", "mark note highlight marks marks-everywhere mark-delete note-in-editor"},
		{"help.juan", "close palette help redraw suspend quit interrupt"},
	}
}

// A helpLine is the title of a group, a command, or nothing between groups.
type helpLine struct {
	title bool
	KeyRow
}

// help opens the list of keys, grouped by purpose and narrowed as one types; its own
// key closes it while nothing is typed.
func (a *App) help() tea.Cmd {
	if a.front().scope(a)&inPopup != 0 {
		return a.close()
	}
	w := a.opt.Words
	p := newPicker(w.Say("command.help"), w.Say("prompt.help"), nil)
	lines := a.helpLines("")
	p.items = helpRows{a, p, &lines}
	p.choose, p.wide, p.paged = nil, true, true
	p.prompt.change = func(text string) tea.Cmd {
		if a.isKey(text, "help") {
			return a.close()
		}
		lines, p.cursor = a.helpLines(text), 0
		return nil
	}
	p.status = func() (tally, empty string) {
		h := p.body(a.screen()).H
		if n := p.len(); h > 0 && n > h {
			tally = w.Say("help.page", p.cursor/h+1, n/h)
		}
		return tally, w.Say("status.nochoice")
	}
	a.raise(p)
	return nil
}

// helpLines returns the commands that what was typed is found in, under their
// groups.
func (a *App) helpLines(typed string) []helpLine {
	var out []helpLine
	names, w := words.Names(), a.opt.Words
	for _, g := range keyGroups() {
		var rows []helpLine
		for _, name := range strings.Fields(g.commands) {
			for _, c := range a.rowsOf(name) {
				row := keyRow(c, w)
				if matchesEach(typed, strings.Join([]string{row.Keys, name, names[name], w.Say(g.title)}, " ")) {
					rows = append(rows, helpLine{KeyRow: row})
				}
			}
		}
		if len(rows) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, helpLine{})
		}
		out = append(append(out, helpLine{true, KeyRow{What: w.Say(g.title)}}), rows...)
	}
	return append(out, a.unseen(typed, len(out) > 0)...)
}

// unseen returns the subcommands that suit users of screen readers.
func (a *App) unseen(typed string, behind bool) []helpLine {
	w := a.opt.Words
	title, rows := w.Say("help.unseen"), []helpLine{}
	for _, name := range []string{"print", "outline", "search"} {
		row := KeyRow{"juan " + name, w.Say("cli." + name)}
		if matchesEach(typed, strings.Join([]string{row.Keys, row.What, title}, " ")) {
			rows = append(rows, helpLine{KeyRow: row})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	rows = append([]helpLine{{true, KeyRow{What: title}}}, rows...)
	if behind {
		rows = append([]helpLine{{}}, rows...)
	}
	return rows
}

// helpRows are the lines of the help in as many columns as fit, page by page.
type helpRows struct {
	app   *App
	popup *popup
	lines *[]helpLine
}

// helpGap is how many cells stand between keys and words, and between columns.
const helpGap = 2

// columns returns how wide keys and words are, and how many columns fit.
func (h helpRows) columns(c canvas) (keys, what, n int) {
	for _, l := range *h.lines {
		keys, what = max(keys, c.Policy.Width(c.Shown(l.Keys))), max(what, c.Policy.Width(c.Shown(l.What)))
	}
	keys = min(keys, c.W/3)
	return keys, what, max(1, (c.W+helpGap)/(keys+what+2*helpGap))
}

// set returns the lines as they follow each other down the columns: a group's
// title is not the last of one, and no column begins with an empty line.
func (h helpRows) set(height int) []helpLine {
	var out []helpLine
	for _, l := range *h.lines {
		at := len(out) % height
		if l == (helpLine{}) && at == 0 {
			continue
		}
		if l.title && at == height-1 && height > 1 {
			out = append(out, helpLine{})
		}
		out = append(out, l)
	}
	return out
}

// Len returns the number of rows of all pages.
func (h helpRows) Len() int {
	c := h.popup.body(h.app.screen())
	if c.H < 1 {
		return 0
	}
	_, _, n := h.columns(c)
	page := n * c.H
	return (len(h.set(c.H)) + page - 1) / page * c.H
}

// At returns row i: a line of each column.
func (h helpRows) At(i int) item {
	c := h.popup.body(h.app.screen())
	keys, what, n := h.columns(c)
	lines, row := h.set(c.H), screen.Row{c.Seg(role.Popup, "")}
	for k := range n {
		at := i/c.H*n*c.H + k*c.H + i%c.H
		if at >= len(lines) {
			break
		}
		l := lines[at]
		row = row.Pad(k*(keys+what+2*helpGap), c.Policy, theme.Ink{Role: role.Popup})
		if l.title {
			row = append(row, c.Seg(role.PaneTitle, c.Policy.Cut(c.Shown(l.What), c.W)))
		} else if l.Keys != "" {
			row = append(row, c.Seg(role.Prompt, c.Fit(c.Shown(l.Keys), keys)), c.Seg(role.Popup, c.Policy.Cut("  "+c.Shown(l.What), max(0, c.W-keys))))
		}
	}
	return item{row: row}
}
