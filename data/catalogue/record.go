package catalogue

import "juan/model"

// A change is new knowledge about a source: its stretches, none where it is gone.
type change struct {
	// after, if not nil, is the stretch that these continue; otherwise they replace
	// everything known of the source.
	after     *Source
	stretches []stretch
}

// A stretch is the articles of a source, or some of them, and the source as it
// was known when they were read.
type stretch struct {
	source  Source
	entries []*model.Entry
}

// Record records a source, or its first stretch where it was not read to its end,
// replacing everything known of it. The texts of its entries were added before. It is
// written asynchronously, within a second or two.
func (s *Store) Record(src Source, entries []*model.Entry) {
	s.change(src.Path, change{stretches: []stretch{{src, entries}}})
}

// Extend records the next stretch of a source, which continues the one recorded as
// after. Where another process has recorded something else since, it is left out, and
// so is every stretch that continues it.
func (s *Store) Extend(after, src Source, entries []*model.Entry) {
	s.change(src.Path, change{after: &after, stretches: []stretch{{src, entries}}})
}

// Forget drops sources that are no more.
func (s *Store) Forget(paths ...string) {
	for _, path := range paths {
		s.change(path, change{})
	}
}

func (s *Store) change(path string, c change) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopped {
		return
	}
	first := len(s.changes) == 0
	note(s.changes, path, c)
	if s.keeping && first { // the others are written with it
		s.rouse()
	}
}

// note adds a change to those that are not written yet.
func note(changes map[string]change, path string, c change) {
	before, ok := changes[path]
	if !ok || c.after == nil {
		changes[path] = c
		return
	}
	last := len(before.stretches) - 1
	if last >= 0 && before.stretches[last].source.goesOn(*c.after) {
		before.stretches = append(before.stretches, c.stretches...)
		changes[path] = before
	}
}
