package ui

import (
	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/role"
	"juan/ui/screen"
)

// An asking is a prompt in the status line: the panes show what it finds.
type asking struct {
	*prompt
	before model.Place               // where the reader was when it was opened
	tally  func() string             // what was found so far
	accept func(text string) tea.Cmd // Enter
	cancel func()                    // Esc
	in     scope                     // which commands it has beside those of all prompts
}

func (*asking) open(*App) bool { return true }

func (p *asking) close(*App) tea.Cmd {
	p.cancel()
	return nil
}

func (p *asking) scope(*App) scope { return inPrompt | p.in }

func (p *asking) typing() *prompt { return p.prompt }

func (p *asking) move(a *App, m motion) bool { return p.recalls(m) || base{}.move(a, m) }

func (*asking) barren(*App) string { return "" }

func (p *asking) enter(a *App) tea.Cmd {
	p.remember()
	a.drop(p)
	return p.accept(p.text())
}

// click takes what was typed, and what is under the mouse.
func (p *asking) click(a *App, m tea.Mouse) tea.Cmd {
	if m.Y >= p.row(a) {
		return nil
	}
	return tea.Batch(p.enter(a), a.front().click(a, m))
}

func (p *asking) wheel(a *App, m tea.Mouse, n int) { base{}.wheel(a, m, n) }

func (p *asking) draw(a *App, rows []screen.Row, c canvas) (x, y int) {
	y = p.row(a)
	rows[y], x = p.prompt.draw(c, p.tally())
	if y < a.h-1 {
		rows[a.h-1] = c.Say(role.Hint, " "+p.said())
	}
	return x, y
}

// row returns the row of the screen that the prompt stands in.
func (p *asking) row(a *App) int {
	if p.said() != "" {
		return a.h - 2
	}
	return a.h - 1
}

// comeBack goes to where the reader was before a prompt was opened.
func (a *App) comeBack(p model.Place) {
	a.reading.Open(p.Key)
	a.reading.Scroll(p.Pos)
}

// find opens the prompt of the focused pane: it filters the list or the
// outline, and searches in the text.
func (a *App) find() tea.Cmd {
	p := a.findPrompt
	switch a.focus {
	case onList:
		p = a.filterPrompt
	case onOutline:
		p = a.headingPrompt
	}
	a.raise(p())
	return nil
}

// findPrompt searches in the text as one types.
func (a *App) findPrompt() *asking {
	p := &asking{prompt: newPrompt(a.opt.Words.Say("prompt.find")), before: a.reading.At(), tally: a.hitTally}
	p.instead, p.recent = a.offersHint, &a.recent
	query := a.reading.Query()
	p.change = func(text string) tea.Cmd {
		q := model.ParseQuery(text)
		p.note = a.explain(q)
		a.reading.Find(q)
		a.comeBack(p.before)
		a.seeking = &seeking{from: p.before.Pos, way: 1, at: true, found: func(i int, _ bool) { a.showHit(i) }}
		a.seek()
		return nil
	}
	p.accept = func(text string) tea.Cmd {
		if a.reading.Query().Empty() {
			a.seeking = nil
			a.reading.Find(query)
			return nil
		}
		a.raise(keyword{})
		if s := a.seeking; s != nil { // the article is still being searched
			s.found = func(i int, _ bool) { a.goToHit(i) }
			s.none = func() { a.sayNone() }
			return nil
		}
		after, hit := a.reading.At(), a.reading.Hit()
		a.comeBack(p.before)
		a.reading.Jump(after)
		a.reading.Choose(hit)
		if p, ok := a.reading.Chosen(); ok {
			a.extendTo(p)
		}
		if a.reading.Hits() == nil {
			a.sayNone()
		}
		return nil
	}
	p.cancel = func() {
		a.seeking = nil
		a.reading.Find(query)
		a.comeBack(p.before)
	}
	return p
}

// sayNone says that the keyword was not found, and offers queries that would be, as far
// as they are known.
func (a *App) sayNone() {
	if s := a.offersSay(); s != "" {
		a.notice = notice{text: s}
		return
	}
	a.notice = notice{text: a.noneSays()}
}

// headingPrompt shows only the headings that match, as one types.
func (a *App) headingPrompt() *asking {
	p := &asking{prompt: newPrompt(a.opt.Words.Say("prompt.filter")), before: a.reading.At(), tally: a.headingTally}
	query := a.outline.query
	p.change = func(text string) tea.Cmd {
		a.outline.query = model.ParseQuery(text)
		p.note = a.explain(a.outline.query)
		a.outline.leave()
		if art := a.reading.Article(); art != nil {
			if rows := a.outline.rows(art); len(rows) > 0 {
				a.outline.cursor, a.outline.article = rows[0], art
			}
		}
		return nil
	}
	p.accept = func(string) tea.Cmd {
		a.raise(headingFilter{})
		return nil
	}
	p.cancel = func() {
		a.outline.query = query
		a.outline.leave()
	}
	return p
}
