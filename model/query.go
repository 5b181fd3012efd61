package model

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"juan/model/fold"
)

// A Query is what is looked for. The zero Query finds nothing. Queries are
// compared by what was typed, [Query.String].
type Query struct {
	text   string
	needle fold.Needle
	exact  bool
	re     *regexp.Regexp
}

// NewQuery returns a query that ignores case, width and the spelling of
// quotation marks; without punctuation of its own it also matches across
// that of the text.
func NewQuery(text string) Query {
	return Query{text: text, needle: fold.NewNeedle(text)}
}

// Needle returns what is looked for in folded text; ok is false for a query
// that folded text cannot answer: an exact one, or a pattern.
func (q Query) Needle() (n fold.Needle, ok bool) { return q.needle, q.re == nil && !q.exact }

// NewExact returns a query for the very characters of text.
func NewExact(text string) Query { return Query{text: text, exact: text != ""} }

// NewPattern returns a query for a regular expression of package regexp,
// which ignores case unless told otherwise; its error is that package's.
func NewPattern(text string, exact bool) (Query, error) {
	expr := text
	if !exact {
		expr = "(?i)" + expr
	}
	re, err := regexp.Compile(expr)
	return Query{text: text, re: re}, err
}

// String returns what was typed.
func (q Query) String() string { return q.text }

// Empty reports whether the query can find nothing.
func (q Query) Empty() bool { return q.re == nil && !q.exact && q.needle.Empty() }

// A Match is a stretch of an article that a query found.
type Match struct {
	Article  *Article
	From, To Pos
	Exact    bool // the very characters of the query, not a folded form
}

// Text returns the characters that were found.
func (m Match) Text() string {
	return m.Article.Body[m.From.Block].Text()[m.From.Byte:m.To.Byte]
}

// In yields where a has what is looked for, in reading order.
func (q Query) In(a *Article) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		switch {
		case q.Empty():
		case q.re != nil || q.exact:
			q.scan(a, 0, len(a.Body), yield)
		default:
			q.scanFolded(a, yield)
		}
	}
}

// scanFolded looks through the folded text, piece by piece.
func (q Query) scanFolded(a *Article, yield func(Match) bool) {
	for i := range a.Pieces() {
		for m := range q.InPiece(a, i) {
			if !yield(m) {
				return
			}
		}
	}
}

// InPiece yields where piece i of a has what is looked for, in reading order.
func (q Query) InPiece(a *Article, i int) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		from, to := a.piece(i)
		needle, ok := q.Needle()
		if !ok {
			q.scan(a, from, to, yield)
			return
		}
		f := a.folded(i)
		for found := range needle.All(f.text.String(), needle.MarksOf(f.text)) {
			at, end := needle.Locate(f.text, found)
			block := f.block(at)
			text := a.Body[from+block].Text()
			at, end = outward(text, at-f.starts[block], end-f.starts[block])
			m := Match{a, Pos{from + block, at}, Pos{from + block, end}, text[at:end] == q.text}
			if !yield(m) {
				return
			}
		}
	}
}

// InBlock yields where block i of a has what is looked for.
func (q Query) InBlock(a *Article, i int) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		needle, ok := q.Needle()
		if !ok {
			q.scan(a, i, i+1, yield)
			return
		}
		source := a.Body[i].Text()
		text := fold.New(source)
		for found := range needle.All(text.String(), needle.MarksOf(text)) {
			from, to := needle.Locate(text, found)
			from, to = outward(source, from, to)
			if !yield(Match{a, Pos{i, from}, Pos{i, to}, source[from:to] == q.text}) {
				return
			}
		}
	}
}

// scan looks through the text of blocks [from, to) as it stands.
func (q Query) scan(a *Article, from, to int, yield func(Match) bool) {
	for i := from; i < to; i++ {
		text := a.Body[i].Text()
		for at := 0; at < len(text); {
			from, to := q.next(text, at)
			if from < 0 {
				break
			}
			if to > from && !yield(Match{a, Pos{i, from}, Pos{i, to}, true}) {
				return
			}
			at = max(to, from+1)
		}
	}
}

func (q Query) next(text string, at int) (int, int) {
	if q.re == nil {
		if k := strings.Index(text[at:], q.text); k >= 0 {
			return at + k, at + k + len(q.text)
		}
	} else if m := q.re.FindStringIndex(text[at:]); m != nil {
		return at + m[0], at + m[1]
	}
	return -1, -1
}

// Matches reports whether the query is in s, a title or a heading.
func (q Query) Matches(s string) bool {
	if q.re != nil || q.exact {
		from, to := q.next(s, 0)
		return to > from
	}
	text := fold.New(s)
	for range q.needle.All(text.String(), q.needle.MarksOf(text)) {
		return true
	}
	return false
}

// Names reports whether the title or a tag of an entry has what is looked for.
func (q Query) Names(e *Entry) bool {
	if needle, ok := q.Needle(); ok && needle.Len() > 0 && needle.Index(e.names, 0) < 0 {
		return false // most entries end here: their names are folded already
	}
	return q.Matches(e.Title) || slices.ContainsFunc(e.Tags, q.Matches)
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
