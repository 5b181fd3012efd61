package ui

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"juan/ui/role"
	"juan/ui/screen"
	"juan/ui/theme"
)

// A prompt is one line to type in. Every change is acted on at once, so results show
// while one types.
type prompt struct {
	label  string
	input  textinput.Model
	change func(text string) tea.Cmd // nil for nothing
	note   string                    // what is special about what was typed, said in a row under it; "" for nothing

	// instead returns what replaces the note where nothing is found: queries that would
	// find something; nil where none are offered.
	instead func() string

	replace bool    // the text was typed before and is selected: the next character replaces it
	recent  *recent // nil where nothing is remembered
	was     string  // what it was opened with, which ↑ leaves out
	shown   int     // how many of recent ↑ went back
}

// said returns what stands in the row under the prompt, "" for nothing.
func (p *prompt) said() string {
	if p.instead != nil {
		if s := p.instead(); s != "" {
			return s
		}
	}
	return p.note
}

// put puts a text in the place of what was typed.
func (p *prompt) put(text string) tea.Cmd {
	p.input.SetValue(text)
	p.input.CursorEnd()
	p.replace, p.shown, p.was = false, 0, text
	return p.change(text)
}

// newPrompt returns an empty prompt.
func newPrompt(label string) *prompt {
	p := &prompt{label: label, input: textinput.New()}
	p.input.Prompt = ""
	p.input.Focus()
	return p
}

// text returns what was typed.
func (p *prompt) text() string { return p.input.Value() }

// update hands a key or a paste to the input and answers where it changed.
func (p *prompt) update(msg tea.Msg) tea.Cmd {
	before := p.text()
	if p.replaces(msg) {
		p.input.SetValue("")
	}
	p.replace = false
	p.input, _ = p.input.Update(p.tamed(msg))
	if p.text() != before {
		p.shown = 0
	}
	if p.text() == before || p.change == nil {
		return nil
	}
	return p.change(p.text())
}

// tamed returns msg, or a key with the same effect where the input would panic:
// deleting the word after the caret it reads the character after the next one, which
// the last character does not have. So Alt+D at “a |b” becomes Delete.
func (p *prompt) tamed(msg tea.Msg) tea.Msg {
	k, pressed := msg.(tea.KeyPressMsg)
	last := p.input.Position() == utf8.RuneCountInString(p.text())-1
	if pressed && last && key.Matches(k, p.input.KeyMap.DeleteWordForward) {
		return tea.KeyPressMsg{Code: tea.KeyDelete}
	}
	return msg
}

// replaces reports whether msg replaces the selected text: typed text does, and a key
// that deletes.
func (p *prompt) replaces(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return p.replace && (msg.Text != "" || msg.Code == tea.KeyBackspace || msg.Code == tea.KeyDelete)
	case tea.PasteMsg:
		return p.replace
	}
	return false
}

// draw returns the prompt on a canvas, tally at its right end, and the cell of
// the caret, counted by what is drawn before it: an input method opens there.
func (p *prompt) draw(c canvas, tally string) (screen.Row, int) {
	right := c.Seg(role.Hint, c.Shown(tally))
	if right.W > c.W/2 {
		right = c.Seg(role.Hint, c.tallied(tally, c.W/2))
	}
	label := c.Seg(role.Prompt, c.Policy.Cut(p.label, c.W/2))
	room := max(1, c.W-label.W-right.W-1)
	runes := []rune(p.text())
	caret := min(p.input.Position(), len(runes))
	from := p.from(runes, caret, room, c)
	before := c.Shown(string(runes[from:caret]))
	shown := c.Policy.Cut(before+c.Shown(string(runes[caret:])), room)
	ink := role.Input
	if p.replace {
		ink = role.RowCursor // as a selection, which it is
	}
	out := screen.Row{label, c.Seg(ink, shown)}
	out = out.Pad(c.W-right.W, c.Policy, theme.Ink{Role: role.Input})
	return append(out, right), min(label.W+c.Policy.Width(before), c.W-1)
}

// tallied returns the first part of a tally, up to a bracket, if it has room; the part
// in brackets is shown only where all of it fits.
func (c canvas) tallied(tally string, room int) string {
	if n := strings.IndexAny(tally, "（("); n >= 0 {
		tally = strings.TrimSpace(tally[:n])
	}
	if s := c.Shown(tally); c.Policy.Width(s) <= room {
		return s
	}
	return ""
}

// from returns the first rune to show so that the caret stays in room cells.
func (p *prompt) from(runes []rune, caret, room int, c canvas) int {
	from := caret
	for used := 0; from > 0; from-- {
		if used += c.Policy.Rune(runes[from-1]); used > room-1 {
			break
		}
	}
	return from
}
