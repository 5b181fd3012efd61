package model

import (
	"cmp"
	"iter"
	"slices"
	"unicode/utf8"

	"juan/model/fold"
	"juan/model/query"
)

// A Match is a stretch of an article that a query found.
type Match struct {
	Article  *Article
	From, To Pos
	Term     int // an index of [Query.Terms]
	Rank     Rank
}

// Text returns the characters that were found.
func (m Match) Text() string {
	return m.Article.Body[m.From.Block].Text()[m.From.Byte:m.To.Byte]
}

// A Hit is where a query was found in the open article, small since there may
// be a million.
type Hit struct {
	Block, Start, Stop int32 // bytes of the block
	Term               uint8 // an index of [Query.Terms]
	Rank               Rank
}

// From returns where the hit begins.
func (h Hit) From() Pos { return Pos{int(h.Block), int(h.Start)} }

// To returns where the hit ends.
func (h Hit) To() Pos { return Pos{int(h.Block), int(h.Stop)} }

// In yields where a has what is looked for, in reading order; nothing where the
// query does not let a through.
func (q Query) In(a *Article) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		if p, _ := q.ofEntry(a.Entry); p.barred || !q.oneTerm() && !q.Lets(a) {
			return
		}
		for i := range a.Pieces() {
			for _, h := range q.Search(a, i).Hits {
				if !yield(Match{a, h.From(), h.To(), int(h.Term), h.Rank}) {
					return
				}
			}
		}
	}
}

// Lets reports whether an article has all that is asked for, and nothing that is
// to be left out.
func (q Query) Lets(a *Article) bool {
	p, _ := q.ofEntry(a.Entry)
	for i := 0; i < a.Pieces() && !p.barred && (q.avoids() || !q.admits(p)); i++ {
		p = p.and(q.presenceIn(a, i, p))
	}
	return q.admits(p)
}

// presenceIn returns which terms piece i of a has of those that are not known to
// be in a, and whether it has what is to be left out. Of each it looks for the first
// match only.
func (q *Query) presenceIn(a *Article, i int, known presence) (p presence) {
	text := a.folded(i).text
	marks := text.Marks()
	from, to := a.piece(i)
	has := func(t *term) bool {
		if t.re == nil {
			return t.has(text.String(), marks)
		}
		return slices.ContainsFunc(a.Body[from:to], func(b Block) bool { return t.hasPattern(b.Text()) })
	}
	for k := range q.terms {
		if known.terms>>k&1 == 0 && has(&q.terms[k]) {
			p.terms |= 1 << k
		}
	}
	for k := range q.without {
		if t := &q.without[k]; t.inText() && has(t) {
			p.barred = true
		}
	}
	return p
}

// Searched is what a query found in one piece of an article.
type Searched struct {
	Piece int
	Hits  []Hit // in reading order
	presence
}

// Search returns what q finds in piece i of a, whether or not the rest of a has
// all that q asks for.
func (q Query) Search(a *Article, i int) Searched {
	from, to := a.piece(i)
	s := Searched{Piece: i}
	s.Hits, s.presence = q.inBlocks(a, from, to, a.folded(i))
	return s
}

// InBlock returns what q finds in block i of a, as [Query.Search] does.
func (q Query) InBlock(a *Article, i int) []Hit {
	f := a.foldBlocks(i, i+1)
	hits, _ := q.inBlocks(a, i, i+1, &f)
	return hits
}

// inBlocks looks through blocks [from, to), whose folded text is f.
func (q Query) inBlocks(a *Article, from, to int, f *folding) (hits []Hit, p presence) {
	all, p := q.spansIn(f.text, func(t *term, nth uint8) []span {
		var all []span
		for i := from; i < to; i++ {
			for _, s := range t.patternSpans(a.Body[i].Text(), nth) {
				s.At, s.to = s.At+f.starts[i-from], s.to+f.starts[i-from]
				all = append(all, s)
			}
		}
		return all
	})
	for _, s := range all {
		block := f.block(s.At)
		text := a.Body[from+block].Text()
		start, stop := outward(text, s.At-f.starts[block], s.to-f.starts[block])
		if n := len(hits); n > 0 && int(hits[n-1].Block) == from+block { // marks may belong to two
			start = min(max(start, int(hits[n-1].Stop)), stop)
		}
		if q.terms[s.term].re != nil {
			s.titled = start < headingEnd(a.Body[from+block], text)
		}
		hits = append(hits, Hit{int32(from + block), int32(start), int32(stop), s.term, q.rank(s, s.where())})
	}
	return hits, p
}

