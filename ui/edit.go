package ui

import (
	"context"
	"iter"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/task"
)

// An Editor returns what runs an editor at a place of the article of an entry. It
// is called off the goroutine of the ui; its errors are those of a library, or are
// worded.
type Editor func(ctx context.Context, e *model.Entry, at model.Pos) (tea.ExecCommand, error)

// editing is the state of an external editor: it is looked for, it has the screen, then
// the article is read again.
type editing struct {
	begun task.Task[editor]
	ended task.Task[fetched]
}

// An editor is ready to run, or there is none.
type editor struct {
	of  *model.Entry
	run tea.ExecCommand
	err error
}

// An edited says that the editor of an entry has ended.
type edited struct {
	of  *model.Entry
	err error
}

// edit opens the reader's editor at the paragraph that is read or, in the contents,
// at the heading under the cursor.
func (a *App) edit() tea.Cmd {
	e, open := a.reading.Entry(), a.opt.Edit
	at := model.Pos{Block: a.text.paragraph(&a.reading, a.canvas(onText))}
	if i, ok := a.outline.section(&a.reading); ok && i >= 0 && a.focus == onOutline {
		at = a.reading.Article().Outline[i].Start
	}
	return a.editing.begun.Start(func(ctx context.Context) iter.Seq[editor] {
		return func(yield func(editor) bool) {
			run, err := open(ctx, e, at)
			yield(editor{e, run, err})
		}
	})
}

// editorFound gives the screen to an editor.
func (a *App) editorFound(b task.Batch[editor]) tea.Cmd {
	if !a.editing.begun.Accept(b) {
		return nil
	}
	cmds := []tea.Cmd{b.More}
	for _, e := range b.Items {
		if e.err != nil {
			a.complain(e.err)
			continue
		}
		cmds = append(cmds, tea.Exec(e.run, func(err error) tea.Msg { return edited{e.of, err} }))
	}
	return tea.Batch(cmds...)
}

// editorEnded says why an editor failed, and reads its article again: it does not rely
// on the file watcher.
func (a *App) editorEnded(e edited) tea.Cmd {
	if e.err != nil {
		why, _ := a.opt.Explain(e.err)
		a.notice = notice{text: a.opt.Words.Say("status.editor", why), alert: true}
	}
	a.text.figures = nil // with the screen the terminal’s memory was left
	return a.editing.ended.Start(func(ctx context.Context) iter.Seq[fetched] {
		return func(yield func(fetched) bool) {
			art, err := a.opt.Library.Fetch(ctx, e.of)
			yield(fetched{e.of, art, err})
		}
	})
}

// rearrived takes an article that was edited.
func (a *App) rearrived(b task.Batch[fetched]) tea.Cmd {
	if !a.editing.ended.Accept(b) {
		return nil
	}
	for _, f := range b.Items {
		switch now := a.reading.Article(); {
		case f.err != nil:
			a.complain(f.err)
		case now == nil || now.Entry != f.article.Entry: // else nothing was changed
			a.reading.Take(f.article)
		}
	}
	return b.More
}

// needsFile says why there is nothing that an editor could open.
func needsFile(a *App) string {
	if why := needsArticle(a); why != "" {
		return why
	}
	switch e := a.reading.Entry(); {
	case a.opt.Edit == nil || e.Path == "" || e.Path == "-":
		return a.opt.Words.Say("status.nofile")
	}
	return ""
}
