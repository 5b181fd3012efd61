package model

import (
	"context"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"juan/model/fold"
	"juan/model/query"
	"juan/model/sound"
)

// An Offer is a query that finds something where another, much like it, finds
// nothing.
type Offer struct {
	Query    Query
	Hits     int // in the texts
	Articles int // that it lets through, at least 1
}

const (
	mostOffered = 3 // queries that are offered
	mostCounted = 6 // queries that are counted for one that found nothing
	mostAlike   = 2 // words of the same sound that are tried for a word
	mostFetched = 3 // articles whose headings are read for such words
)

// Offers yields at most three queries that find something among entries of a library where q finds
// nothing, the nearest to q first: the words of a phrase in any form and of a field
// anywhere; words of titles, tags and headings that sound the same; and less than
// all that is asked for.
func Offers(ctx context.Context, lib Library, q Query, among []*Entry) iter.Seq[Offer] {
	return func(yield func(Offer) bool) {
		o := offering{ctx: ctx, lib: lib, among: among, tried: []Query{q}, yield: yield}
		for _, near := range q.looser() {
			if !o.try(near) {
				return
			}
		}
		for _, p := range q.placed() {
			for _, word := range o.alike(p) {
				if !o.try(q.with(p, word)) {
					return
				}
			}
		}
		for _, less := range q.fewer() {
			if !o.try(less) {
				return
			}
		}
	}
}

// placed returns the parts of the query, each with the bytes that it was typed
// in: all of them where the query was not parsed.
func (q Query) placed() []query.Part {
	parts := q.Parts()
	for i := range parts {
		if parts[i].To == 0 {
			parts[i].To = len(q.text)
		}
	}
	return parts
}

// instead returns the query with other text in the place of a part.
func (q Query) instead(p query.Part, text string) Query {
	return ParseQuery(strings.Join(strings.Fields(q.text[:p.From]+text+q.text[p.To:]), " "))
}

// with returns the query with another word in a part, whose operators stay.
func (q Query) with(p query.Part, word string) Query {
	typed := q.text[p.From:p.To]
	at := strings.LastIndex(typed, p.Text)
	if at < 0 {
		return q
	}
	return q.instead(p, typed[:at]+word+typed[at+len(p.Text):])
}

// looser returns the queries that ask for the same words less strictly: in any
// form, or anywhere.
func (q Query) looser() []Query {
	var all []Query
	for _, p := range q.placed() {
		if !p.Not && p.Kind != query.Word && p.Kind != query.Pattern && p.Kind != query.Date {
			all = append(all, q.instead(p, p.Text))
		}
	}
	return all
}

// fewer returns the queries that ask for less: first without something that was
// to be left out, then without a field, then without a word, then for one word
// alone. A part that is all there is leaves nothing; one that was to be left out is
// looked for then, since every article has it.
func (q Query) fewer() []Query {
	parts, words := q.placed(), 0
	cost := func(p query.Part) int {
		switch {
		case p.Not:
			return 0
		case p.Kind > query.Pattern:
			return 1
		}
		return 2
	}
	for _, p := range parts {
		if cost(p) == 2 {
			words++
		}
	}
	slices.SortStableFunc(parts, func(a, b query.Part) int { return cost(a) - cost(b) })
	var all []Query
	for _, p := range parts {
		less := q.instead(p, "")
		if less.Empty() && p.Not {
			less = q.instead(p, strings.TrimLeft(q.text[p.From:p.To], "-－"))
		}
		if len(less.terms)+len(less.fields) > 0 {
			all = append(all, less)
		}
	}
	for _, p := range parts {
		if words > 2 && cost(p) == 2 {
			all = append(all, ParseQuery(q.text[p.From:p.To]))
		}
	}
	return all
}

// An offering is the work of [Offers].
type offering struct {
	ctx   context.Context
	lib   Library
	among []*Entry
	tried []Query // the query that found nothing, and what was counted since
	yield func(Offer) bool

	offered int
}

