package ui

import (
	"sort"

	"juan/model"
)

// A Start is where the first text is opened that the command line names; the zero
// Start is where it was left, or its beginning.
type Start struct {
	Line int // of its file, from 1; 0 for none
	End  bool
	Word string
}

// startAt goes to where the command line has the first text opened, once so much of it
// has come.
func (a *App) startAt() {
	s, art := &a.opt.Start, a.reading.Article()
	if *s == (Start{}) || art == nil || a.w == 0 || a.memory.waits || !a.reading.Settled() {
		return
	}
	whole := !art.Partial
	switch {
	case a.touched:
	case s.Line > 0:
		p, ok := placeOfLine(art, s.Line)
		if !ok && !whole {
			return
		}
		a.reading.Scroll(p)
	case s.End:
		a.text.move(&a.reading, a.canvas(onText), motion{ends, 1})
		a.following = a.reading.At()
	case s.Word != "":
		if a.seeking != nil {
			return
		}
		if q := model.ParseQuery(s.Word); !a.reading.Query().Same(q) {
			a.reading.Find(q)
			a.raise(keyword{})
		}
		found := func(i int, _ bool) {
			a.opt.Start = Start{}
			a.goToHit(i)
		}
		none := func() {
			if whole {
				a.opt.Start = Start{}
				a.sayNone()
			}
		}
		a.seeking = &seeking{way: 1, at: true, found: found, none: none}
		a.seek()
		return
	}
	*s = Start{}
}

// placeOfLine returns the place of a line of the file, from 1, and whether the text has
// come so far; else its last. Of a text whose lines are not known it is the beginning.
func placeOfLine(art *model.Article, n int) (model.Pos, bool) {
	if art.Written() {
		return model.Pos{Block: min(n, len(art.Body)) - 1}, n <= len(art.Body)
	}
	if art.Origin == nil {
		return model.Pos{}, false
	}
	block := max(0, sort.Search(len(art.Body), func(i int) bool { return art.Line(model.Pos{Block: i}) > n })-1)
	size := len(art.Body[block].Text())
	if at := sort.Search(size, func(i int) bool { return art.Line(model.Pos{Block: block, Byte: i}) >= n }); at < size {
		return model.Pos{Block: block, Byte: at}, true
	}
	if block+1 < len(art.Body) { // between two blocks
		return model.Pos{Block: block + 1}, true
	}
	return art.End(), false
}
