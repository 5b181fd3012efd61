package catalogue

import (
	"database/sql"
	"maps"
	"slices"
	"time"

	"juan/model"
)

// put writes changes. A source whose text has lost its segment, since another process
// cleared the catalogue, is left out, and so is one for which there is no room: it is
// read anew when it is opened next.
func (s *Store) put(tx *sql.Tx, changes map[string]change, roots map[string]bool, sizes map[*segment]int64) error {
	for g, size := range sizes {
		if _, err := tx.Exec("UPDATE segments SET size = max(size, ?) WHERE id = ?", size, g.id); err != nil {
			return err
		}
	}
	there, err := segmentIDs(tx)
	if err != nil {
		return err
	}
	s.lose(there)
	now := time.Now().UnixNano()
	for root := range roots {
		if _, err := tx.Exec("INSERT OR REPLACE INTO roots (path, used) VALUES (?, ?)", []byte(root), now); err != nil {
			return err
		}
	}
	drop, err := tx.Prepare(dropSource)
	if err != nil {
		return err
	}
	defer drop.Close()
	add, err := tx.Prepare(addRow)
	if err != nil {
		return err
	}
	defer add.Close()
	for _, path := range slices.Sorted(maps.Keys(changes)) { // neighbours lie on the same page
		c, part := changes[path], 0
		if c.after == nil {
			_, err = drop.Exec([]byte(path))
		} else {
			part, err = s.after(tx, *c.after)
		}
		if err != nil {
			return err
		}
		for _, one := range c.stretches {
			if part < 0 || s.over || !s.onDisk(one.entries) {
				break // what goes on from it is left out with it
			}
			rows := s.rows(one, part, s.place)
			if err := insert(rows, add.Exec); err != nil {
				return err
			}
			part += len(rows)
		}
	}
	return tx.QueryRow("SELECT coalesce(sum(size), 0) FROM segments").Scan(&s.taken)
}

const (
	dropSource = "DELETE FROM sources WHERE path = ?"
	addRow     = "INSERT INTO sources (path, part, articles, data) VALUES (?, ?, ?, ?)"
)

// after returns the number of the row that goes on from a stretch of a source,
// -1 where that is not the last the database has.
func (s *Store) after(tx *sql.Tx, after Source) (part int, err error) {
	part = -1
	const last = "SELECT part, data FROM sources WHERE path = ? ORDER BY part DESC LIMIT 1"
	err = each(tx, last, func(scan func(...any) error) error {
		var number int
		var data sql.RawBytes
		if err := scan(&number, &data); err != nil {
			return err
		}
		if r, ok := s.decode(after.Path, number, data); ok && r.last && r.source.goesOn(after) {
			part = number + 1
		}
		return nil
	}, []byte(after.Path))
	return part, err
}

// insert writes rows by exec, which runs addRow.
func insert(rows []row, exec func(...any) (sql.Result, error)) error {
	for _, r := range rows {
		if _, err := exec([]byte(r.source.Path), r.part, len(r.entries), r.bytes); err != nil {
			return err
		}
	}
	return nil
}

// segmentIDs returns the segments the database has.
func segmentIDs(tx *sql.Tx) (map[int64]bool, error) {
	all := make(map[int64]bool)
	err := each(tx, "SELECT id FROM segments", func(scan func(...any) error) error {
		var id int64
		err := scan(&id)
		all[id] = true
		return err
	})
	return all, err
}

// lose lets go of the segments that the database has no more.
func (s *Store) lose(there map[int64]bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, g := range s.segments {
		if g.id != 0 && !there[g.id] {
			delete(s.numbers, g.id)
			g.lose()
		}
	}
}

// onDisk reports whether the texts of all entries are in segments that the
// database has.
func (s *Store) onDisk(entries []*model.Entry) bool {
	for _, e := range entries {
		if (e.Text == model.Stored{}) {
			continue
		}
		if g := s.segment(e.Text.Segment); g == nil || g.id == 0 || e.Text.At+e.Text.Len+e.Text.Marks > g.filed() {
			return false
		}
	}
	return true
}

// place returns where a text lies according to the database.
func (s *Store) place(text model.Stored) model.Stored {
	if g := s.segment(text.Segment); g != nil {
		text.Segment, text.At = int32(g.id), g.base+text.At
	}
	return text
}
