package catalogue

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"time"

	"juan/data/database"
)

const (
	// between is how long changes gather before they are written.
	between = time.Second
	// quiet is how long there are none before the catalogue is tidied, once.
	quiet = 10 * time.Second
)

// write is the goroutine that writes behind.
func (s *Store) write() {
	defer close(s.ended)
	var due, idle <-chan time.Time
	tidied := false
	for {
		select {
		case <-s.wake:
			if idle = nil; due == nil {
				due = time.After(between)
			}
			if s.piled() {
				s.spill()
			}
		case <-due:
			due = nil
			switch {
			case s.commit() != nil:
				due = time.After(between)
			case s.crowded():
				s.tidy()
			case !tidied:
				idle = time.After(quiet)
			}
		case <-idle:
			idle, tidied = nil, true
			s.tidy()
		case <-s.quit:
			return
		}
	}
}

// crowded reports whether the segments take more than the cap, and a segment
// more than when that was last so.
func (s *Store) crowded() bool {
	s.disk.Lock()
	defer s.disk.Unlock()
	if s.taken <= s.opt.Cap || s.over || s.taken < s.tidied+segmentSize {
		return false
	}
	s.tidied = s.taken
	return true
}

// piled reports whether the texts that wait in memory are worth a write.
func (s *Store) piled() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.inMemory > pile
}

// Flush writes what was recorded, if anything is written at all, and returns
// why it could not.
func (s *Store) Flush() error {
	s.mu.Lock()
	keeping, stopped, trouble := s.keeping, s.stopped, s.trouble
	s.mu.Unlock()
	switch {
	case stopped:
		return trouble
	case keeping:
		return s.commit()
	}
	return nil
}

// Close writes what was recorded and ends the store. It returns an error only if
// [Store.Trouble] has not reported it before.
func (s *Store) Close() error {
	s.leaving.Store(true)
	before := s.Trouble()
	err := s.Flush()
	if err == before {
		err = nil
	}
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed, s.stopped = true, true
	ended, db, segments := s.ended, s.db, s.segments
	s.db = nil
	s.room.Broadcast()
	s.mu.Unlock()
	close(s.quit)
	if ended != nil {
		<-ended
	}
	for _, g := range segments {
		g.close()
	}
	if db == nil {
		return err
	}
	if s.over { // now that the segments of this process are nobody's any more
		s.tidyIn(db, func() bool { return false })
	}
	return errors.Join(err, db.Close())
}

// spill writes texts to segment files; the disk may not have them yet.
func (s *Store) spill() error {
	s.disk.Lock()
	defer s.disk.Unlock()
	db, err := s.database(true)
	if err == nil && db != nil {
		err = s.spillTo(db, false)
	}
	if err != nil {
		return s.refuse(err)
	}
	return nil
}

// spillTo writes texts to the segment files of a database, see [segment.spill].
func (s *Store) spillTo(db *database.DB, all bool) error {
	s.mu.Lock()
	segments := slices.Clone(s.segments)
	s.mu.Unlock()
	for _, g := range segments {
		if !g.waiting() {
			continue
		}
		if err := s.settle(db, g); err != nil {
			return err
		}
		n, err := g.spill(all)
		if err != nil {
			return database.Fault(s.folder(), err)
		}
		s.mu.Lock()
		s.inMemory -= n
		s.room.Broadcast()
		s.mu.Unlock()
	}
	return nil
}

// commit writes the changes there are in one transaction, after the texts they
// point to. Where the database turns out to be damaged and is set aside, a
// second one is begun.
func (s *Store) commit() error {
	s.disk.Lock()
	defer s.disk.Unlock()
	err := s.commitOnce()
	if err != nil && s.refuse(err) == nil {
		if err = s.commitOnce(); err != nil {
			return s.refuse(err)
		}
	}
	return err
}

func (s *Store) commitOnce() error {
	db, err := s.database(true)
	if db == nil || err != nil {
		return err
	}
	changes, roots := s.take()
	err = s.spillTo(db, true) // with the texts of all these changes
	var sizes map[*segment]int64
	if err == nil {
		sizes, err = s.sync()
	}
	if err == nil && len(changes)+len(roots)+len(sizes) > 0 {
		err = db.Write(context.Background(), func(tx *sql.Tx) error { return s.put(tx, changes, roots, sizes) })
	}
	if err != nil {
		s.giveBack(changes, roots)
		return err
	}
	for g, size := range sizes {
		g.known(size)
	}
	s.refusals = 0
	return nil
}

// take returns what is to be written and begins anew.
func (s *Store) take() (changes map[string]change, roots map[string]bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	changes, roots = s.changes, s.roots
	s.changes, s.roots = make(map[string]change), make(map[string]bool)
	return changes, roots
}

// giveBack takes back the changes that could not be written, except for sources that
// have changed since.
func (s *Store) giveBack(changes map[string]change, roots map[string]bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopped {
		return
	}
	for path, c := range s.changes {
		note(changes, path, c)
	}
	maps.Copy(roots, s.roots)
	s.changes, s.roots = changes, roots
}

// sync waits until the disk has the texts, and returns how long the files are.
func (s *Store) sync() (map[*segment]int64, error) {
	s.mu.Lock()
	segments := slices.Clone(s.segments)
	s.mu.Unlock()
	sizes := make(map[*segment]int64)
	for _, g := range segments {
		size, ok, err := g.sync()
		if err != nil {
			return nil, database.Fault(s.folder(), err)
		}
		if ok {
			sizes[g] = size
		}
	}
	return sizes, nil
}
