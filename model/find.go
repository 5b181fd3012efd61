package model

import (
	"slices"
	"sort"
)

// A text of few pieces and few bytes is searched where it is asked for; a larger one
// is searched aside, by whoever asks [Reading.Unsearched]. Of that so many bytes are
// searched at once for what is on screen.
const (
	fewPieces = 4
	fewBytes  = fewPieces * pieceSize
)

// found is the hits of the keyword in the open article, as far as it was searched.
type found struct {
	article  *Article
	query    Query
	searched []bool // by piece
	left     int    // pieces not searched
	hits     []Hit  // in reading order
	has      presence
	best     Hit   // the first of the best rank; its Rank is zero where there is none
	apart    []int // hits of each term, and of numbers that are written otherwise; empty where there is one way to be found
	current  Pos
	chosen   bool          // current is a hit the reader went to
	at       Pos           // the reader's place then
	early    map[int][]Hit // in blocks that were asked for before their piece was searched
	earlier  int           // bytes of these
}

// Find makes q the keyword whose hits are lit.
func (r *Reading) Find(q Query) { r.query = q }

// Query returns the keyword whose hits are lit.
func (r *Reading) Query() Query { return r.query }

// look returns the hits found so far, starting over where the article or the keyword
// has changed.
func (r *Reading) look() *found {
	f := &r.found
	if r.open == nil || r.query.Empty() {
		*f = found{}
		return f
	}
	if f.article == r.open && f.query.Same(r.query) {
		return f
	}
	n := r.open.Pieces()
	has, _ := r.query.ofEntry(r.open.Entry)
	*f = found{article: r.open, query: r.query, searched: make([]bool, n), left: n, has: has, apart: make([]int, r.query.countsApart())}
	if n <= fewPieces && r.open.size <= fewBytes {
		for i := range n {
			f.take(r.query.Search(r.open, i))
		}
	}
	return f
}

// Hits returns the hits of the keyword in the open article, in reading order, as far as
// it was searched. Of several words it returns those that are there, even where the
// article does not match because it lacks another, see [Reading.Lacking]; none where
// the article has an excluded word or does not satisfy a field.
func (r *Reading) Hits() []Hit {
	f := r.look()
	if f.barred() {
		return nil
	}
	return f.hits
}

// barred reports whether the article was searched and is not to be found whatever
// words it has.
func (f *found) barred() bool { return f.left == 0 && f.has.barred }

// Lacking returns the words that the open article lacks though it has others of the
// keyword; nothing until all of it was searched.
func (r *Reading) Lacking() (all []string) {
	f := r.look()
	if f.article == nil || f.left > 0 || f.has.terms == 0 || f.has.barred {
		return nil
	}
	for i, t := range f.query.terms {
		if f.query.lacks(f.has, i) {
			all = append(all, t.Text)
		}
	}
	return all
}

// rate looks for a better hit than the best so far, and counts hits apart.
func (f *found) rate(hits []Hit) {
	for _, h := range hits {
		countApart(f.apart, h.Term, h.Rank)
		if f.best.Rank == 0 || h.Rank < f.best.Rank || h.Rank == f.best.Rank && h.From().Before(f.best.From()) {
			f.best = h
		}
	}
}

// Apart returns the hits of each of [Query.Terms] in the open article, as far as
// it was searched, and how many of them are numbers that are written otherwise; nil
// and 0 where there is only one term and no other way to write it.
func (r *Reading) Apart() (terms []int, numbers int) {
	if r.Hits() == nil {
		return nil, 0
	}
	return apart(r.found.apart)
}

// BestHit returns the best hit in the open article, the first of those, as far
// as it was searched; ok is false where it has none.
func (r *Reading) BestHit() (h Hit, ok bool) {
	if len(r.Hits()) == 0 {
		return Hit{}, false
	}
	return r.found.best, true
}

// SearchedShare returns how much of the open article was searched in percent,
// rounded down: 100 means all of it.
func (r *Reading) SearchedShare() int {
	f := r.look()
	if f.left == 0 {
		return 100
	}
	return 100 * (len(f.searched) - f.left) / len(f.searched)
}

