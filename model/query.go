package model

import "juan/model/query"

// A Query is what is looked for, ready to be found. The zero Query finds
// nothing. It is immutable.
type Query struct {
	text string
	key  string // identifies it

	// terms are looked for in the text, the title and the tags; each must be found.
	// Where there are several words the first term is all of them as one phrase, which
	// is optional.
	terms  []term
	joined bool
	// fields are what the entry must have; without is what neither it nor its text may
	// have.
	fields, without []term
}

// mostParts is how many parts a query has at most; anything longer is a passage of
// text, and is looked for as one phrase.
const mostParts = 60

// NewQuery returns a query for a text as a reader means it: case, width, variants
// and the spelling of punctuation do not matter. It has no operators.
func NewQuery(text string) Query {
	q := Query{text: text, key: "text " + text}
	q.add(query.Part{Kind: query.Word, Text: text})
	return q
}

// ParseQuery returns the query that a reader has typed, see [query.Parse].
func ParseQuery(text string) Query {
	parts := query.Parse(text)
	if len(parts) > mostParts || len(parts) == 1 && parts[0].Text == text {
		return NewQuery(text)
	}
	q := Query{text: text, key: "query " + text}
	phrase, words := "", 0
	for _, p := range parts {
		if p.Kind == query.Word && !p.Not {
			if words++; words > 1 {
				phrase += " "
			}
			phrase += p.Text
		}
	}
	if words > 1 {
		q.terms = append(q.terms, newPhrase(phrase))
		q.joined = true
	}
	for _, p := range parts {
		q.add(p)
	}
	return q
}

// NewExact returns a query for the very characters of text.
func NewExact(text string) Query {
	q := Query{text: text, key: "exact " + text}
	q.add(query.Part{Kind: query.Phrase, Text: text})
	return q
}

// NewPattern returns a query for a regular expression of package regexp,
// which ignores case unless told otherwise; its error is that of query.Compile.
func NewPattern(text string, exact bool) (Query, error) {
	expr := text
	if !exact {
		expr = "(?i)" + expr
	}
	t := term{Part: query.Part{Kind: query.Pattern, Text: text}}
	if err := t.setPattern(expr); err != nil {
		return Query{}, err
	}
	return Query{text: text, key: "pattern " + expr, terms: []term{t}}, nil
}

// add takes a part in, if there is anything in it that can be found.
func (q *Query) add(p query.Part) {
	t := newTerm(p)
	switch {
	case p.Kind != query.Date && p.Kind != query.Pattern && t.needle.Empty():
	case p.Not:
		q.without = append(q.without, t)
	case t.inText():
		q.terms = append(q.terms, t)
	default:
		q.fields = append(q.fields, t)
	}
}

// String returns what was typed.
func (q Query) String() string { return q.text }

// Bare returns what was typed, without the marks of a phrase that is all of it.
func (q Query) Bare() string {
	if parts := q.Parts(); len(parts) == 1 && parts[0].Kind == query.Phrase && !parts[0].Not {
		return parts[0].Text
	}
	return q.text
}

// Same reports whether two queries find the same.
func (q Query) Same(o Query) bool { return q.key == o.key || q.Empty() && o.Empty() }

// Empty reports whether nothing is asked for.
func (q Query) Empty() bool { return len(q.terms)+len(q.fields)+len(q.without) == 0 }

// Parts returns what the query asks for, in the order in which it was typed.
func (q Query) Parts() []query.Part {
	var all []query.Part
	for _, t := range q.words() {
		all = append(all, t.Part)
	}
	for _, t := range q.fields {
		all = append(all, t.Part)
	}
	for _, t := range q.without {
		all = append(all, t.Part)
	}
	return all
}

// words returns the terms that must be there.
func (q *Query) words() []term {
	if q.joined {
		return q.terms[1:]
	}
	return q.terms
}

// Terms returns what is looked for in the text, in the order that [Hit.Term] counts in.
func (q Query) Terms() []string {
	all := make([]string, len(q.terms))
	for i, t := range q.terms {
		all[i] = t.Text
	}
	return all
}

// Joined reports whether the first of [Query.Terms] is all words in one phrase.
func (q Query) Joined() bool { return q.joined }

// oneTerm reports whether the text of an article is searched for one term and
// nothing else: if its entry has what the fields ask for, a hit lets it through.
func (q *Query) oneTerm() bool { return len(q.terms) == 1 && !q.avoids() }

// avoids reports whether there is text that must not be there.
func (q *Query) avoids() bool {
	for i := range q.without {
		if q.without[i].inText() {
			return true
		}
	}
	return false
}

// InText reports whether the text of an article has a part in the answer.
func (q Query) InText() bool { return len(q.terms) > 0 || q.avoids() }

// HasPattern reports whether matching needs the original text: a regular expression
// cannot be matched in folded text.
func (q Query) HasPattern() bool {
	for _, all := range [][]term{q.terms, q.without} {
		for i := range all {
			if all[i].re != nil {
				return true
			}
		}
	}
	return false
}
