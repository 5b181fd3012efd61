package model

import (
	"maps"
	"slices"
	"sort"
	"strings"
	"time"

	"juan/model/clause"
)

// A Placed is a mark and where it stands in an article. A mark whose words are gone is
// lost: it is kept, and Start is where they would be.
type Placed struct {
	Mark
	Start, Stop Pos // Stop is Start where the mark is of a place
	Lost        bool
}

// quoted is how many characters of a paragraph are quoted where a place is marked.
const quoted = 60

// NewMark returns a mark of what stands between two places of the article, or of the
// paragraph that begins at the first where they are one.
func (a *Article) NewMark(kind MarkKind, from, to Pos, at time.Time) Mark {
	m := Mark{Key: a.Key, Path: a.Path, Title: a.Title, Print: a.Print, Kind: kind, From: a.Anchor(from), Made: at, Changed: at}
	if from.Before(to) {
		m.To, m.Quote = a.Anchor(to), a.Between(from, to)
		return m
	}
	text := a.Body[from.Block].Text()
	i, j := clause.At(text, from.Byte, clause.Sentence)
	m.Quote = head(text[i:j], quoted)
	return m
}

// Between returns the text from one place to another, a blank line between blocks.
func (a *Article) Between(from, to Pos) string {
	return a.Passage(from, to, func(b Block, from, to int) string { return b.Text()[from:to] })
}

// Passage returns the text from one place to another, with a blank line between blocks;
// write gives the text of the bytes [from, to) of a block. Blocks without text are left
// out.
func (a *Article) Passage(from, to Pos, write func(b Block, from, to int) string) string {
	var s strings.Builder
	lines := a.Written()
	for i := from.Block; i <= min(to.Block, len(a.Body)-1); i++ {
		low, high := 0, len(a.Body[i].Text())
		if i == from.Block {
			low = min(from.Byte, high)
		}
		if i == to.Block {
			high = min(to.Byte, high)
		}
		switch {
		case lines && i > from.Block:
			s.WriteByte('\n')
		case low < high && s.Len() > 0:
			s.WriteString("\n\n")
		}
		if low < high {
			s.WriteString(write(a.Body[i], low, high))
		}
	}
	return s.String()
}

// PlaceMark finds the place of a mark. Where one end of a marked stretch is gone, the
// other end and the quotation locate it, as far as they can.
func (a *Article) PlaceMark(m Mark) Placed {
	from, ok := a.Locate(m.From)
	p := Placed{Mark: m, Start: from, Stop: from, Lost: !ok}
	if m.To == (Anchor{}) {
		return p
	}
	to, ends := a.Locate(m.To)
	switch {
	case ok && ends && from.Before(to):
		p.Stop = to
	case ok && strings.HasPrefix(a.Between(from, Pos{Block: from.Block + 1}), m.Quote):
		p.Stop.Byte += len(m.Quote)
	case !ok && ends && strings.HasSuffix(a.Between(Pos{Block: to.Block}, to), m.Quote):
		p.Start, p.Stop, p.Lost = Pos{to.Block, to.Byte - len(m.Quote)}, to, false
	}
	return p
}

// Reanchor returns a mark from an older version of the text with anchors for this one,
// and whether it is such a mark and its quotation is still there: so a mark follows a
// text that changes bit by bit.
func (a *Article) Reanchor(p Placed) (Mark, bool) {
	if p.Lost || a.Print == 0 || p.Print == a.Print {
		return p.Mark, false
	}
	m, now := p.Mark, a.NewMark(p.Kind, p.Start, p.Stop, p.Made)
	m.From, m.To, m.Print = now.From, now.To, now.Print
	return m, now.Quote == m.Quote
}

// PlaceMarks finds the places of marks, in the order of the text, the lost ones last.
func (a *Article) PlaceMarks(marks []Mark) []Placed {
	out := make([]Placed, 0, len(marks))
	for _, m := range marks {
		out = append(out, a.PlaceMark(m))
	}
	slices.SortStableFunc(out, comparePlaced)
	return out
}

func comparePlaced(a, b Placed) int {
	switch {
	case a.before(b):
		return -1
	case b.before(a):
		return 1
	}
	return 0
}

func (p Placed) before(q Placed) bool {
	if p.Lost != q.Lost {
		return q.Lost
	}
	return p.Start.Before(q.Start)
}

// A marked is the marks in an article, placed in one version of it.
type marked struct {
	in     *Article
	placed []Placed
}

// Marks returns the marks in the open article, as [Article.PlaceMarks] has them: none
// as long as they are not known.
func (r *Reading) Marks() []Placed {
	if m := r.marked[r.at.Key]; r.open != nil && m.in == r.open {
		return m.placed
	}
	return nil
}

// MarksIn returns what is known of the marks in the article with a key, wherever they
// were placed.
func (r *Reading) MarksIn(key string) []Mark {
	var out []Mark
	for _, p := range r.marked[key].placed {
		out = append(out, p.Mark)
	}
	return out
}

// MarkedIn returns the article in which the marks of the open one are placed, nil
// where they are not known.
func (r *Reading) MarkedIn() *Article { return r.marked[r.at.Key].in }

// TakeMarks takes the marks in an article, placed there.
func (r *Reading) TakeMarks(in *Article, placed []Placed) { r.keepMarks(in.Key, marked{in, placed}) }

func (r *Reading) keepMarks(key string, m marked) {
	if r.marked == nil {
		r.marked = make(map[string]marked)
	}
	r.marked[key] = m
}

// PutMark puts a mark in the place of the one with its ID. In an article that is not
// open it has no place yet.
func (r *Reading) PutMark(m Mark) {
	r.DropMark(m.ID)
	if r.open == nil || m.Key != r.open.Key {
		r.keepMarks(m.Key, marked{placed: append(slices.Clone(r.marked[m.Key].placed), Placed{Mark: m})})
		return
	}
	placed := append(slices.Clone(r.Marks()), r.open.PlaceMark(m))
	slices.SortStableFunc(placed, comparePlaced)
	r.TakeMarks(r.open, placed)
}

// DropMark forgets the mark with an ID, whichever article it is in.
func (r *Reading) DropMark(id string) {
	for key, m := range r.marked {
		if i := slices.IndexFunc(m.placed, func(p Placed) bool { return p.ID == id }); i >= 0 {
			m.placed = slices.Delete(slices.Clone(m.placed), i, i+1)
			r.marked[key] = m
		}
	}
}

// MarksBetween returns the first of the marks of the open article that begin at from
// or after it and before to, and whether there is one.
func (r *Reading) MarksBetween(from, to Pos) (Placed, bool) {
	all := r.Marks()
	i := sort.Search(len(all), func(i int) bool { return all[i].Lost || !all[i].Start.Before(from) })
	if i < len(all) && !all[i].Lost && all[i].Start.Before(to) {
		return all[i], true
	}
	return Placed{}, false
}

// AllMarks returns the marks that are known, by article.
func (r *Reading) AllMarks() []Mark {
	var out []Mark
	for _, key := range slices.Sorted(maps.Keys(r.marked)) {
		out = append(out, r.MarksIn(key)...)
	}
	return out
}

// Covers reports whether all between two places is in the stretch that is marked.
func (p Placed) Covers(from, to Pos) bool {
	return !p.Lost && !from.Before(p.Start) && !p.Stop.Before(to)
}

// Headings returns the titles of the headings over the place, outermost first.
func (x Anchor) Headings() []string {
	if x.Section == "" {
		return nil
	}
	return strings.Split(x.Section, "\n")
}
