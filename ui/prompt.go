package ui

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"juan/ui/role"
	"juan/ui/screen"
	"juan/ui/theme"
)

// A prompt is one line to type in. Every change is answered at once, so that
// what it looks for is seen while it is typed.
type prompt struct {
	label  string
	input  textinput.Model
	change func(text string) tea.Cmd // nil for nothing
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
	p.input, _ = p.input.Update(msg)
	if p.text() == before || p.change == nil {
		return nil
	}
	return p.change(p.text())
}

// draw returns the prompt on a canvas, tally at its right end, and the cell of
// the caret, counted by what is drawn before it: an input method opens there.
func (p *prompt) draw(c canvas, tally string) (screen.Row, int) {
	right := c.Seg(role.Hint, c.Shown(tally))
	if right.W > c.W/2 {
		right = screen.Seg{}
	}
	label := c.Seg(role.Prompt, c.Policy.Cut(p.label, c.W/2))
	room := max(1, c.W-label.W-right.W-1)
	runes := []rune(p.text())
	caret := min(p.input.Position(), len(runes))
	from := p.from(runes, caret, room, c)
	before := c.Shown(string(runes[from:caret]))
	shown := c.Policy.Cut(before+c.Shown(string(runes[caret:])), room)
	out := screen.Row{label, c.Seg(role.Input, shown)}
	out = out.Pad(c.W-right.W, c.Policy, theme.Ink{Role: role.Input})
	return append(out, right), min(label.W+c.Policy.Width(before), c.W-1)
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
