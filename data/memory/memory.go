// Package memory remembers from one run to the next, in a database in the state folder:
// places, marks, trails, queries, the layout of panes. Whatever happens to the file,
// one error says why and reading goes on. It does not know how articles are read.
package memory

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"juan/data/database"
	"juan/model"
)

// A Store is the memory as one process uses it. It implements [model.Memory].
type Store struct {
	path    string // of the database
	sources string // what is opened, as sessions are named by it

	opening   sync.Mutex // held while the database is opened
	mu        sync.Mutex
	db        *database.DB // nil until there is one
	reported  bool         // a trouble was reported
	beginning *beginning   // nil before somebody asked for it
	over      error        // why nothing is remembered any more
	hint      *hint        // nil until many are asked for
}

// errNoHome says that there is no folder for state.
var errNoHome = errors.New("no home")

// New returns the memory in a folder, for sources as they were named on the command
// line; none are the library that is embedded. It touches no disk. Without a folder
// it remembers nothing, and says so once.
func New(dir string, sources []string) *Store {
	s := &Store{path: File(dir), sources: nameOf(sources)}
	if dir == "" {
		s.over = &database.Error{Reason: database.Unusable, Err: errNoHome}
	}
	return s
}

// File returns the file in which a folder keeps the memory.
func File(dir string) string { return filepath.Join(dir, "state.db") }

// open returns the database, nil where there is none and none is to be created.
func (s *Store) open(create bool) (*database.DB, error) {
	s.opening.Lock()
	defer s.opening.Unlock()
	s.mu.Lock()
	db, over := s.db, s.over
	s.mu.Unlock()
	if db != nil || over != nil {
		return db, over
	}
	if !create {
		if _, err := os.Lstat(s.path); errors.Is(err, fs.ErrNotExist) { // where it cannot be created the user learns it now
			return nil, database.Fault(s.path, database.Private(filepath.Dir(s.path)))
		}
	}
	db, err := database.Open(s.path, schema())
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	s.db = db
	s.mu.Unlock()
	return db, db.Aside()
}

// read runs what on the database, where there is one.
func (s *Store) read(ctx context.Context, what func(*sql.Tx) error) error {
	return s.run(false, func(db *database.DB) error { return db.Read(ctx, what) })
}

// write runs what on the database, which is made where there is none.
func (s *Store) write(ctx context.Context, what func(*sql.Tx) error) error {
	return s.run(true, func(db *database.DB) error { return db.Write(ctx, what) })
}

func (s *Store) run(create bool, what func(*database.DB) error) error {
	db, trouble := s.open(create)
	if db == nil {
		return s.fail(nil, trouble)
	}
	if err := what(db); err != nil {
		return s.fail(db, err)
	}
	if err := s.fail(nil, trouble); !errors.Is(err, model.ErrNotKept) {
		return err
	}
	return nil
}

// fail returns the trouble of the memory, if it is the first: later ones are the same
// or follow from it. One that will not pass ends the memory; after others it is tried
// again when there is something to keep. A query of db met err, where db is not nil.
func (s *Store) fail(db *database.DB, err error) error {
	var e *database.Error
	if err == nil || !errors.As(err, &e) {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch e.Reason {
	case database.Locked, database.Full:
	case database.Damaged, database.Foreign:
		if db != nil && db == s.db { // it was set aside: the next one to ask opens a new one
			db.Close()
			s.db = nil
		}
		if e.Aside == "" {
			s.over = e
		}
	default:
		s.over = e
	}
	if s.reported {
		return model.ErrNotKept
	}
	s.reported = true
	return &Trouble{Failure: e, NoHome: errors.Is(e, errNoHome)}
}

// Close closes the memory.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.db == nil {
		return nil
	}
	err := s.db.Close()
	s.db = nil
	return err
}

// encode returns a value as it is kept.
func encode(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // plain structs
	}
	return string(b)
}

// decode reads a value; one that cannot be read is as if there were none.
func decode(s string, v any) { _ = json.Unmarshal([]byte(s), v) }

var _ model.Memory = (*Store)(nil)
