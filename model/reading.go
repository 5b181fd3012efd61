package model

import "slices"

// trail is how many jumps are remembered.
const trail = 100

// A Reading is a corpus and the one place in it the reader is at. Every pane
// looks at the same Reading; none keeps a copy.
type Reading struct {
	Corpus Corpus
	Shelf  Shelf

	at            Place
	last          map[string]Pos // where each article was left
	seen          map[string]Pos // how far each was read
	back, forward []Place
	query         Query
	found         found
}

// found is what the query found in the open article, kept until either is
// another.
type found struct {
	article *Article
	query   string
	hits    []Match
	current Pos
	chosen  bool // current is a hit the reader went to
}

// At returns where the reader is.
func (r *Reading) At() Place { return r.at }

// Article returns the open article, or nil where none is.
func (r *Reading) Article() *Article { return r.Corpus.Find(r.at.ID) }

// Section returns the index of the section being read, or -1.
func (r *Reading) Section() int {
	if a := r.Article(); a != nil {
		return a.Outline.At(r.at.Pos)
	}
	return -1
}

// Open goes to the article with an ID, where it was left. It does nothing
// where there is none.
func (r *Reading) Open(id string) {
	if id == r.at.ID || r.Corpus.Find(id) == nil {
		return
	}
	r.keep()
	r.at = Place{id, r.last[id]}
}

// Scroll moves within the article.
func (r *Reading) Scroll(p Pos) {
	if a := r.Article(); a != nil {
		r.at.Pos = a.Clamp(p)
	}
}

// Jump goes to p and remembers where it came from.
func (r *Reading) Jump(p Place) {
	a := r.Corpus.Find(p.ID)
	if a == nil {
		return
	}
	p.Pos = a.Clamp(p.Pos)
	if p == r.at {
		return
	}
	r.Mark()
	r.keep()
	r.at = p
}

// Mark remembers the place as one to come back to.
func (r *Reading) Mark() {
	if r.at.ID != "" && (len(r.back) == 0 || r.back[len(r.back)-1] != r.at) {
		r.back = append(r.back[max(0, len(r.back)+1-trail):], r.at)
	}
	r.forward = nil
}

// Back returns to where the last jump began, and reports whether there was one.
func (r *Reading) Back() bool { return r.retrace(&r.back, &r.forward) }

// Forward undoes a Back, and reports whether there was one.
func (r *Reading) Forward() bool { return r.retrace(&r.forward, &r.back) }

func (r *Reading) retrace(from, to *[]Place) bool {
	for n := len(*from); n > 0; n-- {
		p := (*from)[n-1]
		*from = (*from)[:n-1]
		if p == r.at || r.Corpus.Find(p.ID) == nil {
			continue
		}
		*to = append(*to, r.at)
		r.keep()
		r.at = p
		return true
	}
	return false
}

func (r *Reading) keep() {
	if r.last == nil {
		r.last = make(map[string]Pos)
	}
	r.last[r.at.ID] = r.at.Pos
}

// See notes that the text of the open article was read up to p.
func (r *Reading) See(p Pos) {
	if r.seen == nil {
		r.seen = make(map[string]Pos)
	}
	if r.seen[r.at.ID].Before(p) {
		r.seen[r.at.ID] = p
	}
}

// Progress returns how much of an article was read, in percent.
func (r *Reading) Progress(a *Article) int { return a.Percent(r.seen[a.ID]) }

// Listed returns the articles in the list, in its order. The caller must not
// change the slice.
func (r *Reading) Listed() []*Article { return r.Shelf.articles(&r.Corpus) }

// Find makes q the keyword whose hits are lit.
func (r *Reading) Find(q Query) { r.query = q }

// Query returns the keyword whose hits are lit.
func (r *Reading) Query() Query { return r.query }

// Hits returns what the keyword found in the open article, in reading order.
func (r *Reading) Hits() []Match {
	a := r.Article()
	if a == nil || r.query.Empty() {
		return nil
	}
	if r.found.article != a || r.found.query != r.query.String() {
		r.found = found{article: a, query: r.query.String(), hits: slices.Collect(r.query.In(a))}
	}
	return r.found.hits
}

// Hit returns the index of the hit the reader went to last, or -1.
func (r *Reading) Hit() int {
	hits := r.Hits()
	if !r.found.chosen || len(hits) == 0 {
		return -1
	}
	return hitAt(hits, r.found.current)
}

// Choose makes hit i the one the reader went to.
func (r *Reading) Choose(i int) {
	if hits := r.Hits(); i >= 0 && i < len(hits) {
		r.found.current, r.found.chosen = hits[i].From, true
	}
}

// NextHit returns the index of the first hit behind p, or at it where at is
// set, and whether the search went on from the top for it; -1 where the
// article has none.
func (r *Reading) NextHit(p Pos, at bool) (i int, wrapped bool) {
	hits := r.Hits()
	i = hitAt(hits, p)
	if i < len(hits) && hits[i].From == p && !at {
		i++
	}
	if i < len(hits) {
		return i, false
	}
	return min(0, len(hits)-1), true
}

// PreviousHit returns the index of the last hit before p and whether the
// search went on from the end for it; -1 where the article has none.
func (r *Reading) PreviousHit(p Pos) (i int, wrapped bool) {
	hits := r.Hits()
	if i := hitAt(hits, p) - 1; i >= 0 {
		return i, false
	}
	return len(hits) - 1, true
}

// hitAt returns the index of the first hit at or behind p.
func hitAt(hits []Match, p Pos) int {
	i, _ := slices.BinarySearchFunc(hits, p, func(m Match, p Pos) int {
		switch {
		case m.From.Before(p):
			return -1
		case p.Before(m.From):
			return 1
		}
		return 0
	})
	return i
}

// HitsIn returns how many hits begin at from or behind it and before to.
func (r *Reading) HitsIn(from, to Pos) int {
	hits := r.Hits()
	return hitAt(hits, to) - hitAt(hits, from)
}
