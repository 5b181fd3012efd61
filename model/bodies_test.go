package model

import (
	"strings"
	"testing"
)

// An article that is told of before anything is open is at hand when it is
// opened, however large it is; others do not pile up beside it.
func TestFirstArticleIsAtHand(t *testing.T) {
	large := func(key string) *Article {
		body := []Block{Code{Source: strings.Repeat("a", heldSize+1)}}
		return NewArticle(Entry{Key: key, ID: key, Title: key}, body)
	}
	var r Reading
	first, second := large("1"), large("2")
	r.Take(first)
	r.Take(second)
	if r.Held("1") != first || r.Held("2") != nil {
		t.Fatal("the first is not at hand, or the second is")
	}
	if r.Open("1"); r.Wanted() != nil {
		t.Error("it is wanted once more")
	}
	r.Take(large("3"))
	if r.Open("2"); r.Wanted() == nil {
		t.Error("the second is at hand")
	}
	r.Hold(second)
	if r.Held("1") != nil {
		t.Error("both are held")
	}
}
