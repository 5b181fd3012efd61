package model

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The first article of a library is at hand when it is opened, however large it is;
// others do not pile up beside it.
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

// What is held is what a list of it says that is gone through for each article, and is
// bounded however short the articles are.
func TestBodiesAreHeldInOrder(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var b bodies
	var want []string // in the order in which they were looked at
	take := func(key string) {
		want = slices.DeleteFunc(want, func(k string) bool { return k == key })
	}
	for range 20_000 {
		key := strconv.Itoa(rnd.IntN(12_000))
		a := NewArticle(Entry{Key: key}, nil)
		switch full := (len(want)+1)*a.weight() > heldSize; rnd.IntN(4) {
		case 0:
			if found := b.find(key); (found != nil) != slices.Contains(want, key) {
				t.Fatalf("%s is found %v", key, found != nil)
			} else if found != nil {
				take(key)
				want = slices.Insert(want, 0, key)
			}
		case 1:
			b.hold(a)
			take(key)
			if want = slices.Insert(want, 0, key); len(want)*a.weight() > heldSize {
				want = want[:len(want)-1]
			}
		case 2:
			b.drop(key)
			take(key)
		default:
			was := len(want)
			if take(key); !full || len(want) < was {
				want = append(want, key)
			}
			b.spare(a)
		}
		if b.articles.Len() != len(want) || len(b.named) != len(want) || b.size != len(want)*a.weight() {
			t.Fatalf("%d articles of %d bytes are held, want %d", b.articles.Len(), b.size, len(want))
		}
	}
	for e, i := b.articles.Front(), 0; e != nil; e, i = e.Next(), i+1 {
		if got := e.Value.(*Article).Key; got != want[i] {
			t.Fatalf("%d is %s, want %s", i, got, want[i])
		}
	}
}
