package memory

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"

	"juan/model"
)

// recentMost is how many queries are kept.
const recentMost = 50

// begin reads what a run begins with.
func (s *Store) begin(ctx context.Context) (b model.Begun, err error) {
	err = s.read(ctx, func(tx *sql.Tx) error {
		b = model.Begun{}
		for _, q := range []struct {
			query, name string
			to          any
		}{
			{"SELECT data FROM sessions WHERE sources = ?", s.sources, &b.Session},
			{"SELECT value FROM habits WHERE name = ?", "panes", &b.Habits},
		} {
			var data string
			if err := tx.QueryRowContext(ctx, q.query, q.name).Scan(&data); err == nil {
				decode(data, q.to)
			} else if !errors.Is(err, sql.ErrNoRows) {
				return err
			}
		}
		if err := tx.QueryRowContext(ctx, "SELECT EXISTS(SELECT 1 FROM articles) OR EXISTS(SELECT 1 FROM marks)").Scan(&b.Any); err != nil {
			return err
		}
		if b.Session.Key != "" {
			left, ok, err := place(ctx, tx, keyOf(b.Session.Key))
			if err != nil {
				return err
			}
			if ok {
				b.Left, b.Left.Key = left, b.Session.Key
			}
		}
		b.Habits.Recent, err = queries(ctx, tx)
		return err
	})
	return b, err
}

// queries returns what was looked for, the last one last.
func queries(ctx context.Context, tx *sql.Tx) (all []string, err error) {
	err = each(ctx, tx, "SELECT query FROM queries ORDER BY at, query", nil, func(scan func(...any) error) error {
		var q string
		err := scan(&q)
		all = append(all, q)
		return err
	})
	return all, err
}

// Keep keeps something, all of it or nothing.
func (s *Store) Keep(ctx context.Context, k model.Keeping) error {
	at := k.At.UnixMilli()
	return s.write(ctx, func(tx *sql.Tx) error {
		for _, r := range k.Articles {
			if !lasting(r.Key) {
				continue
			}
			r.Key, r.At = keyOf(r.Key), k.At
			r.Path = fileOf(r.Key)
			if err := putArticle(ctx, tx, r); err != nil {
				return err
			}
		}
		if k.Session != nil && s.sources != "" {
			if err := putSession(ctx, tx, s.sources, encode(withoutPipes(*k.Session)), at); err != nil {
				return err
			}
		}
		if k.Habits == nil {
			return nil
		}
		if err := putHabit(ctx, tx, "panes", encode(withoutRecent(*k.Habits)), at); err != nil {
			return err
		}
		return putQueries(ctx, tx, k.Habits.Recent, k.At)
	})
}

func withoutRecent(h model.Habits) model.Habits {
	h.Recent = nil
	return h
}

func putArticle(ctx context.Context, tx *sql.Tx, r model.Remembered) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO articles("+articleColumns+`) VALUES(?,?,?,?,?,?,?,?,?)
ON CONFLICT(key) DO UPDATE SET path = excluded.path, title = excluded.title, print = excluded.print, share = excluded.share,
line = excluded.line, place = excluded.place, folds = excluded.folds, at = excluded.at WHERE excluded.at >= at`,
		r.Key, r.Path, r.Title, int64(r.Print), r.Share, r.Row, encode(r.Place), encode(r.Folds), r.At.UnixMilli())
	return err
}

func putSession(ctx context.Context, tx *sql.Tx, sources, data string, at int64) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO sessions(sources, data, at) VALUES(?,?,?)
ON CONFLICT(sources) DO UPDATE SET data = excluded.data, at = excluded.at WHERE excluded.at >= at`, sources, data, at)
	return err
}

func putHabit(ctx context.Context, tx *sql.Tx, name, value string, at int64) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO habits(name, value, at) VALUES(?,?,?)
ON CONFLICT(name) DO UPDATE SET value = excluded.value, at = excluded.at WHERE excluded.at >= at`, name, value, at)
	return err
}

// putQueries saves earlier queries, the latest last. A query that is saved already
// keeps its time, unless it was used again: then it moves to the end.
func putQueries(ctx context.Context, tx *sql.Tx, recent []string, at time.Time) error {
	kept, err := queries(ctx, tx)
	if err != nil || same(kept, recent) {
		return err
	}
	for i, q := range recent {
		when := at.UnixMilli() - int64(len(recent)-1-i)
		if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO queries(query, at) VALUES(?,?)", q, when); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, "DELETE FROM queries WHERE query NOT IN (SELECT query FROM queries ORDER BY at DESC, query DESC LIMIT ?)", recentMost)
	return err
}

// same reports whether kept ends with recent.
func same(kept, recent []string) bool {
	return len(kept) >= len(recent) && slices.Equal(kept[len(kept)-len(recent):], recent)
}

// Last returns the sources that were read last, and whether there are any.
func (s *Store) Last(ctx context.Context) (sources []string, ok bool, err error) {
	err = s.read(ctx, func(tx *sql.Tx) error {
		var name string
		err := tx.QueryRowContext(ctx, "SELECT sources FROM sessions ORDER BY at DESC LIMIT 1").Scan(&name)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err == nil {
			ok = true
			decode(name, &sources)
		}
		return err
	})
	return sources, ok, err
}