// Unsearched returns the pieces of the open article that are still to be
// searched for the keyword: from the reader's place on, then those before it.
func (r *Reading) Unsearched() (a *Article, q Query, pieces []int) {
	f := r.look()
	if f.left == 0 {
		return nil, q, nil
	}
	from := r.open.PieceOf(r.at.Pos.Block)
	for k := range f.searched {
		if i := (from + k) % len(f.searched); !f.searched[i] {
			pieces = append(pieces, i)
		}
	}
	return r.open, r.query, pieces
}

// Found takes what q was found to have in pieces of a; it is dropped where
// the reader has gone on to something else.
func (r *Reading) Found(a *Article, q Query, pieces ...Searched) {
	if f := r.look(); f.article == a && f.query.Same(q) {
		f.take(pieces...)
	}
}

// take merges the hits of pieces, which come in runs of neighbours.
func (f *found) take(pieces ...Searched) {
	for len(pieces) > 0 {
		var run []Hit
		n := 0
		for ; n < len(pieces) && (n == 0 || pieces[n].Piece == pieces[n-1].Piece+1); n++ {
			if p := pieces[n]; !f.searched[p.Piece] {
				f.searched[p.Piece] = true
				f.left--
				f.has = f.has.and(p.presence)
				f.rate(p.Hits)
				run = append(run, p.Hits...)
			}
		}
		if len(run) > 0 {
			f.hits = slices.Insert(f.hits, hitAt(f.hits, run[0].From()), run...)
		}
		pieces = pieces[n:]
	}
}

// HitsOn returns what the keyword found in a block, whether or not the rest of
// the article was searched; where that is much on one screen, of the rest of it nothing
// until then.
func (r *Reading) HitsOn(block int) []Hit {
	f := r.look()
	switch {
	case f.article == nil || f.barred():
		return nil
	case f.searched[r.open.PieceOf(block)]:
		return f.hits[hitAt(f.hits, Pos{Block: block}):hitAt(f.hits, Pos{Block: block + 1})]
	}
	hits, known := f.early[block]
	if n := size(r.open.Body[block]); !known && f.earlier+n <= fewBytes {
		if f.early == nil {
			f.early = make(map[int][]Hit)
		}
		hits = r.query.InBlock(r.open, block)
		f.early[block], f.earlier = hits, f.earlier+n
	}
	return hits
}

// Hit returns the index of the hit the reader went to last, or -1.
func (r *Reading) Hit() int {
	hits := r.Hits()
	if i := hitAt(hits, r.found.current); r.found.chosen && i < len(hits) {
		return i
	}
	return -1
}

// Choose makes hit i the one the reader went to. Until the reader's place is
// another the section that is read is the hit's.
func (r *Reading) Choose(i int) {
	if hits := r.Hits(); i >= 0 && i < len(hits) {
		r.found.current, r.found.chosen, r.found.at = hits[i].From(), true, r.at.Pos
	}
}

// Chosen returns where the hit begins that the reader went to last, and
// whether there is one.
func (r *Reading) Chosen() (Pos, bool) {
	f := r.look()
	return f.current, f.chosen && f.article != nil
}

// SearchedBetween reports whether all of the open article was searched that
// lies between two places, on the way from one to the other: forward, or back
// where way is negative, and round the end of the text where that is needed.
func (r *Reading) SearchedBetween(from, to Pos, way int) bool {
	f := r.look()
	if f.left == 0 {
		return true
	}
	if way < 0 {
		from, to = to, from
	}
	last := r.open.PieceOf(to.Block)
	for i, first := r.open.PieceOf(from.Block), true; ; i, first = (i+1)%len(f.searched), false {
		if !f.searched[i] {
			return false
		}
		if i == last && !(first && to.Before(from)) {
			return true
		}
	}
}

// NextHit returns the index of the first hit after p, or at it where at is
// set, and whether the search went on from the top for it; -1 where the
// article has none.
func (r *Reading) NextHit(p Pos, at bool) (i int, wrapped bool) {
	hits := r.Hits()
	i = hitAt(hits, p)
	if i < len(hits) && hits[i].From() == p && !at {
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

// hitAt returns the index of the first hit at or after p.
func hitAt(hits []Hit, p Pos) int {
	return sort.Search(len(hits), func(i int) bool { return !hits[i].From().Before(p) })
}

// HitsIn returns how many hits begin at from or after it and before to.
func (r *Reading) HitsIn(from, to Pos) int {
	hits := r.Hits()
	return hitAt(hits, to) - hitAt(hits, from)
}
