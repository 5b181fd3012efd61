package memory

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"juan/model"
)

// together is how many keys one statement asks for.
const together = 200

// Recall returns what is remembered of entries. Those whose key is unknown are looked
// for by the sum of their text.
func (s *Store) Recall(ctx context.Context, among []*model.Entry) (all []model.Remembered, err error) {
	var unknown []*model.Entry
	err = s.read(ctx, func(tx *sql.Tx) error {
		all, unknown = nil, nil
		among, err := s.perhaps(ctx, tx, among)
		if err != nil {
			return err
		}
		for rest := among; len(rest) > 0; {
			n := min(len(rest), together)
			found, err := byKey(ctx, tx, rest[:n])
			if err != nil {
				return err
			}
			for _, e := range rest[:n] {
				if r, ok := found[e.Key]; ok {
					all = append(all, r)
				} else if e.Print != 0 && e.Path != "" && lasting(e.Key) {
					unknown = append(unknown, e)
				}
			}
			rest = rest[n:]
		}
		unknown, err = alike(ctx, tx, unknown)
		return err
	})
	for _, e := range unknown {
		r, ok, e := s.Place(ctx, e)
		if e != nil {
			return all, e
		}
		if ok {
			all = append(all, r)
		}
	}
	return all, err
}

// byKey returns what is kept under the keys of entries.
func byKey(ctx context.Context, tx *sql.Tx, among []*model.Entry) (map[string]model.Remembered, error) {
	args := make([]any, len(among))
	for i, e := range among {
		args[i] = e.Key
	}
	found := make(map[string]model.Remembered)
	err := each(ctx, tx, "SELECT key, print, share, at FROM articles WHERE key IN "+list(len(args)), args, func(scan func(...any) error) error {
		var r model.Remembered
		var print, at int64
		err := scan(&r.Key, &print, &r.Share, &at)
		r.Print, r.At = uint64(print), time.UnixMilli(at)
		found[r.Key] = r
		return err
	})
	return found, err
}

// list returns the list of n parameters.
func list(n int) string { return "(?" + strings.Repeat(",?", max(n-1, 0)) + ")" }

// alike returns those of entries whose text is kept under another key.
func alike(ctx context.Context, tx *sql.Tx, among []*model.Entry) (some []*model.Entry, err error) {
	for len(among) > 0 {
		n := min(len(among), together)
		args := make([]any, 0, 2*n)
		for range 2 {
			for _, e := range among[:n] {
				args = append(args, int64(e.Print))
			}
		}
		there := make(map[uint64]bool)
		query := "SELECT print FROM articles WHERE print IN " + list(n) + " UNION SELECT print FROM marks WHERE print IN " + list(n)
		err := each(ctx, tx, query, args, func(scan func(...any) error) error {
			var print int64
			err := scan(&print)
			there[uint64(print)] = true
			return err
		})
		if err != nil {
			return nil, err
		}
		for _, e := range among[:n] {
			if there[e.Print] {
				some = append(some, e)
			}
		}
		among = among[n:]
	}
	return some, nil
}

// Place returns all that is kept of the article of an entry.
func (s *Store) Place(ctx context.Context, e *model.Entry) (r model.Remembered, ok bool, err error) {
	if !lasting(e.Key) {
		return r, false, nil
	}
	key, from := keyOf(e.Key), ""
	err = s.read(ctx, func(tx *sql.Tx) error {
		var err error
		if r, ok, err = place(ctx, tx, key); err == nil && !ok {
			from, err = moved(ctx, tx, e, key)
		}
		return err
	})
	if from != "" && err == nil {
		err = s.write(ctx, func(tx *sql.Tx) error {
			if err := rename(ctx, tx, from, key); err != nil {
				return err
			}
			var err error
			r, ok, err = place(ctx, tx, key)
			return err
		})
		r.Was = from
	}
	if ok {
		r.Key = e.Key
	}
	return r, ok, err
}

// place returns what is kept under a key.
func place(ctx context.Context, tx *sql.Tx, key string) (r model.Remembered, ok bool, err error) {
	row := tx.QueryRowContext(ctx, "SELECT "+articleColumns+" FROM articles WHERE key = ?", key)
	if r, err = article(row.Scan); errors.Is(err, sql.ErrNoRows) {
		return r, false, nil
	}
	return r, err == nil, err
}

const articleColumns = "key, path, title, print, share, line, place, folds, at"

// article reads a row of articles.
func article(scan func(...any) error) (r model.Remembered, err error) {
	var where, folds string
	var print, at int64
	if err := scan(&r.Key, &r.Path, &r.Title, &print, &r.Share, &r.Row, &where, &folds, &at); err != nil {
		return r, err
	}
	decode(where, &r.Place)
	decode(folds, &r.Folds)
	r.Print, r.At = uint64(print), time.UnixMilli(at)
	return r, nil
}

// moved returns the key under which something is kept of the article of an entry whose
// file had another name, "" where there is none: an article with the same text whose
// file is gone.
func moved(ctx context.Context, tx *sql.Tx, e *model.Entry, key string) (from string, err error) {
	if e.Print == 0 || e.Path == "" {
		return "", nil
	}
	query := "SELECT key, path FROM articles WHERE print = ?1 UNION SELECT key, path FROM marks WHERE print = ?1"
	err = each(ctx, tx, query, []any{int64(e.Print)}, func(scan func(...any) error) error {
		var other, path string
		err := scan(&other, &path)
		if from == "" && other != key && gone(path) {
			from = other
		}
		return err
	})
	return from, err
}

// rename has what is kept under a key be kept under another.
func rename(ctx context.Context, tx *sql.Tx, from, to string) error {
	for _, table := range []string{"articles", "marks"} {
		if _, err := tx.ExecContext(ctx, "UPDATE OR REPLACE "+table+" SET key = ?, path = ? WHERE key = ?", to, fileOf(to), from); err != nil {
			return err
		}
	}
	return nil
}
