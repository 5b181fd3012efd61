package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// A command is something the reader can be told to do. This table is the only
// place where a key is named: dispatch, hints, help, palette, key table and
// README all derive from it. What a command does is said in the catalogue,
// under "command." and its name.
type command struct {
	name string
	keys []string
	in   scope
	do   func(*App) tea.Cmd
}

// A scope is where a command can be given; several may hold.
type scope uint16

// The scopes.
const (
	inList scope = 1 << iota
	inText
	inOutline
	inPopup  // a popup is open
	inPrompt // one types; only keys that write nothing
	hintList // named in the status line of that pane
	hintText
	hintOutline
	hintPopup

	inPanes  = inList | inText | inOutline
	anywhere = inPanes | inPopup | inPrompt
	hinted   = hintList | hintText | hintOutline
)

// commands returns the table.
func commands() []command {
	move := func(u unit, n int) func(*App) tea.Cmd {
		return func(a *App) tea.Cmd { a.front().move(a, motion{u, n}); return nil }
	}
	return []command{
		{"line-down", []string{"j", "down"}, anywhere, move(lines, 1)},
		{"line-up", []string{"k", "up"}, anywhere, move(lines, -1)},
		{"half-down", []string{"d", "ctrl+d"}, inPanes | inPopup, move(halves, 1)},
		{"half-up", []string{"u", "ctrl+u"}, inPanes | inPopup, move(halves, -1)},
		{"page-down", []string{"space", "f", "pgdown"}, anywhere, move(pages, 1)},
		{"page-up", []string{"b", "pgup"}, anywhere, move(pages, -1)},
		{"top", []string{"g", "home"}, inPanes | inPopup, move(ends, -1)},
		{"bottom", []string{"G", "end"}, inPanes | inPopup, move(ends, 1)},
		{"open", []string{"enter"}, inList | inOutline | inPopup | inPrompt | hintList | hintOutline | hintPopup, func(a *App) tea.Cmd { return a.front().enter(a) }},
		{"close", []string{"esc"}, anywhere | hintPopup, (*App).close},
		{"find", []string{"/"}, inPanes | hinted, (*App).find},
		{"hit-next", []string{"n", "."}, inPanes, func(a *App) tea.Cmd { return a.nextHit(1) }},
		{"hit-previous", []string{"N", ","}, inPanes, func(a *App) tea.Cmd { return a.nextHit(-1) }},
		{"find-everywhere", []string{"F"}, inPanes, (*App).findEverywhere},
		{"heading-next", []string{"]"}, inPanes | hintText, func(a *App) tea.Cmd { return a.nextHeading(1, false) }},
		{"heading-previous", []string{"["}, inPanes, func(a *App) tea.Cmd { return a.nextHeading(-1, false) }},
		{"sibling-next", []string{"}"}, inPanes, func(a *App) tea.Cmd { return a.nextHeading(1, true) }},
		{"sibling-previous", []string{"{"}, inPanes, func(a *App) tea.Cmd { return a.nextHeading(-1, true) }},
		{"goto-heading", []string{"t"}, inPanes | hintText, (*App).gotoHeading},
		{"article-next", []string{"J"}, inPanes, func(a *App) tea.Cmd { return a.nextArticle(1) }},
		{"article-previous", []string{"K"}, inPanes, func(a *App) tea.Cmd { return a.nextArticle(-1) }},
		{"jump-back", []string{"ctrl+o", "alt+left"}, inPanes, (*App).back},
		{"jump-forward", []string{"alt+right"}, inPanes, (*App).forward},
		{"focus-next", []string{"tab"}, inPanes, func(a *App) tea.Cmd { return a.turn(1, true) }},
		{"focus-previous", []string{"shift+tab"}, inPanes, func(a *App) tea.Cmd { return a.turn(-1, true) }},
		{"focus-left", []string{"h"}, inPanes, func(a *App) tea.Cmd { return a.turn(-1, false) }},
		{"focus-right", []string{"l"}, inPanes, func(a *App) tea.Cmd { return a.turn(1, false) }},
		{"focus-list", []string{"1"}, inPanes, func(a *App) tea.Cmd { return a.look(onList) }},
		{"focus-text", []string{"2"}, inPanes, func(a *App) tea.Cmd { return a.look(onText) }},
		{"focus-outline", []string{"3"}, inPanes, func(a *App) tea.Cmd { return a.look(onOutline) }},
		{"fold", []string{"left"}, inOutline, func(a *App) tea.Cmd { a.outline.setFold(&a.reading, true); return nil }},
		{"unfold", []string{"right"}, inOutline, func(a *App) tea.Cmd { a.outline.setFold(&a.reading, false); return nil }},
		{"slide-left", []string{"left"}, inText, func(a *App) tea.Cmd { return a.slide(-slideStep) }},
		{"slide-right", []string{"right"}, inText, func(a *App) tea.Cmd { return a.slide(slideStep) }},
		{"outline", []string{"o"}, inPanes, (*App).toggleOutline},
		{"zen", []string{"z"}, inPanes, (*App).toggleTextOnly},
		{"text-wider", []string{"+", "="}, inPanes, func(a *App) tea.Cmd { return a.widen(2) }},
		{"text-narrower", []string{"-"}, inPanes, func(a *App) tea.Cmd { return a.widen(-2) }},
		{"pane-wider", []string{">"}, inPanes, func(a *App) tea.Cmd { return a.widenPane(2) }},
		{"pane-narrower", []string{"<"}, inPanes, func(a *App) tea.Cmd { return a.widenPane(-2) }},
		{"follow", []string{"L"}, inPanes, (*App).follow},
		{"notes", []string{"enter"}, inText, (*App).notes},
		{"copy", []string{"y"}, inPanes, (*App).copy},
		{"copy-section", []string{"Y"}, inPanes, (*App).copySection},
		{"punctuation", []string{"p"}, inPanes, (*App).togglePunctuation},
		{"theme", []string{"T"}, inPanes, (*App).chooseTheme},
		{"palette", []string{":"}, inPanes, (*App).palette},
		{"help", []string{"?"}, inPanes | inPopup | hinted, (*App).help},
		{"redraw", []string{"ctrl+l"}, anywhere, func(*App) tea.Cmd { return tea.ClearScreen }},
		{"suspend", []string{"ctrl+z"}, anywhere, func(*App) tea.Cmd { return tea.Suspend }},
		{"quit", []string{"q"}, inPanes | inPopup, (*App).leave},
		{"interrupt", []string{"ctrl+c"}, anywhere, (*App).quit},
	}
}

// run gives the command that a key stands for where the reader is, and reports
// whether there is one.
func (a *App) run(k tea.KeyPressMsg) (tea.Cmd, bool) {
	key, in := pressed(k), a.front().scope(a)&anywhere
	i := slices.IndexFunc(a.commands, func(c command) bool {
		return c.in&in != 0 && slices.Contains(c.keys, key)
	})
	if i < 0 {
		return nil, false
	}
	return a.commands[i].do(a), true
}

// KeyName returns a key of the table as it is written for people.
func KeyName(key string) string {
	switch key {
	case "down":
		return "↓"
	case "up":
		return "↑"
	case "left":
		return "←"
	case "right":
		return "→"
	case "enter", "esc", "tab", "space", "home", "end":
		return strings.ToUpper(key[:1]) + key[1:]
	case "pgdown":
		return "PgDn"
	case "pgup":
		return "PgUp"
	case "shift+tab":
		return "S-Tab"
	}
	if rest, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return "^" + rest
	}
	if rest, ok := strings.CutPrefix(key, "alt+"); ok {
		return "Alt+" + KeyName(rest)
	}
	return key
}
