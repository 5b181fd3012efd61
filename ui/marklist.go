package ui

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// A markList is the popup that lists marks: those of the open article, or all.
type markList struct {
	*popup
	app     *App
	all     bool
	loaded  bool           // all marks have come, as far as they were asked for
	marks   []model.Placed // by row; those of other articles have no place
	rows    []int          // the mark of each row, -1 for the title of an article
	dropped map[string]bool
}

// listMarks opens the list of the marks in the open article.
func (a *App) listMarks() tea.Cmd {
	l := &markList{popup: &popup{in: inMarks | hintMarks}, app: a, dropped: make(map[string]bool)}
	l.choose = func(i item) tea.Cmd { return i.do() }
	l.gone = func() { a.markList = nil }
	l.all = a.reading.Article() == nil
	a.markList = l
	l.list()
	for i, m := range l.marks { // the last one that the reader has passed
		if !l.all && !m.Lost && !a.reading.At().Pos.Before(m.Start) {
			l.cursor = i
		}
	}
	a.raise(l.popup)
	return nil
}

// switchMarks lists the marks in all articles, or those in the open one again.
func (a *App) switchMarks() tea.Cmd {
	l := a.markList
	l.all, l.cursor = !l.all, 0
	l.list()
	return nil
}

// list has the rows made anew; all marks are asked for.
func (l *markList) list() {
	l.marks, l.loaded = nil, true
	if !l.all {
		l.marks = slices.Clone(l.app.reading.Marks())
	} else if memory := l.app.opt.Memory; memory != nil {
		l.loaded = false
		l.app.marking.queue = append(l.app.marking.queue, errand{do: func(ctx context.Context) marksTold {
			all, err := memory.AllMarks(ctx)
			return marksTold{list: true, all: all, err: err}
		}})
	} else {
		l.put(l.app.reading.AllMarks())
	}
	l.make()
}

// take takes all marks, where they are listed.
func (l *markList) take(all []model.Mark) {
	if l != nil && l.all {
		l.loaded = true
		l.put(all)
		l.make()
	}
}

func (l *markList) put(all []model.Mark) {
	l.marks = nil
	for _, m := range all {
		l.marks = append(l.marks, model.Placed{Mark: m})
	}
}

// refresh lists the marks of the open article as they are now. While the list shows
// deleted ones, which may still be restored, it does nothing.
func (l *markList) refresh() {
	if l != nil && !l.all && len(l.dropped) == 0 {
		l.list()
	}
}

// make makes the rows.
func (l *markList) make() {
	w := l.app.opt.Words
	l.rows = nil
	var rows items
	title, n := "", 0
	for i, m := range l.marks {
		if name := m.Key; l.all && (i == 0 || name != title) {
			title = name
			key := m.Key
			rows, l.rows = append(rows, item{title: true, left: m.Title, do: func() tea.Cmd { return l.app.goToArticle(key) }}), append(l.rows, -1)
		}
		rows, l.rows = append(rows, l.row(m)), append(l.rows, i)
		if !l.dropped[m.ID] {
			n++
		}
	}
	l.items, l.cursor = rows, max(0, min(l.cursor, len(rows)-1))
	l.title, l.empty = w.Say("marks.here", n), w.Say("marks.nonehere", l.app.keyIn(inMarks, "marks-everywhere"))
	if l.all {
		l.title, l.empty = w.Say("marks.all", n), w.Say("marks.none")
	}
	if !l.loaded || !l.all && l.app.opt.Memory != nil && l.app.reading.MarkedIn() == nil {
		l.empty = w.Say("list.partial")
	}
}

// row returns the row of a mark: its sign, what was written or marked, and where.
func (l *markList) row(m model.Placed) item {
	w, g := l.app.opt.Words, l.app.screen().Glyphs
	it := item{under: l.all, do: func() tea.Cmd { return l.app.goToMark(m) }}
	it.lead = g.Mark
	switch m.Kind {
	case model.Noted:
		it.lead = g.Note
	case model.Highlight:
		it.lead = g.Lit
	}
	it.left = oneLine(m.Quote)
	if m.Note != "" {
		it.left = w.Say("marks.note", oneLine(m.Note), it.left)
	}
	art := l.app.reading.Article()
	if path := m.From.Headings(); len(path) > 0 {
		it.right = path[len(path)-1]
	}
	if !l.all && !m.Lost && art != nil { // with its number, as it is now
		if i := art.Outline.At(m.Start); i >= 0 {
			it.right = art.Outline[i].Text()
		}
	}
	switch {
	case l.dropped[m.ID]:
		it.dim, it.right = true, w.Say("marks.deleted")
	case m.Lost:
		it.right = w.Say("marks.lost")
	}
	return it
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// under returns the mark under the cursor, and whether there is one.
func (l *markList) under() (model.Placed, bool) {
	if l == nil || l.cursor >= len(l.rows) || l.rows[l.cursor] < 0 {
		return model.Placed{}, false
	}
	return l.marks[l.rows[l.cursor]], true
}

// deleteMark deletes the mark under the cursor, or restores it.
func (a *App) deleteMark() tea.Cmd {
	l := a.markList
	m, _ := l.under()
	if l.dropped[m.ID] {
		delete(l.dropped, m.ID)
		a.putMark(m.Mark)
		a.say("marks.restored")
	} else {
		l.dropped[m.ID] = true
		a.dropMark(m.ID)
		a.say("marks.deletedsay")
	}
	l.make()
	return nil
}

// needsMark says that no mark is under the cursor.
func needsMark(a *App) string {
	if _, ok := a.markList.under(); !ok {
		return a.opt.Words.Say("marks.nochoice")
	}
	return ""
}

// goToMark goes to a mark: by its words, where its article is to be fetched first.
func (a *App) goToMark(m model.Placed) tea.Cmd {
	a.outline.leave()
	if art := a.reading.Article(); art != nil && m.Key == art.Key {
		if m = art.PlaceMark(m.Mark); m.Lost {
			a.say("marks.lostsay")
		}
		a.jump(m.Start)
		return a.look(onText)
	}
	if a.reading.Corpus.Entry(m.Key) == nil {
		a.say("marks.notopen", m.Title)
		return nil
	}
	a.reading.Jump(model.Place{Key: m.Key})
	a.whenOpen(func() {
		p := a.reading.Article().PlaceMark(m.Mark)
		if p.Lost {
			a.say("marks.lostsay")
		}
		a.reading.Scroll(p.Start)
	})
	return a.look(onText)
}

// goToArticle goes to the article with a key.
func (a *App) goToArticle(key string) tea.Cmd {
	if e := a.reading.Corpus.Entry(key); e == nil {
		a.say("status.nochoice")
		return nil
	}
	a.openEntry(key)
	return a.look(onText)
}
