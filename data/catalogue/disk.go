package catalogue

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"juan/data/database"
)

// schema is the catalogue's database: segment files by number, the parts of
// what is known of each source, and when each folder was opened last, in
// nanoseconds.
func schema() database.Schema {
	return database.Schema{
		Application: 0x6a75616e, // "juan"
		Steps: []string{`
			CREATE TABLE segments (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, size INTEGER NOT NULL);
			CREATE TABLE sources (path BLOB NOT NULL, part INTEGER NOT NULL, articles INTEGER NOT NULL, data BLOB NOT NULL,
				PRIMARY KEY (path, part)) WITHOUT ROWID;
			CREATE TABLE roots (path BLOB PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID;`},
	}
}

func databaseIn(dir string) string { return filepath.Join(dir, "catalogue.db") }

func segmentsIn(dir string) string { return filepath.Join(dir, "segments") }

func (s *Store) folder() string { return segmentsIn(s.opt.Dir) }

// database returns the database, nil where nothing is to be written or, unless
// it is to be made, where there is none.
func (s *Store) database(make bool) (*database.DB, error) {
	s.opening.Lock()
	defer s.opening.Unlock()
	s.mu.Lock()
	db, stopped := s.db, s.stopped
	s.mu.Unlock()
	if db != nil || stopped {
		return db, nil
	}
	path := databaseIn(s.opt.Dir)
	if _, err := os.Stat(path); !make && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	db, err := database.Open(path, schema())
	if err == nil {
		err = database.Fault(s.folder(), os.MkdirAll(s.folder(), 0o700))
	}
	if err != nil {
		return nil, err
	}
	if db.Aside() != nil {
		s.fail(db.Aside(), false)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.db = db
	return db, nil
}

// refuse notes an error of the disk and returns nil where it is worth another
// try at once: the database was damaged, and is out of the way. One that is
// locked is tried again later; all else ends the writing.
func (s *Store) refuse(err error) error {
	s.refusals++
	var e *database.Error
	errors.As(err, &e)
	switch {
	case e != nil && e.Reason == database.Damaged && e.Aside != "" && s.refusals < 3:
		s.forsake(e)
		return nil
	case e != nil && e.Reason == database.Locked && s.refusals < 5:
		return err
	}
	s.fail(err, true)
	return err
}

// forsake lets go of a database that was set aside. Texts stay readable where
// they are, and what is recorded from now on goes to a new one.
func (s *Store) forsake(err error) {
	s.fail(err, false)
	s.lose(nil)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.db = nil
}

// settle gives a segment a file: the end of one that has room and that no
// process writes to, or a new one.
func (s *Store) settle(db *database.DB, g *segment) error {
	if g.settled() {
		return nil
	}
	need := g.shut() // until it is known how much room the file has
	err := db.Write(context.Background(), func(tx *sql.Tx) error { return s.claim(tx, g, need) })
	g.reopen()
	return database.Fault(s.folder(), err)
}

// claim finds room for a segment. The lock on a file says that a process
// appends to it, and is asked for inside the transaction, so that none is
// claimed that is just being deleted.
func (s *Store) claim(tx *sql.Tx, g *segment, need int64) error {
	settled := false
	err := each(tx, "SELECT id, name, size FROM segments ORDER BY id DESC LIMIT 8", func(scan func(...any) error) error {
		var id, size int64
		var name string
		if err := scan(&id, &name, &size); err != nil || settled || size+need > segmentSize*3/4 {
			return err
		}
		if f := appendable(filepath.Join(s.folder(), name), size); f != nil {
			g.begin(f, id, size)
			settled = true
		}
		return nil
	})
	if err != nil || settled {
		return err
	}
	name := randomName()
	result, err := tx.Exec("INSERT INTO segments (name, size) VALUES (?, 0)", name)
	if err != nil {
		return err
	}
	id, err := result.LastInsertId()
	if err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(s.folder(), name), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	database.TryLock(f, true)
	g.begin(f, id, 0)
	return nil
}

// appendable opens a segment file that holds size bytes which count and that
// nobody writes to, or returns nil.
func appendable(path string, size int64) *os.File {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil
	}
	if info, err := f.Stat(); err == nil && info.Size() >= size && database.TryLock(f, true) {
		return f
	}
	f.Close()
	return nil
}

func randomName() string {
	var b [8]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:]) + ".text"
}
