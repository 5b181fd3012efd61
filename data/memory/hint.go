package memory

import (
	"context"
	"database/sql"
	"hash/fnv"
	"slices"

	"juan/model"
)

// many is how many entries are asked for at once, at least, for a hint to be worth
// making.
const many = 500

// A hint rules out quickly that anything is kept for most entries: for a library of a
// hundred thousand the database is asked about a few. It is made once, so it does not
// know what other processes save later.
type hint struct{ keys, prints []uint64 } // hashes of keys, and prints; sorted

// perhaps returns those of entries of which something may be kept.
func (s *Store) perhaps(ctx context.Context, tx *sql.Tx, among []*model.Entry) ([]*model.Entry, error) {
	s.mu.Lock()
	h := s.hint
	s.mu.Unlock()
	if h == nil && len(among) < many {
		return among, nil
	}
	if h == nil {
		h = new(hint)
		if err := h.read(ctx, tx); err != nil {
			return nil, err
		}
		s.mu.Lock()
		s.hint = h
		s.mu.Unlock()
	}
	var some []*model.Entry
	for _, e := range among {
		_, key := slices.BinarySearch(h.keys, hashed(e.Key))
		_, print := slices.BinarySearch(h.prints, e.Print)
		if key || print && e.Print != 0 {
			some = append(some, e)
		}
	}
	return some, nil
}

func (h *hint) read(ctx context.Context, tx *sql.Tx) error {
	for _, table := range []string{"articles", "marks"} {
		err := each(ctx, tx, "SELECT key, print FROM "+table, nil, func(scan func(...any) error) error {
			var key string
			var print int64
			err := scan(&key, &print)
			h.keys, h.prints = append(h.keys, hashed(key)), append(h.prints, uint64(print))
			return err
		})
		if err != nil {
			return err
		}
	}
	slices.Sort(h.keys)
	slices.Sort(h.prints)
	return nil
}

func hashed(key string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(key))
	return h.Sum64()
}
