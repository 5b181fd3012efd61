package model

import (
	"slices"
	"strings"

	"juan/model/fold"
)

// A Tally is how often a query is in an entry.
type Tally struct {
	Entry *Entry
	Nth   int  // its place among the entries asked for, as a hint
	N     int  // hits in the text
	Best  Rank // of all hits, those in the title and the tags included; zero where the entry is not let through
	// Apart is the hits of each of [Query.Terms], and then those of numbers that
	// are written otherwise; nil where there is only one term and no other way.
	Apart []int32
}

// At returns the tally with nth as its place among the entries that were asked for.
func (t Tally) At(nth int) Tally {
	t.Nth = nth
	return t
}

// Tally counts q in an article, piece by piece; ok is false where stop ended it early.
func (q Query) Tally(a *Article, stop func() bool) (t Tally, ok bool) {
	t.Entry = a.Entry
	p, best := q.ofEntry(a.Entry)
	for i := 0; i < a.Pieces() && !p.barred && q.InText(); i++ {
		if stop() {
			return t, false
		}
		s := q.Search(a, i)
		p = p.and(s.presence)
		for _, h := range s.Hits {
			t.count(&q, h.Term, h.Rank)
		}
	}
	return t.concluded(&q, p, best), true
}

// count takes a hit in the text.
func (t *Tally) count(q *Query, term uint8, r Rank) {
	t.N++
	t.Best = t.Best.better(r)
	if t.Apart == nil {
		if n := q.countsApart(); n > 0 {
			t.Apart = make([]int32, n)
		}
	}
	countApart(t.Apart, term, r)
}

// concluded returns the final tally of an article whose terms are known, with the best
// rank in its title and its tags: a zero one where the query does not match.
func (t Tally) concluded(q *Query, p presence, best Rank) Tally {
	if !q.admits(p) {
		return Tally{Entry: t.Entry}
	}
	if t.Best = t.Best.better(best); t.Best == 0 {
		t.Best = rankOf(false, InEntry, Literal)
	}
	return t
}

// A Counter counts a query in folded texts, one article after the other, each in
// windows of whole parts. For a query with patterns it only rules out articles that
// cannot match, see [Query.HasPattern].
type Counter struct {
	q        Query
	simple   bool // one term, all of whose matches in running text are those of its needle
	pattern  bool // one of the terms is a regular expression
	inText   bool // the answer depends on the text
	strict   bool // matching needs the marks of the text
	tally    Tally
	presence presence
	named    Rank
}

// NewCounter returns a counter of q.
func NewCounter(q Query) *Counter {
	strict := func(t term) bool { return t.strict() }
	return &Counter{q: q, simple: q.oneTerm() && q.terms[0].plain(), pattern: q.HasPattern(), inText: q.InText(),
		strict: slices.ContainsFunc(q.terms, strict) || slices.ContainsFunc(q.without, strict)}
}

// Begin makes ready for the text of another entry; it reports whether that is
// worth a look: false where what the entry says decides.
func (c *Counter) Begin(e *Entry) bool {
	c.tally = Tally{Entry: e}
	c.presence, c.named = c.q.ofEntry(e)
	return !c.presence.barred && c.inText
}

// Tally returns the count of all windows since [Counter.Begin].
func (c *Counter) Tally() Tally { return c.tally.concluded(&c.q, c.presence, c.named) }

// Admits reports whether the article may match, as far as its windows show.
func (c *Counter) Admits() bool { return c.q.admits(c.presence) }

// Window counts in a window. Marks returns its marks from a byte up to another,
// and perhaps more; it is never asked to go back. Whole says that the window is all
// of the text.
func (c *Counter) Window(s string, marks func(from, to int) []fold.Mark, whole bool) {
	if c.simple && c.q.terms[0].needle.Len() > 0 {
		c.bulk(s, marks)
		return
	}
	if c.pattern {
		c.possible(s, marks)
		return
	}
	if whole && c.hopeless(s) {
		c.presence.barred = true
		return
	}
	if !whole && !c.worth(s) {
		return
	}
	var all []fold.Mark
	if c.strict {
		all = upTo(marks(0, len(s)), s)
		marks = func(int, int) []fold.Mark { return all }
	}
	for i := range c.q.without {
		if t := &c.q.without[i]; t.inText() && t.has(s, all) {
			c.presence.barred = true
			return
		}
	}
	var hits []span
	for i := range c.q.terms {
		here := c.q.terms[i].spans(s, all, uint8(i))
		if len(here) > 0 {
			c.presence.terms |= 1 << i
		}
		hits = union(hits, here)
	}
	inHeadings(s, hits)
	for _, h := range hits {
		c.takeSpan(h, marks)
	}
}

// upTo returns the marks of a window. Where it ends with a part, those at its end belong
// to the next window and are left out.
func upTo(marks []fold.Mark, s string) []fold.Mark {
	if strings.HasSuffix(s, fold.Break) || strings.HasSuffix(s, fold.HeadingBreak) {
		for n := len(marks) - 1; n >= 0 && marks[n].At >= len(s); n-- {
			marks = marks[:n]
		}
	}
	return marks
}

// takeSpan counts a hit in a window. Whether it is literal its marks say, which are
// looked at where it matters.
func (c *Counter) takeSpan(h span, marks func(from, to int) []fold.Mark) {
	rank := c.q.rank(h, h.where())
	if best := c.best(); best == 0 || rank < best {
		h.form = c.q.terms[h.term].form(h, marks(h.At, h.to))
		rank = c.q.rank(h, h.where())
	}
	c.tally.count(&c.q, h.term, rank)
}

// mayHave reports whether a text may have the term.
func (t *term) mayHave(s string) bool {
	if t.re != nil {
		return !slices.ContainsFunc(t.needed, func(n fold.Needle) bool { return n.Index(s, 0) < 0 })
	}
	if t.needle.Len() == 0 || t.needle.Index(s, 0) >= 0 || t.heard && t.isRead(s) {
		return true
	}
	for _, v := range t.variants {
		if v.Index(s, 0) >= 0 {
			return true
		}
	}
	return false
}

// hopeless reports whether a whole text lacks a word that must be there.
func (c *Counter) hopeless(s string) bool {
	for i := range c.q.terms {
		if c.q.lacks(c.presence, i) && !c.q.terms[i].mayHave(s) {
			return true
		}
	}
	return false
}

// possible notes which terms of a query with patterns a window may have.
func (c *Counter) possible(s string, marks func(from, to int) []fold.Mark) {
	for i := range c.q.terms {
		if c.q.terms[i].mayHave(s) {
			c.presence.terms |= 1 << i
		}
	}
	for i := range c.q.without {
		if t := &c.q.without[i]; t.inText() && t.re == nil && t.mayHave(s) && t.has(s, marks(0, len(s))) {
			c.presence.barred = true
		}
	}
}

// worth reports whether a text may have anything that matters.
func (c *Counter) worth(s string) bool {
	for _, all := range [][]term{c.q.terms, c.q.without} {
		for i := range all {
			if all[i].inText() && all[i].mayHave(s) {
				return true
			}
		}
	}
	return false
}
