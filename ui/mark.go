package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// toMark returns the stretch that a mark would be put on: the selection, the heading
// under the cursor of the contents, or the first paragraph that begins on screen. For a
// bookmark both ends are the same.
func (a *App) toMark() (from, to model.Pos) {
	art := a.reading.Article()
	if s, ok := a.reading.Selected(); ok && a.selecting() {
		return s.Bounds(art)
	}
	if i, ok := a.outline.section(&a.reading); ok && a.focus == onOutline {
		from = place(art, i)
	} else {
		from.Block = a.text.paragraph(&a.reading, a.canvas(onText))
	}
	from, _ = art.Stretch(model.Pos{Block: from.Block}, model.Paragraphs)
	return from, from
}

// toggleMark puts a bookmark on a paragraph, or takes away the one that is there.
func (a *App) toggleMark() tea.Cmd {
	from, _ := a.toMark()
	art := a.reading.Article()
	a.unselect()
	if p, ok := a.markOn(model.Bookmark, func(p model.Placed) bool { return p.Start.Block == from.Block }); ok {
		a.dropMark(p.ID)
		a.say("status.unmarked")
		return nil
	}
	from, _ = art.Stretch(model.Pos{Block: from.Block}, model.Paragraphs)
	a.putMark(art.NewMark(model.Bookmark, from, from, a.now()))
	a.say("status.marked", a.inParagraph(from))
	return nil
}

// inParagraph returns the first words at p, as messages quote them.
func (a *App) inParagraph(p model.Pos) string {
	art := a.reading.Article()
	from, to := art.Stretch(p, model.Clauses)
	return a.policy.Cut(a.screen().Shown(art.Between(from, to)), max(8, a.w/3))
}

// markOn returns the first mark of a kind that is placed and of which something
// holds, and whether there is one.
func (a *App) markOn(kind model.MarkKind, holds func(model.Placed) bool) (model.Placed, bool) {
	all := a.reading.Marks()
	i := slices.IndexFunc(all, func(p model.Placed) bool { return p.Kind == kind && !p.Lost && holds(p) })
	if i < 0 {
		return model.Placed{}, false
	}
	return all[i], true
}

// highlight highlights what is selected, or the sentence that the reader is at, or
// takes that away where it is highlighted.
func (a *App) highlight() tea.Cmd {
	art := a.reading.Article()
	from, to := a.here(model.Sentences)
	if s, ok := a.reading.Selected(); ok {
		from, to = s.Bounds(art)
	}
	a.unselect()
	if from == to {
		a.say("status.unselectable")
		return nil
	}
	if p, ok := a.markOn(model.Highlight, func(p model.Placed) bool { return p.Covers(from, to) }); ok {
		a.dropMark(p.ID)
		a.say("status.unlighted")
		return nil
	}
	a.putMark(art.NewMark(model.Highlight, from, to, a.now()))
	a.say("status.highlighted", art.CharsBetween(from, to))
	return nil
}

// breakSign stands for a line break where a note is written in one line.
const breakSign = "⏎"

// writeNote opens the prompt for a note on what is selected, or on the paragraph: an
// existing note is put into the prompt, to be changed.
func (a *App) writeNote() tea.Cmd {
	art, w := a.reading.Article(), a.opt.Words
	from, to := a.toMark()
	m := art.NewMark(model.Noted, from, to, a.now())
	if p, ok := a.markOn(model.Noted, func(p model.Placed) bool { return p.Start == from && p.Stop == to }); ok {
		m = p.Mark
		m.Changed = a.now()
	}
	p := &asking{prompt: newPrompt(w.Say("prompt.note")), before: a.reading.At(), in: inNote}
	p.prompt.note = w.Say("status.quoted", strings.ReplaceAll(m.Quote, "\n", " "))
	if a.opt.EditNote != nil {
		p.prompt.note = w.Say("note.editor", a.keyIn(inNote, "note-in-editor")) + p.prompt.note
	}
	p.input.SetValue(strings.ReplaceAll(m.Note, "\n", breakSign))
	p.input.CursorEnd()
	p.tally = func() string { return "" }
	p.cancel = func() {}
	p.accept = func(text string) tea.Cmd {
		a.unselect()
		a.keepNote(m, strings.ReplaceAll(text, breakSign, "\n"))
		return nil
	}
	a.raise(p)
	return nil
}

// keepNote keeps the text of a note; without any the note is forgotten.
func (a *App) keepNote(m model.Mark, text string) {
	old := m.Note
	switch m.Note = strings.TrimSpace(text); {
	case m.Note != "":
		a.putMark(m)
		a.say("status.noted")
	case old != "":
		a.dropMark(m.ID)
		a.say("status.unnoted")
	default:
		a.say("status.nonote")
	}
}

// noteReady is an editor that is ready to run, or why there is none.
type noteReady struct {
	prompt *asking
	cmd    tea.ExecCommand
	read   func() (string, error)
	err    error
}

// noteEdited is the text of a note as the editor left it.
type noteEdited struct {
	prompt *asking
	text   string
	err    error
}

// noteInEditor goes on with a note in the reader's editor.
func (a *App) noteInEditor() tea.Cmd {
	p, ok := a.front().(*asking)
	if !ok {
		return nil
	}
	edit, text := a.opt.EditNote, strings.ReplaceAll(p.text(), breakSign, "\n")
	return func() tea.Msg {
		r := noteReady{prompt: p}
		r.cmd, r.read, r.err = edit(text)
		return r
	}
}

// run runs the editor.
func (r noteReady) run() tea.Cmd {
	if r.err != nil {
		return func() tea.Msg { return noteEdited{r.prompt, "", r.err} }
	}
	return tea.Exec(r.cmd, func(err error) tea.Msg {
		done := noteEdited{r.prompt, "", err}
		if err == nil {
			done.text, done.err = r.read()
		}
		return done
	})
}

// noteEdited takes a note from the editor; where that failed the text of the prompt
// stays.
func (a *App) noteEdited(n noteEdited) tea.Cmd {
	switch {
	case n.err != nil:
		a.complain(n.err)
	case a.raised(n.prompt):
		a.drop(n.prompt)
		return n.prompt.accept(n.text)
	}
	return nil
}

// needsEditor says that there is no editor.
func needsEditor(a *App) string {
	if a.opt.EditNote == nil {
		return a.opt.Words.Say("status.noeditor")
	}
	return ""
}
