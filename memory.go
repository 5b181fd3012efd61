package main

import (
	"context"
	"iter"
	"runtime/debug"

	"juan/model"
)

// Of so many files the entries alone take a hundred megabytes and more. The
// collector lets the heap double; from there on it grows by four fifths.
const (
	manyFiles = 50_000
	frugality = 80 // per cent
)

// A frugal library has the collector run more often once it is found to be
// large.
type frugal struct{ model.Library }

// Follow tells what the library tells.
func (f frugal) Follow(ctx context.Context) iter.Seq[model.News] {
	return func(yield func(model.News) bool) {
		told, large := 0, false
		for n := range f.Library.Follow(ctx) {
			told += len(n.Put)
			if !large && (n.Found > manyFiles || told > manyFiles) {
				large = true
				debug.SetGCPercent(frugality)
			}
			if !yield(n) {
				return
			}
		}
	}
}
