package model

import (
	"context"
	"iter"
)

// News is one report of a library to its reader.
type News struct {
	// Put are entries that are new, or in the place of those with the same key.
	Put []*Entry
	// Held are articles that happen to be at hand, of entries reported before or in
	// Put. A receiver that has no use for them now need not keep them.
	Held []*Article
	// Gone are the keys of articles that are no more.
	Gone []string
	// Err is what could not be read.
	Err error
	// Found and Read are how many files there are and how many of them were
	// read; both 0 where nothing is being read.
	Found, Read int
	// Whole says that everything has been reported: from here on there are only
	// changes.
	Whole bool
}

// A Library is where articles come from. Many goroutines may use it at once.
type Library interface {
	// Follow reports what there is, and then what changes until ctx is done, the caller
	// stops, or nothing can change any more. It is called once.
	Follow(ctx context.Context) iter.Seq[News]
	// Fetch reads the article of an entry. Where its source has changed the article has
	// a newer entry, which Follow reports too.
	Fetch(ctx context.Context, e *Entry) (*Article, error)
	// Tally counts q in entries, in whatever order is quickest, the first few
	// first. Entries that have changed since, or cannot be read, are left out.
	Tally(ctx context.Context, q Query, among []*Entry) iter.Seq[Tally]
}
