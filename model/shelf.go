package model

import (
	"context"
	"errors"
	"iter"
	"sync"
)

// A Shelf is a library whose articles are all held. It is the oracle of those
// that keep them elsewhere.
type Shelf struct {
	articles iter.Seq2[*Article, error]
	mu       sync.Mutex
	held     map[string]*Article // by key
}

// NewShelf returns the library of articles, which are taken when it is
// followed.
func NewShelf(articles iter.Seq2[*Article, error]) *Shelf {
	return &Shelf{articles: articles, held: make(map[string]*Article)}
}

// ShelfOf returns the library of articles that were read.
func ShelfOf(articles ...*Article) *Shelf {
	s := &Shelf{held: make(map[string]*Article)}
	for _, a := range articles {
		s.held[a.Key] = a
	}
	return s
}

// Follow takes the articles and reports each.
func (s *Shelf) Follow(ctx context.Context) iter.Seq[News] {
	return func(yield func(News) bool) {
		for a, err := range s.articles {
			n := News{Err: err}
			if a != nil {
				n.Put, n.Held = []*Entry{a.Entry}, []*Article{a}
				s.hold(a)
			}
			if ctx.Err() != nil || !yield(n) {
				return
			}
		}
		yield(News{Whole: true})
	}
}

func (s *Shelf) hold(a *Article) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held[a.Key] = a
}

func (s *Shelf) find(key string) *Article {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.held[key]
}

// errAway says that an article is not on the shelf.
var errAway = errors.New("no such article")

// Fetch returns the article.
func (s *Shelf) Fetch(_ context.Context, e *Entry) (*Article, error) {
	if a := s.find(e.Key); a != nil {
		return a, nil
	}
	return nil, errAway
}

// Tally counts q in the articles of entries, in their order.
func (s *Shelf) Tally(ctx context.Context, q Query, among []*Entry) iter.Seq[Tally] {
	return func(yield func(Tally) bool) {
		for i, e := range among {
			if ctx.Err() != nil {
				return
			}
			if a := s.find(e.Key); a != nil && a.Entry == e {
				if t, ok := q.Tally(a, func() bool { return ctx.Err() != nil }); !ok || !yield(t.At(i)) {
					return
				}
			}
		}
	}
}
