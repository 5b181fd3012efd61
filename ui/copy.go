package ui

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"juan/model"
	"juan/ui/typeset"
)

// copy puts the current paragraph on the terminal's clipboard (OSC 52), or the
// section under the cursor of the outline. What is copied is the text as it
// was written, however it is shown.
func (a *App) copy() tea.Cmd {
	if a.focus == onOutline {
		return a.copySection()
	}
	if _, ok := a.reading.Selected(); ok {
		return a.copySelection()
	}
	art := a.reading.Article()
	i := a.text.paragraph(&a.reading, a.canvas(onText))
	return a.clip(source(art.Body[i]))
}

// copySelection puts what is selected on the clipboard, and ends the selection.
func (a *App) copySelection() tea.Cmd {
	art := a.reading.Article()
	s, _ := a.reading.Selected()
	from, to := s.Bounds(art)
	a.unselect()
	return a.clip(art.Passage(from, to, sourceOf))
}

// copySection puts the section that is read, or that is under the cursor of
// the outline, on the clipboard.
func (a *App) copySection() tea.Cmd {
	return a.clip(a.sectionText())
}

// sectionText returns the section that is read, or that is under the cursor of the
// outline, as it was written.
func (a *App) sectionText() string {
	art := a.reading.Article()
	i := a.reading.Section()
	if a.focus == onOutline {
		i, _ = a.outline.section(&a.reading)
	}
	from, to := model.Pos{}, model.Pos{Block: len(art.Body)}
	if len(art.Outline) > 0 {
		from, to = a.outline.bounds(art, i)
	}
	return art.Passage(from, to, sourceOf)
}

// source returns the text of a block with the marks of notes as they are written.
func source(b model.Block) string { return sourceOf(b, 0, len(b.Text())) }

// sourceOf returns the bytes [from, to) of that text.
func sourceOf(b model.Block, from, to int) string {
	prose, ok := b.(interface{ Spans() []model.Span })
	if !ok {
		return b.Text()[from:to]
	}
	var out strings.Builder
	for _, s := range prose.Spans() {
		low, high := max(s.From, from), min(s.To, to)
		if low >= high {
			continue
		}
		text := b.Text()[low:high]
		if s.Voice&model.NoteRef != 0 {
			text = "[" + text + "]"
		}
		out.WriteString(text)
	}
	return out.String()
}

// longest is how many bytes are sent to a terminal for its clipboard. The lowest common
// limit of terminals is a control sequence of 100,000 bytes, base64 and frame included;
// they drop longer ones silently.
const longest = 74_994

// A clipping is text on its way to a clipboard.
type clipping struct {
	text string
	link bool  // it is a link
	err  error // why it is not on the clipboard of Options.Copy
}

// clip puts text on the clipboard, without the control characters that a shell
// or an editor would obey when it is pasted there.
func (a *App) clip(text string) tea.Cmd { return a.send(clipping{text: plain(text)}) }

// clipLink puts a link on the clipboard, which has no control character at all.
func (a *App) clipLink(link string) tea.Cmd {
	link = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, link)
	return a.send(clipping{text: link, link: true})
}

func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, text)
}

// send hands a clipping to the clipboard that confirms it (tmux), or else to the
// terminal.
func (a *App) send(c clipping) tea.Cmd {
	if a.opt.Copy == nil {
		return a.emit(c)
	}
	put := a.opt.Copy
	return func() tea.Msg {
		c.err = put(c.text)
		return c
	}
}

// clipped says that a clipping is where it should be, or goes the other way.
func (a *App) clipped(c clipping) tea.Cmd {
	if c.err != nil {
		return a.emit(c)
	}
	a.tell("status.copied", "status.linkcopied", c)
	return nil
}

// emit sends a clipping to the terminal (OSC 52), which confirms nothing.
func (a *App) emit(c clipping) tea.Cmd {
	if len(c.text) > longest {
		a.say("status.toolong", model.Chars(c.text))
		return nil
	}
	a.tell("status.sent", "status.linksent", c)
	if a.opt.Pass != nil {
		return tea.Raw(a.opt.Pass(ansi.SetSystemClipboard(c.text)))
	}
	return tea.SetClipboard(c.text)
}

func (a *App) tell(text, link string, c clipping) {
	if c.link {
		a.say(link, c.text)
		return
	}
	a.say(text, model.Chars(c.text))
}

// togglePunctuation shows punctuation repaired, or as it was written.
func (a *App) togglePunctuation() tea.Cmd {
	doc := a.text.lay(&a.reading, a.canvas(onText))
	repair, said := typeset.On, "status.repaired"
	if doc.Repaired() {
		repair, said = typeset.Off, "status.aswritten"
	}
	if a.text.repair == nil {
		a.text.repair = make(map[string]typeset.Repair)
	}
	a.text.repair[a.reading.At().Key] = repair
	a.say(said)
	return nil
}
