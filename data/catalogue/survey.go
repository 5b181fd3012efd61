package catalogue

import (
	"cmp"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A survey is what takes room in a catalogue.
type survey struct {
	sources  []taking
	segments map[int64]*room
	roots    map[string]int64 // when each folder was opened last, in nanoseconds
	vanished []string         // folders that are no more
	drop     map[string]bool  // sources to be dropped
}

// A taking is a source and the text it has.
type taking struct {
	path string
	used int64 // when a folder it lies in was opened last, 0 where none was
	text []lying
}

// A lying is bytes of text in a segment.
type lying struct{ segment, n int64 }

// A room is a segment file: its bytes, and those of them that are the text of
// a source.
type room struct {
	name       string
	size, used int64
}

// survey reads the whole catalogue. Rows that cannot be used are to be dropped, and so
// are the sources of folders that are gone.
func (s *Store) survey(tx *sql.Tx) (*survey, error) {
	v := &survey{segments: make(map[int64]*room), roots: make(map[string]int64), drop: make(map[string]bool)}
	err := each(tx, "SELECT id, name, size FROM segments", func(scan func(...any) error) error {
		var id int64
		var r room
		err := scan(&id, &r.name, &r.size)
		v.segments[id] = &r
		return err
	})
	if err != nil {
		return nil, err
	}
	err = each(tx, "SELECT path, used FROM roots", func(scan func(...any) error) error {
		var path []byte
		var used int64
		err := scan(&path, &used)
		v.roots[string(path)] = used
		return err
	})
	if err != nil {
		return nil, err
	}
	for root := range v.roots {
		if _, err := os.Lstat(root); errors.Is(err, fs.ErrNotExist) {
			v.vanished = append(v.vanished, root)
		}
	}
	err = each(tx, "SELECT path, part, data FROM sources ORDER BY path, part", func(scan func(...any) error) error {
		var path, data sql.RawBytes
		var part int
		if err := scan(&path, &part, &data); err != nil {
			return err
		}
		r, ok := s.decode(string(path), part, data)
		v.take(string(path), r, ok)
		return nil
	})
	for _, t := range v.sources {
		v.count(t, 1)
	}
	return v, err
}

// each runs what for every row of a query.
func each(tx *sql.Tx, query string, what func(scan func(...any) error) error, args ...any) error {
	rows, err := tx.Query(query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := what(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// take notes one row.
func (v *survey) take(path string, r row, ok bool) {
	if last := len(v.sources) - 1; last < 0 || v.sources[last].path != path {
		used, lost := v.lastUse(path)
		v.sources = append(v.sources, taking{path: path, used: used})
		if lost {
			v.drop[path] = true
		}
	}
	t := &v.sources[len(v.sources)-1]
	for _, e := range r.entries {
		id, n := int64(e.Text.Segment), e.Text.Len+e.Text.Marks
		if last := len(t.text) - 1; last >= 0 && t.text[last].segment == id {
			t.text[last].n += n
		} else if n > 0 {
			t.text = append(t.text, lying{id, n})
		}
	}
	if !ok {
		v.drop[path] = true
	}
}

// lastUse returns when a folder that contains a source was opened last, and whether all
// such folders are gone.
func (v *survey) lastUse(path string) (used int64, lost bool) {
	there, gone := false, false
	for root, when := range v.roots {
		if !lies(path, root) {
			continue
		}
		if slices.Contains(v.vanished, root) {
			gone = true
			continue
		}
		there = true
		used = max(used, when)
	}
	return used, gone && !there
}

// lies reports whether a path is root or below it.
func lies(path, root string) bool {
	rest, ok := strings.CutPrefix(path, root)
	return ok && (rest == "" || rest[0] == filepath.Separator || strings.HasSuffix(root, string(filepath.Separator)))
}

// count counts the text of a source in (1) or out (-1).
func (v *survey) count(t taking, sign int64) {
	for _, l := range t.text {
		if r := v.segments[l.segment]; r != nil {
			r.used += sign * l.n
		}
	}
}

// evict has the sources dropped that cannot be used, and where the rest takes
// more than limit those used least recently; none in the folders that are
// open. It reports whether the rest is too much even so.
func (v *survey) evict(limit int64, open map[string]bool) (over bool) {
	slices.SortStableFunc(v.sources, func(a, b taking) int { return cmp.Compare(a.used, b.used) })
	var used int64
	for _, t := range v.sources {
		if v.drop[t.path] {
			v.count(t, -1)
		}
	}
	for _, r := range v.segments {
		used += r.used
	}
	if used <= limit {
		return false
	}
	for _, t := range v.sources {
		if used <= limit-limit/4 {
			break
		}
		if v.drop[t.path] || isOpen(t.path, open) {
			continue
		}
		v.drop[t.path] = true
		v.count(t, -1)
		for _, l := range t.text {
			used -= l.n
		}
	}
	return used > limit
}

func isOpen(path string, open map[string]bool) bool {
	for root := range open {
		if lies(path, root) {
			return true
		}
	}
	return false
}

// wasteful returns the segments worth emptying: most of their text is nobody's,
// or where room is short some of it.
func (v *survey) wasteful(limit int64) []int64 {
	var size int64
	for _, r := range v.segments {
		size += r.size
	}
	var all []int64
	for id, r := range v.segments {
		if r.used < r.size/2 || size > limit && r.used < r.size-r.size/10 {
			all = append(all, id)
		}
	}
	slices.Sort(all)
	return all
}

// missing returns the segments whose file is not in the folder.
func (v *survey) missing(folder string) []int64 {
	var all []int64
	for id, r := range v.segments {
		if _, err := os.Lstat(filepath.Join(folder, r.name)); errors.Is(err, fs.ErrNotExist) {
			all = append(all, id)
		}
	}
	return all
}
