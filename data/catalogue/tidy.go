package catalogue

import (
	"context"
	"database/sql"
	"errors"
	"hash/crc32"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"juan/data/database"
	"juan/model"
)

// tidy drops unusable rows, the least recently used folders where the segments exceed
// the cap, and segments whose text is mostly unused, after copying the rest to another.
// Processes that have their files open can still read them.
func (s *Store) tidy() error {
	s.disk.Lock()
	defer s.disk.Unlock()
	db, err := s.database(false)
	if db == nil || err != nil {
		return err
	}
	if err := s.tidyIn(db, s.leaving.Load); err != nil && !errors.Is(err, errStop) {
		return s.refuse(err)
	}
	return nil
}

// tidyIn is tidy without the lock. It gives up where leave says so.
func (s *Store) tidyIn(db *database.DB, leave func() bool) error {
	var v *survey
	err := db.Read(context.Background(), func(tx *sql.Tx) (err error) {
		v, err = s.survey(tx)
		return err
	})
	if err != nil {
		return err
	}
	s.mu.Lock()
	open := maps.Clone(s.asked)
	s.mu.Unlock()
	s.over = v.evict(s.opt.Cap, open)
	m := moving{s: s, db: db, victims: make(map[int64]*os.File), to: make(map[model.Stored]model.Stored)}
	defer m.close()
	for _, id := range v.wasteful(s.opt.Cap) {
		if f := appendable(filepath.Join(s.folder(), v.segments[id].name), 0); f != nil {
			m.victims[id] = f
		}
	}
	m.missing = v.missing(s.folder())
	if err := m.copy(v, leave); err != nil {
		return err
	}
	if err := db.Write(context.Background(), func(tx *sql.Tx) error { return m.apply(tx, v) }); err != nil {
		return err
	}
	m.close()
	// Inside a writing transaction no other process can be creating a segment file.
	return db.Write(context.Background(), s.sweep)
}

// moving is text under way from wasteful segments to others. A victim is locked
// so long, so nobody appends to it.
type moving struct {
	s       *Store
	db      *database.DB
	victims map[int64]*os.File
	missing []int64                       // segments without a file
	to      map[model.Stored]model.Stored // places according to the database
	paths   []string                      // the sources whose text moves
	filling *segment
	filled  []*segment
}

func (m *moving) close() {
	for _, f := range m.victims {
		f.Close()
	}
	for _, g := range m.filled {
		g.close()
	}
}

// copy writes the text of the sources that stay and waits for the disk.
func (m *moving) copy(v *survey, leave func() bool) error {
	for _, t := range v.sources {
		if leave() {
			return errStop
		}
		if v.drop[t.path] || !slices.ContainsFunc(t.text, func(l lying) bool { return m.victims[l.segment] != nil }) {
			continue
		}
		var all []row
		err := m.db.Read(context.Background(), func(tx *sql.Tx) (err error) {
			all, err = m.s.rowsOf(tx, t.path)
			return err
		})
		if err != nil {
			return err
		}
		m.paths = append(m.paths, t.path)
		for _, r := range all {
			for _, e := range r.entries {
				if err := m.text(e.Text); err != nil {
					return err
				}
			}
		}
	}
	for _, g := range m.filled {
		if _, err := g.spill(true); err != nil {
			return database.Fault(m.s.folder(), err)
		}
		if _, _, err := g.sync(); err != nil {
			return database.Fault(m.s.folder(), err)
		}
	}
	return nil
}

