package model

import (
	"iter"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model/fold"
)

// A Query is what is looked for. The zero Query finds nothing. Queries are
// compared by what was typed, [Query.String].
type Query struct {
	text   string
	depth  fold.Depth
	needle fold.Needle
	exact  bool
	re     *regexp.Regexp
}

// NewQuery returns a query that ignores case, width and the spelling of
// quotation marks; without punctuation of its own it also matches across
// that of the text.
func NewQuery(text string) Query {
	text = strings.ReplaceAll(text, between, "")
	d := fold.Loose
	if strings.ContainsFunc(text, unicode.IsPunct) {
		d = fold.Marks
	}
	return Query{text: text, depth: d, needle: fold.NewNeedle(fold.New(text, d).String())}
}

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
func (q Query) Empty() bool { return q.re == nil && !q.exact && q.needle.Len() == 0 }

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
			q.scan(a, yield)
		default:
			q.scanFolded(a, yield)
		}
	}
}

// scanFolded looks through the folded text of the whole article at once.
func (q Query) scanFolded(a *Article, yield func(Match) bool) {
	f := a.folded(q.depth)
	s := f.text.String()
	for at := q.needle.Index(s, 0); at >= 0; at = q.needle.Index(s, at+q.needle.Len()) {
		from, to := f.text.Range(at, at+q.needle.Len())
		block := f.block(from)
		text := a.Body[block].Text()
		from, to = outward(text, from-f.starts[block], to-f.starts[block])
		m := Match{a, Pos{block, from}, Pos{block, to}, text[from:to] == q.text}
		if !yield(m) {
			return
		}
	}
}

func (q Query) scan(a *Article, yield func(Match) bool) {
	for i, b := range a.Body {
		text := b.Text()
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
	return q.needle.Index(fold.New(s, q.depth).String(), 0) >= 0
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
