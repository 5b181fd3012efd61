package ui

import (
	"juan/model"
	"juan/ui/screen"
	"juan/ui/typeset"
	"juan/ui/words"
)

// slideStep is how many cells a key moves wide lines.
const slideStep = 8

// The text is at most this wide, in cells, before + and -: 42 Han.
const measure = 84

// leastMeasure is how narrow it can be made, in cells.
const leastMeasure = 20

// A textPane shows the open article from the reader's place on.
type textPane struct {
	words    words.Words
	settings typeset.Settings          // all but width, policy and byline
	wider    int                       // cells more or less than the measure
	repair   map[string]typeset.Repair // by article, where the reader chose
	counts   bool                      // quantities are lit
	spoken   spoken                    // the sentence that is being said
	leaf
}

// A leaf is what goes with the text that a pane shows.
type leaf struct {
	doc      *typeset.Doc
	of       pageOf
	on       []typeset.Line // the lines on screen, which follow from of
	rows     []screen.Row   // drawn last, and drawn over by the next
	rolled   model.Place    // where a text was last moved to by lines
	seen     []model.Hit    // the last line one saw before the measure changed, until the next key
	sideways int            // cells that wide lines are moved to the left
	skim     *skimming      // nil where all of the text is shown
	figures  *figures       // the pictures in the text, nil where none are shown
}

// width returns the cells of the measure on a canvas: an even number, with a
// column at each side.
func (t *textPane) width(c canvas) int {
	if c.lines {
		return max(1, c.W)
	}
	w := min(t.measure()+t.wider, c.W-2)
	if t.settings.Hang {
		w += 2
	}
	return max(1, min(w, c.W-2)&^1)
}

// widened returns the measure that n cells more would give on a canvas.
func (t *textPane) widened(c canvas, n int) int {
	if c.lines {
		return t.width(c)
	}
	return min(max(t.width(c)+n, leastMeasure), max(1, c.W-2)&^1)
}

// measure returns the cells the text is wide where there is room and nothing
// else was asked for with + and -.
func (t *textPane) measure() int {
	if t.settings.Width > 0 {
		return t.settings.Width
	}
	return measure
}

// lay derives the layout of the open article, nil where none is open.
func (t *textPane) lay(r *model.Reading, c canvas) *typeset.Doc {
	a := r.Article()
	if a == nil {
		return nil
	}
	s := t.settings
	s.Width, s.Policy = t.width(c), c.Policy
	if repair, ok := t.repair[a.Key]; ok {
		s.Repair = repair
	}
	s.Later, s.Titled, s.Compose, s.Image = true, true, true, t.words.Say("text.image")
	size := t.words.Size("text.size", a.Worded(), a.Chars, t.words.Duration("text", model.MinutesAt(c.pace, a.Effort(a.Chars))))
	if a.Partial {
		size = t.words.Say("list.partial")
	}
	s.Figures, s.Skim = t.figuresOf(a), t.skimOf(r)
	s.Byline = typeset.Byline(c.Policy, a, size)
	doc := t.doc.For(a, s)
	if doc != t.doc {
		t.doc, t.sideways = doc, 0
	}
	return t.doc
}

func (t *textPane) move(r *model.Reading, c canvas, m motion) bool {
	doc, from := t.lay(r, c), r.At()
	switch {
	case doc == nil:
	case m.unit == ends && m.n < 0:
		r.Scroll(model.Pos{})
	case m.unit == ends:
		r.Scroll(doc.Scroll(r.Article().End(), 1-c.H))
	case m.unit == pages:
		t.turn(r, c, m)
	default:
		r.Scroll(doc.Scroll(from.Pos, m.step(c.H)))
		t.rolled = r.At()
	}
	return r.At() != from
}

// slide moves wide lines by n cells, no further than the end of the widest on screen,
// and reports whether they moved.
func (t *textPane) slide(r *model.Reading, c canvas, n int) bool {
	doc, widest := t.lay(r, c), 0
	if doc == nil {
		return false
	}
	for _, l := range doc.Lines(r.At().Pos, c.H) {
		if l.Wide {
			widest = max(widest, l.Width)
		}
	}
	from := t.sideways
	if widest == 0 {
		from = 0
	}
	t.sideways = max(0, min(t.sideways+n, widest-t.width(c)+slideStep))
	return t.sideways != from
}

// at returns the place in the text that cell x of row y shows, and whether it
// shows one.
func (t *textPane) at(r *model.Reading, c canvas, x, y int) (model.Pos, bool) {
	on := t.page(r, c)
	if y < 0 || y >= len(on) {
		return model.Pos{}, false
	}
	x -= (c.W - t.width(c)) / 2
	for _, run := range t.visible(on[y], c) {
		w := c.Policy.Width(run.Text)
		if x < 0 || x >= w {
			x -= w
			continue
		}
		at := 0
		for g, n := range c.Policy.Graphemes(run.Text) {
			if x -= n; x < 0 {
				break
			}
			at += len(g)
		}
		if run.From < 0 {
			return model.Pos{}, false
		}
		if run.To-run.From != len(run.Text) {
			at = 0 // shown otherwise than it is written
		}
		return model.Pos{Block: on[y].Block, Byte: run.From + at}, true
	}
	return model.Pos{}, false
}

// visible returns the runs of a line as they are shown.
func (t *textPane) visible(l typeset.Line, c canvas) []typeset.Run {
	if l.Wide {
		return l.Window(t.sideways, t.width(c), c.Policy)
	}
	return l.Runs
}

// bottom returns the place after the last line on screen.
func (t *textPane) bottom(r *model.Reading, c canvas) model.Pos {
	on := t.page(r, c)
	if len(on) == 0 {
		return r.At().Pos
	}
	if t.ends(on) {
		return r.Article().End()
	}
	last := on[len(on)-1]
	return model.Pos{Block: last.Block, Byte: last.To}
}

// ends reports whether the last of some lines is the last of the text.
func (t *textPane) ends(on []typeset.Line) bool {
	last := on[len(on)-1].Pos()
	return t.doc.Scroll(last, 1) == last
}

// headed reports whether the first line on screen is a heading, which the running title
// would touch.
func (t *textPane) headed(r *model.Reading, c canvas) bool {
	doc := t.lay(r, c)
	if doc == nil {
		return false
	}
	top := doc.Lines(r.At().Pos, 1)
	_, heading := r.Article().Body[top[0].Block].(model.Heading)
	return heading && len(top[0].Runs) > 0
}

// shows reports whether p is on screen.
func (t *textPane) shows(r *model.Reading, c canvas, p model.Pos) bool {
	return !p.Before(r.At().Pos) && p.Before(t.bottom(r, c))
}

// above returns the place from which p stands a third of the screen down.
func (t *textPane) above(r *model.Reading, c canvas, p model.Pos) model.Pos {
	return t.lay(r, c).Scroll(p, -c.H/3)
}

// paragraph returns the index of the block that the reader is at: the first that begins
// on screen, else the one that fills the screen. It is -1 where no article is open.
func (t *textPane) paragraph(r *model.Reading, c canvas) int {
	doc := t.lay(r, c)
	if doc == nil {
		return -1
	}
	at := r.At().Pos
	for _, l := range doc.Lines(at, c.H) {
		if l.From == 0 && l.To > 0 && (l.Block > at.Block || at.Byte == 0) {
			return l.Block
		}
	}
	return at.Block
}
