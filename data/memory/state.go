package memory

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"juan/data/database"
	"juan/model"
)

// A State is all that is kept, as it is exported.
type State struct {
	Version  int                `json:"version"`
	Articles []model.Remembered `json:"articles"`
	Marks    []model.Mark       `json:"marks"`
	Sessions []Session          `json:"sessions"`
	Habits   *Habits            `json:"habits,omitempty"`
	Queries  []Query            `json:"queries"`
}

// A Session is what is kept of reading some sources, absolute paths.
type Session struct {
	Sources []string  `json:"sources"`
	At      time.Time `json:"at"`
	model.Session
}

// Habits are what the reader chose, and when.
type Habits struct {
	At time.Time `json:"at"`
	model.Habits
}

// A Query is what was looked for, and when that was last.
type Query struct {
	Query string    `json:"query"`
	At    time.Time `json:"at"`
}

// stateVersion counts the changes of how state is exported.
const stateVersion = 1

// Export writes all that is kept as JSON.
func (s *Store) Export(ctx context.Context, to io.Writer) error {
	all := State{Version: stateVersion, Articles: []model.Remembered{}, Marks: []model.Mark{}, Sessions: []Session{}, Queries: []Query{}}
	if err := s.read(ctx, func(tx *sql.Tx) error { return all.load(ctx, tx) }); err != nil {
		return err
	}
	e := json.NewEncoder(to)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(all)
}

// load reads all that is kept.
func (s *State) load(ctx context.Context, tx *sql.Tx) (err error) {
	err = each(ctx, tx, "SELECT "+articleColumns+" FROM articles ORDER BY key", nil, func(scan func(...any) error) error {
		r, err := article(scan)
		s.Articles = append(s.Articles, r)
		return err
	})
	if err != nil {
		return err
	}
	found, err := marks(ctx, tx, "")
	if err != nil {
		return err
	}
	s.Marks = append(s.Marks, found...)
	if s.Sessions, err = sessions(ctx, tx); err != nil {
		return err
	}
	err = each(ctx, tx, "SELECT value, at FROM habits WHERE name = 'panes'", nil, func(scan func(...any) error) error {
		var value string
		var at int64
		err := scan(&value, &at)
		s.Habits = &Habits{At: time.UnixMilli(at)}
		decode(value, &s.Habits.Habits)
		return err
	})
	if err != nil {
		return err
	}
	return each(ctx, tx, "SELECT query, at FROM queries ORDER BY at, query", nil, func(scan func(...any) error) error {
		var q Query
		var at int64
		err := scan(&q.Query, &at)
		q.At = time.UnixMilli(at)
		s.Queries = append(s.Queries, q)
		return err
	})
}

// sessions returns all sessions.
func sessions(ctx context.Context, tx *sql.Tx) ([]Session, error) {
	all := []Session{}
	err := each(ctx, tx, "SELECT sources, data, at FROM sessions ORDER BY at, sources", nil, func(scan func(...any) error) error {
		var sources, data string
		var at int64
		err := scan(&sources, &data, &at)
		one := Session{At: time.UnixMilli(at), Sources: []string{}}
		decode(sources, &one.Sources)
		decode(data, &one.Session)
		all = append(all, one)
		return err
	})
	return all, err
}

// each calls do with each row of a query, whose parameters are args.
func each(ctx context.Context, tx *sql.Tx, query string, args []any, do func(scan func(...any) error) error) error {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// ErrNotState says that the import is not an exported state.
var ErrNotState = errors.New("not an exported state of juan")

// Import merges an export, from here or elsewhere. Where both have something the
// younger stays.
func (s *Store) Import(ctx context.Context, from io.Reader) error {
	var all State
	if err := json.NewDecoder(from).Decode(&all); err != nil {
		return fmt.Errorf("%w: %w", ErrNotState, err)
	}
	if all.Version < 1 || all.Version > stateVersion {
		return ErrNotState
	}
	return s.write(ctx, func(tx *sql.Tx) error { return all.put(ctx, tx) })
}

func (s *State) put(ctx context.Context, tx *sql.Tx) error {
	for _, r := range s.Articles {
		if err := putArticle(ctx, tx, r); err != nil {
			return err
		}
	}
	for _, m := range s.Marks {
		if err := putMark(ctx, tx, m); err != nil {
			return err
		}
	}
	for _, one := range s.Sessions {
		if err := putSession(ctx, tx, encode(one.Sources), encode(one.Session), one.At.UnixMilli()); err != nil {
			return err
		}
	}
	if s.Habits != nil {
		if err := putHabit(ctx, tx, "panes", encode(withoutRecent(s.Habits.Habits)), s.Habits.At.UnixMilli()); err != nil {
			return err
		}
	}
	for _, q := range s.Queries {
		if _, err := tx.ExecContext(ctx, "INSERT INTO queries(query, at) VALUES(?,?) ON CONFLICT(query) DO UPDATE SET at = max(at, excluded.at)", q.Query, q.At.UnixMilli()); err != nil {
			return err
		}
	}
	return nil
}

// Forget forgets all that is kept of a file, of the files in a folder, or of the
// embedded article with an ID, marks included, and returns of how many articles that
// was. They need not be there any more.
func (s *Store) Forget(ctx context.Context, path string) (n int, err error) {
	of := forgetting{path: absentPath(path), id: path}
	err = s.read(ctx, func(*sql.Tx) error { return nil }) // where there is no database none is made
	if err != nil || !s.has() {
		return 0, err
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		n, err = of.run(ctx, tx)
		return err
	})
	return n, err
}

