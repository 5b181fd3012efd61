package model

import (
	"slices"
	"strings"
	"testing"
)

// Hits in the open article are counted separately for each term, in whatever order its
// pieces were searched.
func TestHitsAreCountedApart(t *testing.T) {
	for _, n := range []int{1, 4000} { // searched at once, and piece by piece
		body := slices.Repeat([]Block{Paragraph{Prose: Plain("渡口有船，二〇二〇年造。" + strings.Repeat("水", 40))}}, n)
		r := new(Reading)
		r.Take(NewArticle(Entry{ID: "a"}, body))
		r.Open("a")
		for _, c := range []struct {
			query   string
			terms   []int
			numbers int
		}{
			{"渡口", nil, 0},
			{"船 渡口", []int{0, n, n}, 0},
			{"2020 船", []int{0, n, n}, n},
			{"渡口 桥", []int{0, n, 0}, 0},
		} {
			r.Find(ParseQuery(c.query))
			for a, q, pieces := r.Unsearched(); len(pieces) > 0; a, q, pieces = r.Unsearched() {
				r.Found(a, q, q.Search(a, pieces[len(pieces)/2]))
			}
			if terms, numbers := r.Apart(); !slices.Equal(terms, c.terms) || numbers != c.numbers {
				t.Errorf("%d × %s: %v and %d numbers, want %v and %d", n, c.query, terms, numbers, c.terms, c.numbers)
			}
		}
	}
}
