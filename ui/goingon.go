package ui

import (
	"context"
	"iter"

	tea "charm.land/bubbletea/v2"

	"juan/model"
)

// place asks where the open article was left, the first time that it is open, and
// again where it is known only now what its text says.
func (a *App) place() tea.Cmd {
	m, e := &a.memory, a.reading.Entry()
	if a.opt.Memory == nil || !m.fresh || !m.begun.Any || e == nil || m.placing.Running() {
		return nil
	}
	if p, asked := m.places[e.Key]; asked && (p.ok || p.print == e.Print) {
		return nil
	}
	p := placed{Remembered: model.Remembered{Key: e.Key}, print: e.Print}
	m.note(p)
	return tea.Batch(m.wait(), m.placing.Start(func(ctx context.Context) iter.Seq[placed] {
		return func(yield func(placed) bool) {
			k, ok, err := a.opt.Memory.Place(ctx, e)
			if ok {
				p.Remembered = k
			}
			p.ok, p.err = ok, err
			yield(p)
		}
	}))
}

// takePlace takes where an article was left.
func (a *App) takePlace(p placed) {
	m := &a.memory
	a.memoryFailed(p.err)
	m.note(p)
	if !p.ok {
		return
	}
	a.reading.Recall(p.Remembered)
	a.reading.Resume(p.Remembered)
	a.renamed(p.Remembered)
	m.folds[p.Key] = p.Folds
	m.say = p.Key
}

// renamed notes that the article that was open in the run before has another name.
func (a *App) renamed(k model.Remembered) {
	if s := &a.memory.begun.Session; k.Was != "" && k.Was == s.Key {
		s.Key = k.Key
		a.openFirst()
	}
}

// takeUp goes on where the open article was left, at the same height of the screen,
// once its text and the screen are there.
func (a *App) takeUp() {
	art, m := a.reading.Article(), &a.memory
	if art == nil || a.w == 0 || !a.reading.Settled() {
		return
	}
	if n := a.reading.Sunk(); n > 0 {
		c := a.canvas(onText)
		if doc := a.text.lay(&a.reading, c); doc != nil {
			a.reading.Scroll(doc.Scroll(a.reading.At().Pos, -min(n, max(0, c.H-1))))
		}
	}
	if folds := m.folds[art.Key]; folds != nil {
		delete(m.folds, art.Key)
		a.outline.refold(art, folds)
	}
	if m.say == art.Key {
		m.say = ""
		a.reading.Recall(m.places[art.Key].Remembered)
		a.sayWhere(art)
	}
}

// sayWhere says where the open article goes on, and that it was changed.
func (a *App) sayWhere(art *model.Article) {
	w, p := a.opt.Words, a.reading.At().Pos
	switch changed := a.reading.Altered(art.Entry); {
	case a.notice.text != "":
	case changed && p != (model.Pos{}) && !a.touched:
		a.notice = notice{text: w.Say("status.resumed", art.Percent(p)) + w.Say("query.and") + w.Say("status.changed")}
	case changed:
		a.say("status.changed")
	case p != (model.Pos{}) && !a.touched:
		a.say("status.resumed", art.Percent(p))
	}
}
