package model

import (
	"context"
	"iter"
	"strings"
	"unicode/utf8"
)

// Search yields what q finds in articles, in their order, until they end, the
// caller stops, or ctx does; ctx is asked once an article.
func Search(ctx context.Context, articles iter.Seq[*Article], q Query) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		for a := range articles {
			if ctx.Err() != nil {
				return
			}
			for m := range q.In(a) {
				if !yield(m) {
					return
				}
			}
		}
	}
}

// Count returns how often q is in the text of a.
func Count(a *Article, q Query) int {
	n := 0
	for range q.In(a) {
		n++
	}
	return n
}

// Around returns up to so many characters of the block before and after the
// match, line breaks as spaces.
func (m Match) Around(before, after int) (string, string) {
	text := m.Article.Body[m.From.Block].Text()
	from, to := m.From.Byte, m.To.Byte
	for ; before > 0 && from > 0; before-- {
		_, n := utf8.DecodeLastRuneInString(text[:from])
		from -= n
	}
	for ; after > 0 && to < len(text); after-- {
		_, n := utf8.DecodeRuneInString(text[to:])
		to += n
	}
	line := strings.NewReplacer("\n", " ", "\t", " ")
	return line.Replace(text[from:m.From.Byte]), line.Replace(text[m.To.Byte:to])
}
