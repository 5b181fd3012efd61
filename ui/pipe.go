package ui

import (
	"context"
	"iter"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/linebreak"
	"juan/ui/task"
)

// A Pipe hands a text to a command of the shell and returns what that writes. It is
// called outside the goroutine of the ui, ends the command with ctx, and bounds the
// result. Its errors are messages for the user.
type Pipe func(ctx context.Context, command, text string) (out string, err error)

// mostLines is how many lines of what a command wrote are shown.
const mostLines = 5000

// piping is the task that runs a command, and the popup that shows what it wrote.
type piping struct {
	task.Task[piped]
	on     *popup
	recent recent // commands
}

// A piped is what a command wrote, and why it failed.
type piped struct {
	out string
	err error
}

// pipe asks for a command to hand the article to or, in the contents, the section
// under the cursor.
func (a *App) pipe() tea.Cmd {
	p := &asking{prompt: newPrompt(a.opt.Words.Say("prompt.pipe")), before: a.reading.At(), tally: func() string { return "" }}
	p.recent = &a.piping.recent
	p.change = func(string) tea.Cmd { return nil }
	p.cancel = func() {}
	p.accept = func(command string) tea.Cmd {
		p.remember()
		if strings.TrimSpace(command) == "" {
			return nil
		}
		return a.runPipe(command, a.handed())
	}
	a.raise(p)
	return nil
}

// handed returns the text that commands are given, as it was written: what is
// selected, the article or, in the contents, a section.
func (a *App) handed() string {
	art := a.reading.Article()
	if s, ok := a.reading.Selected(); ok {
		from, to := s.Bounds(art)
		return art.Passage(from, to, sourceOf)
	}
	if a.focus == onOutline {
		return a.sectionText()
	}
	return art.Passage(model.Pos{}, art.End(), sourceOf)
}

// runPipe runs a command with a text, and opens a popup for what it writes.
func (a *App) runPipe(command, text string) tea.Cmd {
	w, run := a.opt.Words, a.opt.Pipe
	p := &popup{title: command, wide: true}
	p.gone = func() {
		a.piping.Stop()
		a.piping.on = nil
	}
	a.raise(p)
	a.piping.on, p.empty = p, a.withKeys(w.Say("pipe.runs"), "close")
	return a.piping.Start(func(ctx context.Context) iter.Seq[piped] {
		return func(yield func(piped) bool) {
			out, err := run(ctx, command, plain(text)+"\n")
			yield(piped{out, err})
		}
	})
}

// pipeEnded shows what a command wrote.
func (a *App) pipeEnded(b task.Batch[piped]) tea.Cmd {
	if !a.piping.Accept(b) || a.piping.on == nil {
		return nil
	}
	for _, d := range b.Items {
		p := a.piping.on
		p.items, p.empty = written(d, a.opt.Words.Say("pipe.cut"), p.body(a.screen())), a.opt.Words.Say("pipe.nothing")
		if d.err != nil {
			a.complain(d.err)
			p.empty = a.notice.text
		}
	}
	return b.More
}

// written returns the output of a command as rows, without its control sequences,
// followed by cut where there is more.
func written(d piped, cut string, c canvas) (rows items) {
	out := strings.TrimRight(strings.ReplaceAll(ansi.Strip(d.out), "\r\n", "\n"), "\n")
	if out == "" {
		return nil
	}
	for line := range strings.SplitSeq(out, "\n") {
		text := cell.Visible(strings.ReplaceAll(line, "\t", "    "))
		for _, l := range linebreak.Fill(nil, text, c.W, c.W, c.Policy, linebreak.Options{}) {
			rows = append(rows, item{left: text[l.From:l.To]})
		}
		if text == "" {
			rows = append(rows, item{})
		}
		if len(rows) > mostLines {
			return append(rows[:mostLines], item{left: cut})
		}
	}
	return rows
}

// needsPipe says why there is nothing to hand to a command.
func needsPipe(a *App) string {
	if a.opt.Pipe == nil {
		return a.opt.Words.Say("status.nopipe")
	}
	return needsArticle(a)
}
