package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

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
	art := a.reading.Article()
	i := a.text.paragraph(&a.reading, a.canvas(onText))
	return a.clip(source(art.Body[i]))
}

// copySection puts the section that is read, or that is under the cursor of
// the outline, on the clipboard.
func (a *App) copySection() tea.Cmd {
	art := a.reading.Article()
	i := a.reading.Section()
	if a.focus == onOutline {
		i, _ = a.outline.section(&a.reading)
	}
	from, to := model.Pos{}, model.Pos{Block: len(art.Body)}
	if len(art.Outline) > 0 {
		from, to = a.outline.bounds(art, i)
	}
	var s []string
	for _, b := range art.Body[from.Block:to.Block] {
		if t := source(b); t != "" {
			s = append(s, t)
		}
	}
	return a.clip(strings.Join(s, "\n\n"))
}

// source returns the text of a block with the marks of notes as they are
// written.
func source(b model.Block) string {
	prose, ok := b.(interface{ Spans() []model.Span })
	if !ok {
		return b.Text()
	}
	var out strings.Builder
	for _, s := range prose.Spans() {
		text := b.Text()[s.From:s.To]
		if s.Voice&model.NoteRef != 0 {
			text = "[" + text + "]"
		}
		out.WriteString(text)
	}
	return out.String()
}

// clip puts text on the clipboard, without the control characters that a shell
// or an editor would obey when it is pasted there.
func (a *App) clip(text string) tea.Cmd {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, text)
	a.say("status.copied", utf8.RuneCountInString(text))
	return tea.SetClipboard(text)
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
