package model

import (
	"slices"

	"juan/model/fold"
	"juan/model/query"
)

// A presence is which terms of a query an article was found to have, and
// whether it has something that was to be left out.
type presence struct {
	terms  uint64 // a bit for each
	barred bool
}

// and merges what was found in another part of the article.
func (p presence) and(o presence) presence {
	return presence{p.terms | o.terms, p.barred || o.barred}
}

// admits reports whether an article with these terms matches.
func (q *Query) admits(p presence) bool {
	if p.barred || q.Empty() {
		return false
	}
	for i := range q.terms {
		if q.lacks(p, i) {
			return false
		}
	}
	return true
}

// lacks reports whether an article with these terms still needs term i.
func (q *Query) lacks(p presence, i int) bool { return p.terms>>i&1 == 0 && !(q.joined && i == 0) }

// ofEntry returns what an entry shows before its text is looked at: the terms in its
// title and its tags, and the best rank among them. It is barred where the entry does
// not satisfy a field.
func (q *Query) ofEntry(e *Entry) (p presence, best Rank) {
	for i := range q.fields {
		t := &q.fields[i]
		if !t.field(e) {
			return presence{barred: true}, 0
		}
		best = best.better(rankOf(q.joined, fieldWhere(t.Kind), Folded))
	}
	for i := range q.without {
		if t := &q.without[i]; t.inText() && t.named(e) || !t.inText() && t.field(e) {
			return presence{barred: true}, 0
		}
	}
	for i := range q.terms {
		t := &q.terms[i]
		if !t.mayBeNamed(e) {
			continue
		}
		for _, s := range t.inName(e.Title) {
			p.terms |= 1 << i
			best = best.better(rankOf(q.joined && i > 0, InTitle, s.form))
		}
		for _, tag := range e.Tags {
			for _, s := range t.inName(tag) {
				p.terms |= 1 << i
				best = best.better(rankOf(q.joined && i > 0, InTag, s.form))
			}
		}
	}
	return p, best
}

func fieldWhere(k query.Kind) Where {
	switch k {
	case query.Title:
		return InTitle
	case query.Tag:
		return InTag
	}
	return InEntry
}

// mayBeNamed reports whether the title or a tag may have the term: for most
// entries it cannot, and their names are folded already.
func (t *term) mayBeNamed(e *Entry) bool {
	if t.re != nil || t.needle.Len() == 0 || t.needle.Index(e.names, 0) >= 0 || t.heard && t.sound.In(e.names) {
		return true
	}
	for _, v := range t.variants {
		if v.Index(e.names, 0) >= 0 {
			return true
		}
	}
	return false
}

// named reports whether the title or a tag has the term.
func (t *term) named(e *Entry) bool {
	return t.mayBeNamed(e) && (t.nameHas(e.Title) || slices.ContainsFunc(e.Tags, t.nameHas))
}

// nameHas reports whether a title or a tag has the term.
func (t *term) nameHas(s string) bool {
	if t.re != nil {
		return t.hasPattern(s)
	}
	text := foldName(s)
	return t.has(text.String(), text.Marks())
}

// inName returns where a title, a tag or a heading has the term: bytes of the
// folded text, see [foldName], or of s for a pattern.
func (t *term) inName(s string) []span {
	if t.re != nil {
		return t.patternSpans(s, 0)
	}
	text := foldName(s)
	all := t.spans(text.String(), text.Marks(), 0)
	for i := range all {
		all[i].form = t.form(all[i], text.Marks())
	}
	return all
}

// foldName folds a title, a tag or a heading.
func foldName(s string) fold.Text {
	var f fold.Folder
	f.AddHeading(s)
	return f.Text()
}
