package model

import (
	"regexp"
	"slices"

	"juan/model/fold"
	"juan/model/numeral"
	"juan/model/query"
	"juan/model/sound"
)

// A term is one of the parts of a query, ready to be looked for.
type term struct {
	query.Part
	needle   fold.Needle   // of all but dates and patterns
	variants []fold.Needle // other ways to write the numbers of a word
	number   bool          // the word may be a part of a longer number
	sound    sound.Query   // the sound of the word, if heard
	heard    bool
	re       *regexp.Regexp // of a pattern
	needed   []fold.Needle  // what folded text has wherever the pattern matches
}

// newTerm makes a part of a query ready to be looked for.
func newTerm(p query.Part) term {
	t := term{Part: p}
	switch p.Kind {
	case query.Date:
	case query.Pattern:
		t.setPattern("(?i)" + p.Text) // it compiles: that is what makes it a pattern
	case query.Phrase:
		t.needle = fold.NewExact(p.Text)
	default:
		t.needle = fold.NewNeedle(p.Text)
		if p.Kind == query.Word {
			t.hear()
		}
	}
	return t
}

// newPhrase returns the term for several words that stand together.
func newPhrase(text string) term {
	return term{Part: query.Part{Kind: query.Word, Text: text}, needle: fold.NewNeedle(text)}
}

func (t *term) setPattern(expr string) (err error) {
	if t.re, err = query.Compile(expr); err == nil {
		t.needed = needed(expr)
	}
	return err
}

// inText reports whether the term is looked for in the text of an article: it
// is text, and is in no field.
func (t *term) inText() bool { return t.Kind <= query.Pattern }

// plain reports whether all matches of the term in running text are those of its
// needle.
func (t *term) plain() bool { return t.Kind <= query.Phrase && t.variants == nil && !t.number }

// field reports whether an entry has what a field asks for.
func (t *term) field(e *Entry) bool {
	switch t.Kind {
	case query.Date:
		day := e.Day()
		return !day.IsZero() && t.Days.Has(day.Format("2006-01-02"))
	case query.Path:
		return e.Path != "" && t.needle.Index(fold.New(e.Path).String(), 0) >= 0
	case query.Title:
		return t.nameHas(e.Title)
	case query.Tag:
		return slices.ContainsFunc(e.Tags, t.nameHas)
	}
	return false
}

// has reports whether a folded text with its marks has the term, a pattern left
// out: it looks no further than the first match.
func (t *term) has(text string, marks []fold.Mark) bool {
	for range t.needle.All(text, marks) {
		return true
	}
	for _, v := range t.variants {
		for range v.All(text, marks) {
			return true
		}
	}
	return t.heard && t.isRead(text)
}

// hasPattern reports whether a pattern matches a text as it stands.
func (t *term) hasPattern(text string) bool {
	m := t.re.FindStringIndex(text)
	return m != nil && (m[1] > m[0] || len(t.patternSpans(text, 0)) > 0) // an empty match is none
}

// strict reports whether matching the term needs the marks of the text.
func (t *term) strict() bool {
	strict := func(n fold.Needle) bool { return n.Strict() }
	return t.inText() && t.re == nil && (strict(t.needle) || slices.ContainsFunc(t.variants, strict))
}

// noNeedle is the needle of a span that no needle found.
const noNeedle = 255

// A span is a match in a text: bytes of the folded text, or of the text as it
// stands where a pattern found it.
type span struct {
	fold.Found
	to     int
	term   uint8
	needle uint8 // 0 for the word itself, else one of its variants or noNeedle
	form   Form  // of what a needle found literally or folded: Literal until [term.form] was asked
	titled bool  // it begins in a heading of the text; what a pattern found says nothing of that
}

// overlaps reports whether two spans share a character. Those of a query that
// is nothing but marks have no length: they do where they are the same.
func (s span) overlaps(o span) bool {
	if s.At == s.to && o.At == o.to {
		return s.At == o.At && s.Mark == o.Mark
	}
	return s.At < o.to && o.At < s.to
}

// union merges spans into others that stand before them: those that overlap
// one of these are left out. Both are in order.
func union(first, then []span) []span {
	if len(first) == 0 {
		return then
	}
	if len(then) == 0 {
		return first
	}
	out := make([]span, 0, len(first)+len(then))
	for _, s := range then {
		for len(first) > 0 && !s.overlaps(first[0]) && (first[0].At < s.At || first[0].At == s.At && first[0].Mark < s.Mark) {
			out, first = append(out, first[0]), first[1:]
		}
		if len(first) > 0 && s.overlaps(first[0]) || len(out) > 0 && s.overlaps(out[len(out)-1]) {
			continue
		}
		out = append(out, s)
	}
	return append(out, first...)
}

// inHeadings notes which spans in a folded text, in order, begin in a heading.
func inHeadings(text string, all []span) {
	end, heading := -1, 0
	for i := range all {
		s := &all[i]
		if s.At > end {
			end, heading = fold.PartEnd(text, s.At)
		}
		s.titled = s.At < heading
	}
}

// spans returns where a folded text with its marks has the term, in order. They may
// be left out where the term is not strict.
func (t *term) spans(text string, marks []fold.Mark, nth uint8) []span {
	all := t.needleSpans(t.needle, text, marks, span{term: nth})
	for i, v := range t.variants {
		all = union(all, t.needleSpans(v, text, marks, span{term: nth, needle: uint8(1 + i), form: Number}))
	}
	if t.heard {
		all = union(all, t.sounds(text, nth))
	}
	return all
}

// needleSpans returns where a folded text has one of the needles of the term; s is what
// is known of each span beforehand.
func (t *term) needleSpans(n fold.Needle, text string, marks []fold.Mark, s span) []span {
	var all []span
	for f := range n.All(text, marks) {
		one := s
		one.Found, one.to = f, f.At+n.Len()
		if t.number && numeral.Part(text, f.At, one.to) {
			one.form = PartOf
		}
		all = append(all, one)
	}
	return all
}

// form returns the form of a span of the term in a text with these marks; they may
// lack those that do not stand in it nor at its ends.
func (t *term) form(s span, marks []fold.Mark) Form {
	if s.form == Literal && s.needle != noNeedle && !t.found(s).Literal(marks, s.Found) {
		return Folded
	}
	return s.form
}

// found returns the needle that found a span of the term.
func (t *term) found(s span) fold.Needle {
	if s.needle > 0 {
		return t.variants[s.needle-1]
	}
	return t.needle
}

// patternSpans returns where a pattern matches a text as it stands.
func (t *term) patternSpans(text string, nth uint8) []span {
	var all []span
	for _, m := range t.re.FindAllStringIndex(text, -1) {
		if m[1] > m[0] {
			all = append(all, span{Found: fold.Found{At: m[0]}, to: m[1], term: nth, needle: noNeedle})
		}
	}
	return all
}
