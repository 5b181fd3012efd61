package ui

import (
	"slices"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// A command is something the user can have the program do. This table is the only place
// that names keys, except for those that the user chooses instead (keymap.go):
// dispatch, hints, help, palette, key table and README all derive from it. The
// catalogue says what a command does, under "command." and its name.
type command struct {
	name string
	keys []string
	in   scope
	do   func(*App) tea.Cmd
	when reason // nil: it can always be given
}

// A scope is where a command can be given; several may hold.
type scope uint16

// The scopes.
const (
	inList scope = 1 << iota
	inText
	inOutline
	inPopup     // a popup is open
	inPrompt    // one types; only keys that write nothing
	inSelection // something of the text is selected; other keys are those of the text
	inMarks     // the list of marks is open; other keys are those of popups
	inNote      // a note is written; other keys are those of prompts
	hintList    // named in the status line of that pane
	hintText
	hintOutline
	hintPopup
	hintSelection
	hintMarks
	atOnce // heard before what was typed earlier
	parted // the command has other keys elsewhere, and another row of the table

	inPanes   = inList | inText | inOutline
	anywhere  = inPanes | inPopup | inPrompt | inSelection
	inLayer   = inSelection | inMarks | inNote // keys that go before the others
	places    = anywhere | inLayer
	inWriting = inPrompt | inNote // keys that write are text there
	hinted    = hintList | hintText | hintOutline
)

// commands returns the table.
func commands() []command {
	move := func(u unit, n int) func(*App) tea.Cmd {
		return func(a *App) tea.Cmd { return a.move(motion{u, n}) }
	}
	read := func(n int) func(*App) tea.Cmd {
		return func(a *App) tea.Cmd { return a.readOn(n) }
	}
	return []command{
		{"line-down", []string{"j", "down"}, anywhere, move(lines, 1), needsRows},
		{"line-up", []string{"k", "up"}, anywhere, move(lines, -1), needsRows},
		{"half-down", []string{"d", "ctrl+d"}, anywhere &^ inPrompt, move(halves, 1), needsRows},
		{"half-up", []string{"u", "ctrl+u"}, anywhere &^ inPrompt, move(halves, -1), needsRows},
		{"page-down", []string{"space", "f", "pgdown"}, anywhere &^ inList, move(pages, 1), needsRows},
		{"page-up", []string{"b", "pgup"}, anywhere &^ inList, move(pages, -1), needsRows},
		{"list-down", []string{"pgdown"}, inList, move(pages, 1), needsRows},
		{"list-up", []string{"pgup"}, inList, move(pages, -1), needsRows},
		{"read-on", []string{"space", "f"}, inList, read(1), needsArticle},
		{"read-back", []string{"b"}, inList, read(-1), needsArticle},
		{"top", []string{"g", "home"}, anywhere &^ inPrompt, move(ends, -1), needsRows},
		{"bottom", []string{"G", "end"}, anywhere &^ inPrompt, move(ends, 1), needsRows},
		{"choose", []string{"enter"}, inPopup | inPrompt | hintPopup, func(a *App) tea.Cmd { return a.front().enter(a) }, needsChoice},
		{"take-offer", []string{"tab"}, inPrompt, (*App).takeOffer, needsOffer},
		{"open", []string{"enter"}, inList | inOutline | hintList | hintOutline, func(a *App) tea.Cmd { return a.front().enter(a) }, needsChoice},
		{"close", []string{"esc"}, anywhere | hintPopup | hintSelection | atOnce, (*App).close, needsLayer},
		{"find", []string{"/"}, inPanes | hinted, (*App).find, needsPlace},
		{"hit-next", []string{"n", "."}, inPanes, func(a *App) tea.Cmd { return a.nextHit(1) }, needsKeyword},
		{"hit-previous", []string{"N", ","}, inPanes, func(a *App) tea.Cmd { return a.nextHit(-1) }, needsKeyword},
		{"find-everywhere", []string{"F"}, inPanes, (*App).findEverywhere, nil},
		{"heading-next", []string{"]"}, inPanes | hintText, func(a *App) tea.Cmd { return a.nextHeading(1, false) }, needsHeadings},
		{"heading-previous", []string{"["}, inPanes, func(a *App) tea.Cmd { return a.nextHeading(-1, false) }, needsHeadings},
		{"sibling-next", []string{"}"}, inPanes, func(a *App) tea.Cmd { return a.nextHeading(1, true) }, needsHeadings},
		{"sibling-previous", []string{"{"}, inPanes, func(a *App) tea.Cmd { return a.nextHeading(-1, true) }, needsHeadings},
		{"goto-heading", []string{"t"}, inPanes | hintText, (*App).gotoHeading, needsArticle},
		{"article-next", []string{"J"}, inPanes, func(a *App) tea.Cmd { return a.nextArticle(1) }, needsRows},
		{"article-previous", []string{"K"}, inPanes, func(a *App) tea.Cmd { return a.nextArticle(-1) }, needsRows},
		{"order", []string{"S"}, inPanes, (*App).chooseOrder, needsList},
		{"jump-back", []string{"ctrl+o", "alt+left"}, inPanes, (*App).back, nil},
		{"jump-forward", []string{"alt+right"}, inPanes, (*App).forward, nil},
		{"focus-next", []string{"tab"}, inPanes, func(a *App) tea.Cmd { return a.turn(1, true) }, nil},
		{"focus-previous", []string{"shift+tab"}, inPanes, func(a *App) tea.Cmd { return a.turn(-1, true) }, nil},
		{"focus-left", []string{"h"}, inPanes, func(a *App) tea.Cmd { return a.turn(-1, false) }, nil},
		{"focus-right", []string{"l"}, inPanes, func(a *App) tea.Cmd { return a.turn(1, false) }, nil},
		{"focus-list", []string{"1"}, inPanes, func(a *App) tea.Cmd { return a.look(onList) }, needsList},
		{"focus-text", []string{"2"}, inPanes, func(a *App) tea.Cmd { return a.look(onText) }, nil},
		{"focus-outline", []string{"3"}, inPanes, func(a *App) tea.Cmd { return a.look(onOutline) }, needsHeadings},
		{"read", []string{"right"}, inList, func(a *App) tea.Cmd { return a.front().enter(a) }, needsChoice},
		{"fold", []string{"left"}, inOutline, (*App).fold, needsHeadings},
		{"unfold", []string{"right"}, inOutline, (*App).unfold, needsHeadings},
		{"slide-left", []string{"left"}, inText, func(a *App) tea.Cmd { return a.slide(-slideStep) }, nil},
		{"slide-right", []string{"right"}, inText, func(a *App) tea.Cmd { return a.slide(slideStep) }, nil},
		{"outline", []string{"o"}, inPanes, (*App).toggleOutline, needsHeadings},
		{"pair", []string{"|"}, inPanes, (*App).togglePair, needsTwoTexts},
		{"linked", []string{"&"}, inPanes, (*App).toggleLinked, needsPair},
		{"zen", []string{"z"}, inPanes, (*App).toggleTextOnly, needsSides},
		{"text-wider", []string{"+", "="}, inPanes, func(a *App) tea.Cmd { return a.widen(2) }, needsRoom(2)},
		{"text-narrower", []string{"-"}, inPanes, func(a *App) tea.Cmd { return a.widen(-2) }, needsRoom(-2)},
		{"pane-wider", []string{">"}, inPanes, func(a *App) tea.Cmd { return a.widenPane(2) }, needsPaneRoom(2)},
		{"pane-narrower", []string{"<"}, inPanes, func(a *App) tea.Cmd { return a.widenPane(-2) }, needsPaneRoom(-2)},
		{"follow", []string{"L"}, inPanes, (*App).follow, needsLinks},
		{"notes", []string{"enter"}, inText, (*App).notes, needsArticle},
		{"select", []string{"v"}, inText, (*App).selectClause, needsArticle},
		{"select-wider", []string{"v"}, inSelection | hintSelection, (*App).selectWider, nil},
		{"select-other-end", []string{"o"}, inSelection | hintSelection, (*App).selectOtherEnd, nil},
		{"select-right", []string{"right", "l"}, inSelection, func(a *App) tea.Cmd { return a.selectBy(1) }, nil},
		{"select-left", []string{"left", "h"}, inSelection, func(a *App) tea.Cmd { return a.selectBy(-1) }, nil},
		{"mark", []string{"m", ";"}, inText | inOutline | inSelection, (*App).toggleMark, needsArticle},
		{"marks", []string{"'"}, inPanes, (*App).listMarks, nil},
		{"note", []string{"M"}, inText | inOutline | inSelection, (*App).writeNote, needsArticle},
		{"note-in-editor", []string{"ctrl+o"}, inNote, (*App).noteInEditor, needsEditor},
		{"highlight", []string{"H"}, inText | inSelection | hintSelection, (*App).highlight, needsArticle},
		{"marks-everywhere", []string{"tab"}, inMarks | hintMarks, (*App).switchMarks, nil},
		{"mark-delete", []string{"d"}, inMarks | hintMarks, (*App).deleteMark, needsMark},
		{"copy-selection", []string{"y"}, inSelection | hintSelection, (*App).copySelection, nil},
		{"copy", []string{"y"}, inPanes, (*App).copy, needsArticle},
		{"copy-section", []string{"Y"}, inPanes, (*App).copySection, needsArticle},
		{"edit", []string{"e"}, inPanes, (*App).edit, needsFile},
		{"pipe", []string{"!"}, inPanes, (*App).pipe, needsPipe},
		{"read-aloud", []string{"A"}, inPanes, (*App).readAloud, needsVoice},
		{"punctuation", []string{"p"}, inPanes, (*App).togglePunctuation, needsArticle},
		{"script", []string{"s"}, inPanes, (*App).toggleScript, needsArticle},
		{"skim", []string{"Z"}, inPanes, (*App).toggleSkim, needsArticle},
		{"quantities", []string{"#"}, inPanes, (*App).toggleQuantities, needsArticle},
		{"theme", []string{"T"}, inPanes, (*App).chooseTheme, nil},
		{"palette", []string{":"}, inPanes, (*App).palette, nil},
		{"help", []string{"?", "f1"}, inPanes | inPopup | hinted, (*App).help, nil},
		{"redraw", []string{"ctrl+l"}, anywhere, func(*App) tea.Cmd { return tea.ClearScreen }, nil},
		{"suspend", []string{"ctrl+z"}, anywhere | atOnce, func(*App) tea.Cmd { return tea.Suspend }, nil},
		{"quit", []string{"q"}, inPanes | inPopup, (*App).leave, nil},
		{"interrupt", []string{"ctrl+c"}, anywhere | atOnce, (*App).quit, nil},
	}
}

// bound returns the command that a key stands for where the reader is, and
// whether there is one.
func (a *App) bound(k tea.KeyPressMsg) (command, bool) {
	key, in := pressed(k), a.front().scope(a)&places
	named := func(in scope) int {
		return slices.IndexFunc(a.commands, func(c command) bool { return c.in&in != 0 && slices.Contains(c.keys, key) })
	}
	i := named(in & inLayer)
	if i < 0 {
		i = named(in)
	}
	if i < 0 {
		return command{}, false
	}
	return a.commands[i], true
}

// rowsOf returns the rows of the table that a command has.
func (a *App) rowsOf(name string) (rows []command) {
	for _, c := range a.commands {
		if c.name == name {
			rows = append(rows, c)
		}
	}
	return rows
}

// isKey reports whether what was typed is a key of a command.
func (a *App) isKey(typed, name string) bool {
	if typed == "" {
		return false
	}
	key := pressed(tea.KeyPressMsg{Text: typed})
	return utf8.RuneCountInString(typed) == 1 && slices.ContainsFunc(a.rowsOf(name), func(c command) bool { return slices.Contains(c.keys, key) })
}

// withKeys returns a message followed by the keys of some commands, those that have
// keys and can be given now.
func (a *App) withKeys(said string, names ...string) string {
	w := a.opt.Words
	for _, name := range names {
		if key := a.keyOf(name); key != "" {
			said += w.Say("keys.hint", key, w.Say("command."+name))
		}
	}
	return said
}

// keyOf returns the key that a command has where the reader is, as it is written,
// "" for none.
func (a *App) keyOf(name string) string { return a.keyIn(a.front().scope(a)&places, name) }

// keyIn returns the first key, as it is written, by which a command can be given where
// one of some scopes holds, "" for none.
func (a *App) keyIn(in scope, name string) string {
	for _, c := range a.rowsOf(name) {
		if c.in&in != 0 && len(c.keys) > 0 {
			return a.opt.Words.Signs(KeyName(c.keys[0]))
		}
	}
	return ""
}

// act returns what a click on the name of a command does, as rows of the screen
// carry it: the place of the command in the table, counted from 1.
func (a *App) act(name string) uint16 {
	return uint16(1 + slices.IndexFunc(a.commands, func(c command) bool { return c.name == name }))
}

// give gives a command, or says why it cannot be given.
func (a *App) give(c command) tea.Cmd {
	if why := a.why(c); why != "" {
		a.notice = notice{text: why}
		return nil
	}
	return c.do(a)
}

// why says why a command cannot be given now, "" where it can.
func (a *App) why(c command) string {
	if c.when == nil {
		return ""
	}
	return c.when(a)
}