// text copies one text. One that is damaged is left behind, and its source is
// not known any more.
func (m *moving) text(text model.Stored) error {
	f := m.victims[int64(text.Segment)]
	if f == nil {
		return nil
	}
	b := make([]byte, text.Len+text.Marks)
	if _, err := f.ReadAt(b, text.At); err != nil || crc32.Checksum(b, castagnoli()) != text.Sum {
		return nil
	}
	var at int64
	ok := false
	if m.filling != nil {
		at, ok = m.filling.add(stringOf(b), nil)
	}
	if !ok {
		m.filling = &segment{}
		at, _ = m.filling.add(stringOf(b), nil)
		if err := m.s.settle(m.db, m.filling); err != nil {
			return err
		}
		m.filled = append(m.filled, m.filling)
	}
	moved := text
	moved.Segment, moved.At = int32(m.filling.id), m.filling.base+at
	m.to[text] = moved
	if m.filling.size-m.filling.written < chunkSize {
		return nil
	}
	_, err := m.filling.spill(true)
	return database.Fault(m.s.folder(), err)
}

// rowsOf returns the rows of a source, none where they cannot be used.
func (s *Store) rowsOf(tx *sql.Tx, path string) ([]row, error) {
	rows, err := tx.Query("SELECT part, data FROM sources WHERE path = ? ORDER BY part", []byte(path))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []row
	for rows.Next() {
		var part int
		var data sql.RawBytes
		if err := rows.Scan(&part, &data); err != nil {
			return nil, err
		}
		r, ok := s.decode(path, part, data)
		if !ok {
			return nil, nil
		}
		all = append(all, r)
	}
	return all, rows.Err()
}

// apply writes to the database what has moved and what is dropped. A source recorded
// since with text in a dropped segment becomes unknown, which costs time and nothing
// else.
func (m *moving) apply(tx *sql.Tx, v *survey) error {
	for _, g := range m.filled {
		if _, err := tx.Exec("UPDATE segments SET size = ? WHERE id = ?", g.base+g.written, g.id); err != nil {
			return err
		}
	}
	for path := range v.drop {
		if _, err := tx.Exec(dropSource, []byte(path)); err != nil {
			return err
		}
	}
	for _, root := range v.vanished {
		if _, err := tx.Exec("DELETE FROM roots WHERE path = ?", []byte(root)); err != nil {
			return err
		}
	}
	for _, path := range m.paths {
		if err := m.point(tx, path); err != nil {
			return err
		}
	}
	for _, id := range slices.AppendSeq(m.missing, maps.Keys(m.victims)) {
		if _, err := tx.Exec("DELETE FROM segments WHERE id = ?", id); err != nil {
			return err
		}
	}
	return nil
}

// point writes the rows of a source anew, with the places its texts have now.
func (m *moving) point(tx *sql.Tx, path string) error {
	all, err := m.s.rowsOf(tx, path)
	if err != nil || len(all) == 0 {
		return err
	}
	if _, err := tx.Exec(dropSource, []byte(path)); err != nil {
		return err
	}
	for i := range all {
		if !m.repoint(&all[i]) {
			return nil
		}
	}
	return insert(all, func(args ...any) (sql.Result, error) { return tx.Exec(addRow, args...) })
}

// repoint writes into a row the places that its texts have now; ok is false where
// one of them was lost.
func (m *moving) repoint(r *row) (ok bool) {
	var b []byte
	for _, e := range r.entries {
		at, ok := m.to[e.Text]
		if !ok {
			if at = e.Text; m.victims[int64(at.Segment)] != nil {
				return false
			}
		}
		b = appendEntry(b, r.source.Path, e, at)
	}
	r.bytes = m.s.encode(*r, b)
	return true
}

// sweep deletes the files of segments that the database does not have. One that
// is locked is some process's still.
func (s *Store) sweep(tx *sql.Tx) error {
	names := make(map[string]bool)
	err := each(tx, "SELECT name FROM segments", func(scan func(...any) error) error {
		var name string
		err := scan(&name)
		names[name] = true
		return err
	})
	if err != nil {
		return err
	}
	files, err := os.ReadDir(s.folder())
	if err != nil {
		return database.Fault(s.folder(), err)
	}
	for _, file := range files {
		if names[file.Name()] {
			continue
		}
		path := filepath.Join(s.folder(), file.Name())
		if f := appendable(path, 0); f != nil {
			f.Close()
			os.Remove(path)
		}
	}
	return nil
}
