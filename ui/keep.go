package ui

import (
	"cmp"
	"context"
	"iter"
	"reflect"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/task"
)

// keepEvery is how long changes are collected before they are saved: no more than a
// second is lost, whatever ends the program.
const keepEvery = 800 * time.Millisecond

// leftMost is how many articles are waited with where nothing can be kept.
const leftMost = 100

// A keepNow is the message that it is time to save what the reader did.
type keepNow struct{}

// A keeping is what of this run is kept, and is to be.
type keeping struct {
	task.Task[error]
	every   time.Duration // how long what the reader does is gathered before it is kept
	ticking bool          // it will be kept soon
	at      model.Place   // when that was last noted
	presses int
	wish    wish

	here    whereabouts
	left    []model.Remembered // articles that were left since
	sent    []model.Remembered // articles that are being kept
	article model.Remembered   // the open one as it was kept last
	session model.Session
	habits  model.Habits
	primed  bool // session and habits are those of the run before
}

// A whereabouts is where the reader is in an article: the first paragraph that begins on
// screen and the row in which it does.
type whereabouts struct {
	article *model.Article
	pos     model.Pos
	row     int
	from    model.Pos // where the reader was when the article came up
	used    bool      // it was opened or moved in, not only passed in the list
}

// remember notes what the reader does, and begins to keep it where there is something
// new.
func (a *App) remember() tea.Cmd {
	if a.opt.Memory == nil || !a.memory.fresh && !a.memory.again {
		return nil
	}
	k := &a.memory.keeping
	if !k.primed && a.memory.fresh {
		k.primed, k.session, k.habits = true, a.session(), a.habits()
	}
	if now := a.whereabouts(); now != k.here {
		if was := k.here; was.article != nil && (now.article == nil || was.article.Key != now.article.Key) && a.worthKeeping(was) {
			k.left = append(k.left, a.remembered(was))
		}
		k.here = now
	}
	if !a.touched || k.ticking || a.reading.At() == k.at && a.presses == k.presses && a.wish == k.wish {
		return nil
	}
	k.at, k.presses, k.wish, k.ticking = a.reading.At(), a.presses, a.wish, true
	return tea.Tick(k.every, func(time.Time) tea.Msg { return keepNow{} })
}

// whereabouts returns where the reader is; it has no article while that is not known.
func (a *App) whereabouts() whereabouts {
	r := &a.reading
	art := r.Article()
	if art == nil || !r.Settled() || a.w == 0 {
		return whereabouts{}
	}
	s := whereabouts{article: art, pos: r.At().Pos, from: r.At().Pos, used: a.focus == onText}
	if was := a.memory.keeping.here; was.article != nil && was.article.Key == art.Key {
		s.from = was.from
		s.used = s.used || was.used || s.pos != s.from
	}
	if a.arrangement().pane[onText].w == 0 || s.pos == (model.Pos{}) {
		return s
	}
	for y, l := range a.text.page(r, a.canvas(onText)) {
		if l.From == 0 && l.To > 0 && (l.Block > s.pos.Block || l.At == 0) {
			s.pos, s.row = l.Pos(), y
			break
		}
	}
	return s
}

// worthKeeping reports whether there is something new to keep of an article, and it is
// known what was kept before.
func (a *App) worthKeeping(s whereabouts) bool {
	m := &a.memory
	p, asked := m.places[s.article.Key]
	known := !m.begun.Any || asked && (p.ok || !m.placing.Running())
	if !known {
		return s.used && s.pos != (model.Pos{})
	}
	return s.used || a.reading.ReadShare(s.article.Entry) > p.Share
}

// remembered returns what is kept of an article.
func (a *App) remembered(s whereabouts) model.Remembered {
	e := s.article.Entry
	return model.Remembered{
		Key: e.Key, Path: e.Path, Title: e.Title, Print: e.Print,
		Place: s.article.Anchor(s.pos), Row: s.row, Share: a.reading.ReadShare(e), Folds: a.outline.folds(s.article),
	}
}

