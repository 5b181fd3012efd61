package catalogue

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"os"
	"path/filepath"

	"juan/model"
)

// Known yields what is known of the sources at or below an absolute path, in the order
// of their paths. It opens the catalogue if there is one. An error ends it, and nothing
// is lost but time: unless the database was only locked for a moment, [Store.Trouble]
// reports it.
func (s *Store) Known(ctx context.Context, root string) iter.Seq2[Known, error] {
	return func(yield func(Known, error) bool) {
		s.mu.Lock()
		s.asked[root], s.roots[root] = true, true
		s.mu.Unlock()
		db, err := s.database(false)
		if err == nil && db == nil {
			return
		}
		if err == nil {
			err = db.Read(ctx, func(tx *sql.Tx) error {
				if err := s.enlist(tx); err != nil {
					return err
				}
				k := knowing{s: s, yield: yield}
				return k.below(ctx, tx, root)
			})
		}
		if err == nil || errors.Is(err, errStop) {
			return
		}
		if ctx.Err() == nil {
			s.disk.Lock()
			s.refuse(err)
			s.disk.Unlock()
		}
		yield(Known{}, err)
	}
}

// errStop says that the caller wants no more.
var errStop = errors.New("stopped")

// enlist gives each segment of the database a number, and opens its file.
func (s *Store) enlist(tx *sql.Tx) error {
	rows, err := tx.Query("SELECT id, name FROM segments")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var name string
		if err := rows.Scan(&id, &name); err != nil {
			return err
		}
		s.enter(id, filepath.Join(s.folder(), filepath.Base(name)))
	}
	return rows.Err()
}

// enter gives a segment file its number, or sees how long it is now. A file
// that cannot be opened gets none.
func (s *Store) enter(id int64, path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	number, ok := s.numbers[id]
	if !ok {
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			f, err = os.Open(path)
		}
		if err != nil {
			return
		}
		s.segments = append(s.segments, &segment{file: f, id: id, full: true})
		number = int32(len(s.segments))
		s.numbers[id] = number
	}
	s.segments[number-1].measure()
}

// knowing puts rows together to what is known of sources.
type knowing struct {
	s     *Store
	yield func(Known, error) bool
	path  string // of the source under way
	next  int    // its part that is due; 0 where none is under way
	skip  bool   // its rows cannot be used
	// reached is the source as the last of its stretches has it, nil in the middle
	// of one.
	reached *Source
}

// below yields the sources at or below root.
func (k *knowing) below(ctx context.Context, tx *sql.Tx, root string) error {
	const columns = "SELECT path, part, data FROM sources WHERE "
	from, to := inside(root)
	if err := k.each(ctx, tx, columns+"path = ? ORDER BY part", []byte(root)); err != nil {
		return err
	}
	return k.each(ctx, tx, columns+"path >= ? AND path < ? ORDER BY path, part", from, to)
}

// each yields the sources whose rows a query returns.
func (k *knowing) each(ctx context.Context, tx *sql.Tx, query string, args ...any) error {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	var path, data sql.RawBytes
	var part int
	for rows.Next() {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := rows.Scan(&path, &part, &data); err != nil {
			return err
		}
		if err := k.row(string(path), part, data); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return k.end()
}

// row takes the next row.
func (k *knowing) row(path string, part int, data []byte) error {
	if path != k.path {
		if err := k.end(); err != nil {
			return err
		}
		k.path, k.skip = path, false
	}
	if k.skip {
		return nil
	}
	r, ok := k.s.decode(k.path, part, data)
	if !ok || part != k.next || !k.s.find(r.entries) {
		k.skip = true
		return k.end()
	}
	k.next++
	if k.reached = nil; r.ends() {
		k.next, k.skip = 0, true
	} else if r.last {
		k.reached = &r.source
	}
	return k.give(Known{r.source, r.entries, !r.ends()})
}

// give yields one source; a source that was kept before stays on disk, however small it
// is now.
func (k *knowing) give(known Known) error {
	k.s.mu.Lock()
	k.s.keep()
	k.s.mu.Unlock()
	if !k.yield(known, nil) {
		return errStop
	}
	return nil
}

// end says of a source under way how far it was read, or that its rest is damaged.
func (k *knowing) end() error {
	if k.next == 0 {
		return nil
	}
	rest := Source{Path: k.path}
	if k.reached != nil && !k.skip {
		rest = *k.reached
		rest.Note = nil // that one was reported
	}
	k.next, k.reached = 0, nil
	return k.give(Known{Source: rest})
}

// inside returns the bounds of the paths below root: [from, to).
func inside(root string) (from, to []byte) {
	const separator = filepath.Separator
	from = []byte(root)
	if len(from) == 0 || from[len(from)-1] != separator {
		from = append(from, separator)
	}
	to = append([]byte(nil), from...)
	to[len(to)-1]++
	return from, to
}

// find replaces the segments of the database by those of the process and seals
// the entries; ok is false where a text is in none.
func (s *Store) find(entries []*model.Entry) (ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, e := range entries {
		if (e.Text != model.Stored{}) {
			number, ok := s.numbers[int64(e.Text.Segment)]
			if !ok || e.Text.At+e.Text.Len+e.Text.Marks > s.segments[number-1].size {
				return false
			}
			e.Text.Segment = number
		}
		entries[i] = e.Sealed()
	}
	return true
}

// measure sees how long the file of a segment is that others write to.
func (g *segment) measure() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if info, err := g.file.Stat(); err == nil {
		g.size, g.written, g.told = info.Size(), info.Size(), info.Size()
	}
}
