package memory

import (
	"cmp"
	"context"
	"crypto/rand"
	"database/sql"
	"slices"
	"time"

	"juan/model"
)

const markColumns = "id, key, path, title, print, kind, start, stop, quote, note, made, changed"

// Marks returns the marks in the article of an entry, also where its file had another
// name.
func (s *Store) Marks(ctx context.Context, e *model.Entry) (all []model.Mark, err error) {
	if !lasting(e.Key) {
		return nil, nil
	}
	key, from := keyOf(e.Key), ""
	err = s.read(ctx, func(tx *sql.Tx) error {
		if all, err = marks(ctx, tx, "WHERE key = ?", key); err != nil || len(all) > 0 {
			return err
		}
		from, err = moved(ctx, tx, e, key)
		return err
	})
	if err == nil && from != "" {
		err = s.write(ctx, func(tx *sql.Tx) error {
			if err := rename(ctx, tx, from, key); err != nil {
				return err
			}
			all, err = marks(ctx, tx, "WHERE key = ?", key)
			return err
		})
	}
	for i := range all {
		all[i].Key = e.Key
	}
	return all, err
}

// AllMarks returns the marks in all articles, by article.
func (s *Store) AllMarks(ctx context.Context) (all []model.Mark, err error) {
	err = s.read(ctx, func(tx *sql.Tx) error {
		all, err = marks(ctx, tx, "")
		return err
	})
	return all, err
}

// marks returns the marks of which a condition holds, those of an article in the order
// of its text.
func marks(ctx context.Context, tx *sql.Tx, where string, args ...any) (all []model.Mark, err error) {
	err = each(ctx, tx, "SELECT "+markColumns+" FROM marks "+where, args, func(scan func(...any) error) error {
		var m model.Mark
		var start, stop string
		var print, made, changed int64
		err := scan(&m.ID, &m.Key, &m.Path, &m.Title, &print, &m.Kind, &start, &stop, &m.Quote, &m.Note, &made, &changed)
		decode(start, &m.From)
		decode(stop, &m.To)
		m.Print, m.Made, m.Changed = uint64(print), time.UnixMilli(made), time.UnixMilli(changed)
		all = append(all, m)
		return err
	})
	slices.SortStableFunc(all, func(a, b model.Mark) int {
		return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.From.Share, b.From.Share), a.Made.Compare(b.Made), cmp.Compare(a.ID, b.ID))
	})
	return all, err
}

// PutMark keeps a mark. Times that it does not have are now.
func (s *Store) PutMark(ctx context.Context, m model.Mark) (model.Mark, error) {
	if m.ID == "" {
		m.ID = rand.Text()
	}
	now := time.Now().Truncate(time.Millisecond)
	if m.Made.IsZero() {
		m.Made = now
	}
	if m.Changed.IsZero() {
		m.Changed = now
	}
	kept := m
	kept.Key = keyOf(m.Key)
	kept.Path = fileOf(kept.Key)
	return m, s.write(ctx, func(tx *sql.Tx) error { return putMark(ctx, tx, kept) })
}

func putMark(ctx context.Context, tx *sql.Tx, m model.Mark) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO marks("+markColumns+`) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)
ON CONFLICT(id) DO UPDATE SET key = excluded.key, path = excluded.path, title = excluded.title, print = excluded.print,
kind = excluded.kind, start = excluded.start, stop = excluded.stop, quote = excluded.quote, note = excluded.note,
made = excluded.made, changed = excluded.changed WHERE excluded.changed >= changed`,
		m.ID, m.Key, m.Path, m.Title, int64(m.Print), m.Kind, encode(m.From), encode(m.To), m.Quote, m.Note, m.Made.UnixMilli(), m.Changed.UnixMilli())
	return err
}

// PutMarks keeps marks as they are, all or none.
func (s *Store) PutMarks(ctx context.Context, all []model.Mark) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		for _, m := range all {
			if err := putMark(ctx, tx, m); err != nil {
				return err
			}
		}
		return nil
	})
}

// MarksOf returns the marks in a file, in the files of a folder, or in the embedded
// article with an ID; all marks for "". They need not be there any more.
func (s *Store) MarksOf(ctx context.Context, path string) ([]model.Mark, error) {
	all, err := s.AllMarks(ctx)
	if path == "" || err != nil {
		return all, err
	}
	of := forgetting{path: absentPath(path), id: path}
	return slices.DeleteFunc(all, func(m model.Mark) bool { return !of.covers(m.Key, m.Path) }), nil
}

// DropMark forgets a mark.
func (s *Store) DropMark(ctx context.Context, id string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM marks WHERE id = ?", id)
		return err
	})
}