// session returns what is kept of reading these sources.
func (a *App) session() model.Session {
	s := model.Session{
		Key: a.reading.At().Key, Order: a.reading.Corpus.Order(), Guided: a.guided,
		View: model.View{Focus: uint8(a.focus), Side: uint8(a.wish.side), Reading: a.wish.reading, Alone: a.raised(textOnly{}), NoOutline: a.wish.noOutline},
	}
	s.Back, s.Forth = a.reading.Trail()
	return s
}

// habits returns what the reader chose for whatever is read.
func (a *App) habits() model.Habits {
	h := model.Habits{Theme: a.memory.theme, List: a.wish.list, Outline: a.wish.other, Measure: a.text.wider, Recent: slices.Clone(a.recent.queries), Pace: a.pacing.Pace}
	if a.opt.Fixed.Measure {
		h.Measure = a.memory.begun.Habits.Measure
	}
	return h
}

// Keeping returns what is not kept yet, and whether there is something.
func (a *App) Keeping() (model.Keeping, bool) {
	m := &a.memory
	if a.opt.Memory == nil || !m.fresh || !a.touched {
		return model.Keeping{}, false
	}
	k := &m.keeping
	what := model.Keeping{At: a.now(), Articles: k.left}
	k.sent, k.left = k.left, nil
	if k.here.article != nil && a.worthKeeping(k.here) {
		if r := a.remembered(k.here); !reflect.DeepEqual(r, k.article) {
			k.article = r
			what.Articles = append(slices.Clip(what.Articles), r)
		}
	}
	if s := a.session(); !reflect.DeepEqual(s, k.session) {
		k.session = s
		what.Session = &s
	}
	if h := a.habits(); !reflect.DeepEqual(h, k.habits) {
		k.habits = h
		what.Habits = &h
	}
	return what, len(what.Articles) > 0 || what.Session != nil || what.Habits != nil
}

// keep keeps what the reader did.
func (a *App) keep() tea.Cmd {
	k := &a.memory.keeping
	if k.Running() { // the disk is slow
		return tea.Tick(k.every, func(time.Time) tea.Msg { return keepNow{} })
	}
	k.ticking = false
	if a.memory.again && !a.memory.beginning.Running() {
		return a.beginAgain()
	}
	what, ok := a.Keeping()
	if !ok {
		return nil
	}
	return k.Start(func(context.Context) iter.Seq[error] {
		return func(yield func(error) bool) {
			if err := a.opt.Memory.Keep(context.Background(), what); err != nil { // also when the reader is about to end
				yield(err)
			}
		}
	})
}

// kept takes the outcome of saving: what could not be saved is saved with the next
// changes.
func (a *App) kept(b task.Batch[error]) tea.Cmd {
	if !a.memory.keeping.Accept(b) {
		return nil
	}
	for _, err := range b.Items {
		k := &a.memory.keeping
		k.left = append(k.sent, k.left...)
		k.left = k.left[max(0, len(k.left)-leftMost):]
		k.article, k.session, k.habits = model.Remembered{}, model.Session{}, model.Habits{}
		a.memoryFailed(err)
	}
	return b.More
}

// folds returns what was hidden or shown in the outline of an article.
func (o *outlinePane) folds(a *model.Article) []model.Fold {
	var out []model.Fold
	for f, hidden := range o.folded {
		if f.article == a.Key && f.section < len(a.Outline) {
			path, nth := a.Outline.Path(f.section)
			out = append(out, model.Fold{Section: path, Nth: nth, Hidden: hidden})
		}
	}
	slices.SortFunc(out, func(a, b model.Fold) int { return cmp.Or(cmp.Compare(a.Section, b.Section), a.Nth-b.Nth) })
	return out
}

// refold hides and shows in the outline of an article what was hidden and shown in
// the run before.
func (o *outlinePane) refold(a *model.Article, folds []model.Fold) {
	for _, f := range folds {
		if i := a.Outline.Find(f.Section, f.Nth); i >= 0 {
			o.setFolded(fold{a.Key, i}, f.Hidden)
		}
	}
}
