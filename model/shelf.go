package model

import (
	"cmp"
	"slices"
	"strings"
)

// A Shelf is the articles of a corpus as they are listed: in order, and with
// a filter only those that it lets through.
type Shelf struct {
	Query  Query
	counts map[string]int // hits in the text by ID; filled by a search
}

// Count notes that the filter's query was found n times more in an article.
func (s *Shelf) Count(id string, n int) {
	if s.counts == nil {
		s.counts = make(map[string]int)
	}
	s.counts[id] += n
}

// Hits returns how often the filter's query is in the article's text.
func (s *Shelf) Hits(id string) int { return s.counts[id] }

// Articles returns what is listed of a corpus, see [Listed] for the order.
func (s *Shelf) Articles(c *Corpus) []*Article {
	var out []*Article
	for a := range c.All() {
		if s.lets(a) {
			out = append(out, a)
		}
	}
	slices.SortStableFunc(out, Listed)
	return out
}

func (s *Shelf) lets(a *Article) bool {
	return s.Query.Empty() || s.counts[a.ID] > 0 || s.Query.Matches(a.Title) ||
		slices.ContainsFunc(a.Tags, s.Query.Matches)
}

// Listed compares two articles by their place in the list: by group; reports
// first, the one given last on top; then what was posted last; and what has no
// day as it came.
func Listed(a, b *Article) int {
	return cmp.Or(
		strings.Compare(a.Group, b.Group),
		cmp.Compare(rank(a), rank(b)),
		b.Day().Compare(a.Day()),
	)
}

func rank(a *Article) int {
	switch {
	case !a.Delivered.IsZero():
		return 0
	case !a.Date.IsZero():
		return 1
	}
	return 2
}