// try counts a query and offers it where it finds something; it reports whether
// to go on.
func (o *offering) try(q Query) bool {
	if q.Empty() || slices.ContainsFunc(o.tried, q.Same) {
		return true
	}
	if len(o.tried) > mostCounted {
		return false
	}
	o.tried = append(o.tried, q)
	offer, first := Offer{Query: q}, (*Entry)(nil)
	for t := range o.lib.Tally(o.ctx, q, o.among) {
		if t.Best == 0 {
			continue
		}
		if offer.Articles++; first == nil {
			first = t.Entry
		}
		offer.Hits += t.N
	}
	switch {
	case o.ctx.Err() != nil:
		return false
	case offer.Articles == 0:
		return true
	}
	offer.Query = o.spelt(q, first)
	o.offered++
	return o.yield(offer) && o.offered < mostOffered
}

// spelt returns a query of one word as an article spells it, where it finds the
// same so: 许昌 for 許昌.
func (o *offering) spelt(q Query, e *Entry) Query {
	if !q.bare() {
		return q
	}
	text := ""
	for _, s := range q.InName(e.Title) {
		text = e.Title[s.From:s.To]
		break
	}
	if text == "" {
		if a, err := o.lib.Fetch(o.ctx, e); err == nil {
			for m := range q.In(a) {
				text = m.Text()
				break
			}
		}
	}
	if s := ParseQuery(text); s.bare() && fold.New(text).String() == fold.New(q.text).String() {
		return s
	}
	return q
}

// bare reports whether the query is one word without numbers and marks.
func (q *Query) bare() bool {
	if !q.oneTerm() || len(q.fields)+len(q.without) > 0 {
		return false
	}
	t := &q.terms[0]
	return t.Kind == query.Word && t.plain() && !t.needle.Strict()
}

// alike returns words of titles, tags and headings that sound as the word of a
// part does, what most articles have first.
func (o *offering) alike(p query.Part) []string {
	letters := sound.Of(p.Text)
	if p.Not || p.Kind == query.Pattern || p.Kind == query.Path || utf8.RuneCountInString(p.Text) < 2 || letters == "" {
		return nil
	}
	q := NewQuery(letters)
	in := make(map[string]int) // how many articles have each
	var order []string
	note := func(word string) {
		if fold.New(word).String() != fold.New(p.Text).String() && sameSound(letters, p.Text, word) {
			if in[word]++; in[word] == 1 {
				order = append(order, word)
			}
		}
	}
	var headed []*Entry // only their headings have it
	for t := range o.lib.Tally(o.ctx, q, o.among) {
		if t.Best == 0 {
			continue
		}
		if w := t.Best.Where(); w == InHeading && len(headed) < mostFetched {
			headed = append(headed, t.Entry)
		}
		for _, name := range append([]string{t.Entry.Title}, t.Entry.Tags...) {
			for _, s := range q.InName(name) {
				note(name[s.From:s.To])
			}
		}
	}
	for _, e := range headed {
		if a, err := o.lib.Fetch(o.ctx, e); err == nil && len(order) < mostAlike {
			for m := range q.In(a) {
				if m.Rank.Form() == Sound {
					note(m.Text())
				}
			}
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return in[b] - in[a] })
	return order[:min(len(order), mostAlike)]
}

// sameSound reports whether found, which letters found, is as long as word and
// read as all of them say. The letters of the last syllable may be the beginning of
// another, ha of 含: they are not where a syllable follows.
func sameSound(letters, word, found string) bool {
	const follows, spoken = "'a", "啊"
	q, ok := sound.Matches(letters + follows)
	return ok && utf8.RuneCountInString(word) == utf8.RuneCountInString(found) &&
		slices.Contains(q.Find(found+spoken), sound.Span{From: 0, To: len(found + spoken)})
}
