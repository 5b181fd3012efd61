package model

import "slices"

// views yields the active view, and the one beside it if there is one.
func (r *Reading) views(yield func(*view) bool) {
	if yield(&r.view) && r.beside != nil {
		yield(r.beside)
	}
}

// Split puts a second place beside the reader’s: the same one, with the same way
// back. It does nothing where there are two.
func (r *Reading) Split() {
	if r.beside == nil {
		v := r.view
		v.back, v.forward, v.found = slices.Clone(v.back), slices.Clone(v.forward), found{}
		r.beside = &v
	}
}

// Swap makes the place beside the reader’s that of the reading, and the other way
// round. It does nothing where there is one.
func (r *Reading) Swap() {
	if r.beside != nil {
		r.view, *r.beside = *r.beside, r.view
	}
}

// Join drops the place beside the reader’s. It does nothing where there is none.
func (r *Reading) Join() {
	if v := r.beside; v != nil && v.at.Key != r.at.Key {
		r.Swap()
		r.leave()
		r.Swap()
	}
	r.beside = nil
}

// Beside returns the article that stands beside the open one, nil where none does or
// its text is still to be fetched, and the place in it.
func (r *Reading) Beside() (a *Article, at Place) {
	if r.beside == nil {
		return nil, Place{}
	}
	return r.beside.open, r.beside.at
}

// WantedBeside is [Reading.Wanted] for the article beside the open one.
func (r *Reading) WantedBeside() *Entry {
	if r.beside == nil {
		return nil
	}
	return r.beside.wanted(&r.Corpus)
}
