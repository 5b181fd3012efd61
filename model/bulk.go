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
		c.bulkStrict(s, first, marks)
	default:
		more, _ := n.Matches(s[first+n.Len():])
		rank := rankOf(false, InBody, Literal)
		if best := c.best(); best == 0 || best > rank { // else the form makes no difference
			rank = rankOf(false, InBody, bestForm(n, s, first, marks))
		}
		c.take(1+more, rank)
	}
	if c.tally.Entry.Sections > 0 {
		c.headings(s, first, marks)
	}
}

// bulkStrict counts one word whose matches its marks must confirm, from byte at on.
func (c *Counter) bulkStrict(s string, at int, marks func(from, to int) []fold.Mark) {
	n := c.q.terms[0].needle
	end, heading := -1, 0
	for ; at >= 0; at = n.Index(s, at) {
		here := marks(at, at+n.Len())
		f, fits := n.At(here, at)
		if !fits {
			at++
			continue
		}
		if at > end {
			end, heading = fold.PartEnd(s, at)
		}
		where := InBody
		if at < heading {
			where = InHeading
		}
		c.take(1, rankOf(false, where, formOf(n, here, f)))
		at += n.Len()
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

// headings looks at the headings of a window in which the word was counted, first at
// byte first: for their rank, and for those that are read as it is.
func (c *Counter) headings(s string, first int, marks func(from, to int) []fold.Mark) {
	t := &c.q.terms[0]
	ranks := first >= 0 && !t.needle.Strict()
	if !ranks && !t.heard {
		return
	}
	for h := range fold.Headings(s) {
		if ranks && h.Heading > first {
			ranks = c.rankIn(s, h, marks)
		}
		if t.heard && t.sound.In(s[h.From:h.Heading]) {
			c.takeSounds(s, h, marks)
		} else if !t.heard && !ranks {
			return
		}
	}
}

// rankIn looks for a better rank in a heading of a window; it reports whether there
// may be one in those after it.
func (c *Counter) rankIn(s string, h fold.Headed, marks func(from, to int) []fold.Mark) (more bool) {
	literal := rankOf(false, InHeading, Literal)
	n := c.q.terms[0].needle
	part := s[:min(h.Heading+n.Len(), h.End)] // a match may begin in a run-in heading and end after it
	for at := n.Index(part, h.From); at >= 0 && at < h.Heading; at = n.Index(part, at+n.Len()) {
		if best := c.best(); best != 0 && best <= literal {
			return false
		}
		c.take(0, rankOf(false, InHeading, formOf(n, marks(at, at+n.Len()), fold.Found{At: at})))
	}
	return true
}

// takeSounds counts what is read as the word in a heading of a window.
func (c *Counter) takeSounds(s string, h fold.Headed, marks func(from, to int) []fold.Mark) {
	t := &c.q.terms[0]
	for _, found := range t.spans(s[h.From:h.Next], shifted(marks(h.From, h.End), h.From), 0) {
		if found.form == Sound { // the others were counted
			c.take(1, rankOf(false, InHeading, Sound))
		}
	}
}

// shifted returns marks as those of the text from byte from on.
func shifted(marks []fold.Mark, from int) []fold.Mark {
	var all []fold.Mark
	for _, m := range marks {
		if m.At >= from {
			all = append(all, fold.Mark{At: m.At - from, Kind: m.Kind})
		}
	}
	return all
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
