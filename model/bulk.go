package model

import "juan/model/fold"

// bulk counts one word as fast as text is searched: it looks at marks and at
// headings no longer than until it knows the best rank.
func (c *Counter) bulk(s string, marks func(from, to int) []fold.Mark) {
	t := &c.q.terms[0]
	n := t.needle
	first := n.Index(s, 0)
	switch {
	case first < 0:
	case n.Strict():
		for at := first; at >= 0; at = n.Index(s, at) {
			here := marks(at, at+n.Len())
			f, fits := n.At(here, at)
			if !fits {
				at++
				continue
			}
			c.take(1, rankOf(false, InBody, formOf(n, here, f)))
			at += n.Len()
		}
	default:
		more, _ := n.Matches(s[first+n.Len():])
		rank := rankOf(false, InBody, Literal)
		if best := c.best(); best == 0 || best > rank { // else the form makes no difference
			rank = rankOf(false, InBody, bestForm(n, s, first, marks))
		}
		c.take(1+more, rank)
	}
	if c.tally.Entry.Sections > 0 && (t.heard || first >= 0 && c.best() > rankOf(false, InHeading, Literal)) {
		c.headings(s, marks)
	}
}

// best returns the best rank so far.
func (c *Counter) best() Rank { return c.tally.Best.better(c.named) }

// take counts so many matches, the best of a rank.
func (c *Counter) take(n int, best Rank) {
	c.tally.N += n
	c.tally.Best = c.tally.Best.better(best)
	c.presence.terms |= 1
}

// headings looks at the headings of a window in which the word was counted: for
// their rank, and for those that are read as it is.
func (c *Counter) headings(s string, marks func(from, to int) []fold.Mark) {
	t := &c.q.terms[0]
	for h := range fold.Headings(s) {
		part := s[h.From:h.Next] // a match may begin in a run-in heading and end behind it
		if !t.mayHave(part) {
			continue
		}
		var here []fold.Mark
		for _, m := range marks(h.From, h.End) {
			if h.From <= m.At && m.At <= h.End {
				here = append(here, fold.Mark{At: m.At - h.From, Kind: m.Kind})
			}
		}
		all := t.spans(part, here, 0)
		inHeadings(part, all)
		for _, found := range all {
			if !found.titled {
				break
			}
			n := 0
			if found.form == Sound {
				n = 1 // the others were counted
			}
			c.take(n, rankOf(false, InHeading, found.form))
		}
	}
}

// bestForm returns the best form of a word in s, where the first is at byte at.
func bestForm(n fold.Needle, s string, at int, marks func(from, to int) []fold.Mark) Form {
	for ; at >= 0; at = n.Index(s, at+n.Len()) {
		if formOf(n, marks(at, at+n.Len()), fold.Found{At: at}) == Literal {
			return Literal
		}
	}
	return Folded
}

// formOf returns the form of a match of a word.
func formOf(n fold.Needle, marks []fold.Mark, f fold.Found) Form {
	if n.Literal(marks, f) {
		return Literal
	}
	return Folded
}