// has reports whether there is a database.
func (s *Store) has() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.db != nil
}

// A forgetting is what is to be forgotten.
type forgetting struct{ path, id string }

// covers reports whether something is kept of what is to be forgotten.
func (f forgetting) covers(key, path string) bool {
	if key == f.id {
		return true
	}
	rest, ok := strings.CutPrefix(path, f.path)
	return ok && path != "" && (rest == "" || rest[0] == filepath.Separator || strings.HasSuffix(f.path, string(filepath.Separator)))
}

func (f forgetting) run(ctx context.Context, tx *sql.Tx) (n int, err error) {
	keys := make(map[string]bool)
	for _, table := range []string{"articles", "marks"} {
		err := each(ctx, tx, "SELECT DISTINCT key, path FROM "+table, nil, func(scan func(...any) error) error {
			var key, path string
			err := scan(&key, &path)
			if f.covers(key, path) {
				keys[key] = true
			}
			return err
		})
		if err != nil {
			return 0, err
		}
	}
	for key := range keys {
		for _, table := range []string{"articles", "marks"} {
			if _, err := tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE key = ?", key); err != nil {
				return 0, err
			}
		}
	}
	return len(keys), f.sessions(ctx, tx)
}

// sessions forgets sessions of what is to be forgotten, and takes it out of others.
func (f forgetting) sessions(ctx context.Context, tx *sql.Tx) error {
	all, err := sessions(ctx, tx)
	if err != nil {
		return err
	}
	inKey := func(key string) bool { return f.covers(key, fileOf(key)) }
	out := func(spots []model.Spot) []model.Spot {
		return slices.DeleteFunc(spots, func(s model.Spot) bool { return inKey(s.Key) })
	}
	for _, one := range all {
		name := encode(one.Sources)
		if slices.ContainsFunc(one.Sources, func(s string) bool { return f.covers(s, s) }) {
			if _, err := tx.ExecContext(ctx, "DELETE FROM sessions WHERE sources = ?", name); err != nil {
				return err
			}
			continue
		}
		one.Back, one.Forth = out(one.Back), out(one.Forth)
		if inKey(one.Key) {
			one.Key = ""
		}
		if err := putSession(ctx, tx, name, encode(one.Session), one.At.UnixMilli()); err != nil {
			return err
		}
	}
	return nil
}

// absentPath returns the absolute form of a path that may not exist, links resolved as
// far as it does.
func absentPath(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	rest := ""
	for at := abs; ; at = filepath.Dir(at) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		if at == filepath.Dir(at) {
			return abs
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}

// A Summary is how much is kept.
type Summary struct {
	Exists          bool
	Bytes           int64
	Articles, Marks int
}

// Describe says how much a folder keeps, and what is wrong with it; it alters nothing.
func Describe(ctx context.Context, dir string) (s Summary, err error) {
	path := File(dir)
	for _, side := range []string{"", "-wal", "-shm"} {
		info, err := os.Stat(path + side)
		switch {
		case err == nil:
			s.Bytes += info.Size()
		case side == "" && errors.Is(err, fs.ErrNotExist):
			return s, nil
		case side == "":
			return s, err
		}
	}
	s.Exists = true
	err = database.Examine(ctx, path, schema(), func(tx *sql.Tx) error {
		return tx.QueryRow("SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM marks)").Scan(&s.Articles, &s.Marks)
	})
	return s, err
}