// where returns in which part of the text a span begins.
func (s span) where() Where {
	if s.titled {
		return InHeading
	}
	return InBody
}

// rank returns the rank of a span.
func (q *Query) rank(s span, w Where) Rank { return rankOf(q.joined && s.term > 0, w, s.form) }

// spansIn returns where a text has the terms of the query, in bytes of its
// source: each term's where no term before it was found.
func (q *Query) spansIn(text fold.Text, matches func(t *term, nth uint8) []span) (all []span, p presence) {
	var marks []fold.Mark
	if text.String() != "" {
		marks = text.Marks()
	}
	for i := range q.without {
		t := &q.without[i]
		switch {
		case !t.inText():
		case t.re != nil:
			p.barred = p.barred || len(matches(t, 0)) > 0
		default:
			p.barred = p.barred || t.has(text.String(), marks)
		}
	}
	mixed := q.HasPattern() // its matches are bytes of the source
	for i := range q.terms {
		t, nth := &q.terms[i], uint8(i)
		var here []span
		if t.re != nil {
			here = matches(t, nth)
		} else {
			here = t.spans(text.String(), marks, nth)
			for k := range here {
				here[k].form = t.form(here[k], marks)
			}
			if inHeadings(text.String(), here); mixed {
				q.locate(text, here)
			}
		}
		if len(here) > 0 {
			p.terms |= 1 << i
		}
		all = union(all, here)
	}
	if !mixed {
		q.locate(text, all)
	}
	slices.SortStableFunc(all, func(a, b span) int { return cmp.Compare(a.At, b.At) }) // where marks lead matches of one place
	return all, p
}

// locate moves spans from the folded text to its source.
func (q *Query) locate(text fold.Text, spans []span) {
	for i := range spans {
		s := &spans[i]
		if s.needle == noNeedle {
			s.At, s.to = text.Range(s.At, s.to)
		} else {
			s.At, s.to = q.terms[s.term].found(*s).Locate(text, s.Found)
		}
	}
}

// A Stretch is bytes of a title, a tag or a heading that a query found.
type Stretch struct {
	From, To int
	Term     int // an index of [Query.Terms]
	Rank     Rank
}

// InTitle returns where a title has what is looked for, in order: words of the
// text as well as those of the field title:, whose terms come after the others.
func (q Query) InTitle(title string) []Stretch {
	if q.Empty() {
		return nil
	}
	for _, t := range q.fields {
		if t.Kind == query.Title {
			q.terms = append(slices.Clip(q.terms), t)
		}
	}
	return q.InName(title)
}

// InName returns where a title or a tag has words of the text, in order.
func (q Query) InName(name string) []Stretch {
	all, _ := q.spansIn(foldName(name), func(t *term, nth uint8) []span { return t.patternSpans(name, nth) })
	var out []Stretch
	for _, s := range all {
		from, to := outward(name, s.At, s.to)
		out = append(out, Stretch{from, to, int(s.term), q.rank(s, InTitle)})
	}
	return out
}

// Matches reports whether s, a title, a heading or a name, has all that is looked
// for and nothing that is to be left out.
func (q Query) Matches(s string) bool {
	_, p := q.spansIn(foldName(s), func(t *term, nth uint8) []span { return t.patternSpans(s, nth) })
	return !q.Empty() && q.admits(p)
}

// outward widens from, to to whole runes of s.
func outward(s string, from, to int) (int, int) {
	from, to = max(from, 0), min(to, len(s))
	for from > 0 && from < len(s) && !utf8.RuneStart(s[from]) {
		from--
	}
	for to < len(s) && !utf8.RuneStart(s[to]) {
		to++
	}
	return from, max(from, to)
}
