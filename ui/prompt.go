package ui

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"juan/model"
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
	accept func(text string) tea.Cmd
	cancel func()
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

// find opens the prompt of the focused pane: it filters the list or the
// outline, and searches in the text.
func (a *App) find() tea.Cmd {
	switch a.focus {
	case onList:
		a.prompt = a.filterPrompt()
	case onOutline:
		a.prompt = a.headingPrompt()
	default:
		a.prompt = a.findPrompt()
	}
	return nil
}

// findPrompt searches in the text as one types.
func (a *App) findPrompt() *prompt {
	p := newPrompt(a.opt.Words.Say("prompt.find"))
	before, query := a.reading.At(), a.reading.Query()
	p.change = func(text string) tea.Cmd {
		a.reading.Find(model.NewQuery(text))
		a.reading.Scroll(before.Pos)
		a.seeking = &seeking{from: before.Pos, way: 1, at: true, found: func(i int, _ bool) { a.showHit(i) }}
		a.seek()
		return nil
	}
	p.accept = func(text string) tea.Cmd {
		if text == "" {
			a.seeking = nil
			a.reading.Find(query)
			return nil
		}
		if s := a.seeking; s != nil { // the article is still being searched
			s.found = func(i int, _ bool) { a.goToHit(i) }
			s.none = func() { a.say("status.none", text) }
			return nil
		}
		after := a.reading.At()
		a.reading.Scroll(before.Pos)
		a.reading.Jump(after)
		if a.reading.Hits() == nil {
			a.say("status.none", text)
		}
		return nil
	}
	p.cancel = func() {
		a.seeking = nil
		a.reading.Find(query)
		a.reading.Scroll(before.Pos)
	}
	return p
}

// headingPrompt shows only the headings that match, as one types.
func (a *App) headingPrompt() *prompt {
	p := newPrompt(a.opt.Words.Say("prompt.filter"))
	query := a.outline.query
	p.change = func(text string) tea.Cmd {
		a.outline.query = model.NewQuery(strings.TrimSpace(text))
		a.outline.leave()
		if art := a.reading.Article(); art != nil {
			if rows := a.outline.rows(art); len(rows) > 0 {
				a.outline.cursor, a.outline.article = rows[0], art
			}
		}
		return nil
	}
	p.accept = func(string) tea.Cmd { return nil }
	p.cancel = func() {
		a.outline.query = query
		a.outline.leave()
	}
	return p
}
