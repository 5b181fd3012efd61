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

	listed  []*Article // kept until the corpus or the counts change
	version int
}

// Count notes that the filter's query was found n times more in an article.
func (s *Shelf) Count(id string, n int) {
	if s.counts == nil {
		s.counts = make(map[string]int)
	}
	s.counts[id] += n
	s.listed = nil
}

// Hits returns how often the filter's query is in the article's text.
func (s *Shelf) Hits(id string) int { return s.counts[id] }

// articles returns what is listed of a corpus, see [Listed] for the order.
func (s *Shelf) articles(c *Corpus) []*Article {
	if s.listed != nil && s.version == c.version {
		return s.listed
	}
	s.listed, s.version = []*Article{}, c.version
	for a := range c.All() {
		if s.lets(a) {
			s.listed = append(s.listed, a)
		}
	}
	slices.SortStableFunc(s.listed, Listed)
	return s.listed
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
