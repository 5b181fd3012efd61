package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

func notes(steps int) Schema {
	all := []string{
		"CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL); CREATE INDEX by_text ON notes (text)",
		"ALTER TABLE notes ADD COLUMN tag TEXT NOT NULL DEFAULT 'none'",
		"CREATE TABLE more (x)",
	}
	return Schema{Application: 4711, Steps: all[:steps]}
}

func add(db *DB, texts ...string) error {
	return db.Write(context.Background(), func(tx *sql.Tx) error {
		for _, text := range texts {
			if _, err := tx.Exec("INSERT INTO notes (text) VALUES (?)", text); err != nil {
				return err
			}
		}
		return nil
	})
}

func count(db *DB) (n int, err error) {
	err = db.Read(context.Background(), func(tx *sql.Tx) error {
		return tx.QueryRow("SELECT count(*) FROM notes WHERE length(text) > 0").Scan(&n)
	})
	return n, err
}

func open(t *testing.T, path string, s Schema) *DB {
	t.Helper()
	db, err := Open(path, s)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// fails says that err is an [*Error] with a reason.
func fails(t *testing.T, err error, want Reason) *Error {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Reason != want {
		t.Fatalf("got %v, want %v", err, want)
	}
	return e
}

func TestStepsFollowEachOther(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "notes.db")
	db := open(t, path, notes(1))
	if err := add(db, "甲"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	db = open(t, path, notes(3))
	if n, err := count(db); n != 1 || err != nil {
		t.Errorf("%d notes, %v", n, err)
	}
	if _, err := count(open(t, path, notes(3))); err != nil { // twice in one process
		t.Error(err)
	}
	if err := db.Aside(); err != nil {
		t.Error(err)
	}
}

// Many processes that open a new database at once share one.
func TestOpenedByManyAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.db")
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			db, err := Open(path, notes(3))
			if err == nil {
				err = errors.Join(add(db, "甲"), db.Close())
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n, err := count(open(t, path, notes(3))); n != 8 || err != nil {
		t.Errorf("%d notes, %v", n, err)
	}
}

func TestOnlyTheOwnerMayLook(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no permission bits")
	}
	dir := filepath.Join(t.TempDir(), "deep", "er")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := add(open(t, filepath.Join(dir, "notes.db"), notes(1)), "甲"); err != nil {
		t.Fatal(err)
	}
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, _ error) error {
		info, err := d.Info()
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v", path, info.Mode())
		}
		return nil
	})
}

func TestNewerIsLeftAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.db")
	open(t, path, notes(3)).Close()
	before, _ := os.ReadFile(path)
	_, err := Open(path, notes(2))
	fails(t, err, Newer)
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("the file was changed")
	}
}

func TestForeignIsSetAside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.db")
	for range 2 { // the second takes the place of the first
		other := notes(1)
		other.Application = 1
		open(t, path, other).Close()
		db := open(t, path, notes(1))
		e := fails(t, db.Aside(), Foreign)
		if _, err := os.Stat(e.Aside); err != nil {
			t.Error(err)
		}
		if err := add(db, "甲"); err != nil {
			t.Error(err)
		}
		db.Close()
		os.Remove(path)
	}
}

// Whatever happens to the bytes of the file: it is used, or it is set aside
// when it is opened or when a query meets the damage, and then the next one can
// be used.
func TestDamage(t *testing.T) {
	whole := sound(t)
	rnd := rand.New(rand.NewPCG(1, 1))
	damage := map[string]func([]byte) []byte{
		"zeroed": func(b []byte) []byte { clear(b); return b },
		"text":   func(b []byte) []byte { return []byte("no database at all, but a text of some length") },
		"cut":    func(b []byte) []byte { return b[:rnd.IntN(len(b))] },
		"hole":   func(b []byte) []byte { at := rnd.IntN(len(b)); clear(b[at:min(at+4096, len(b))]); return b },
		"flip":   func(b []byte) []byte { b[rnd.IntN(len(b))] ^= 1 << rnd.IntN(8); return b },
		"noise": func(b []byte) []byte {
			for range 100 {
				b[rnd.IntN(len(b))] = byte(rnd.Int())
			}
			return b
		},
	}
	for what, spoil := range damage {
		for range 8 {
			path := filepath.Join(t.TempDir(), "notes.db")
			if err := os.WriteFile(path, spoil([]byte(whole)), 0o600); err != nil {
				t.Fatal(err)
			}
			used(t, what, path)
		}
	}
}

// sound returns the bytes of a database of many pages.
func sound(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "notes.db")
	db := open(t, path, notes(2))
	var texts []string
	for i := range 500 {
		texts = append(texts, fmt.Sprint(i, strings.Repeat("文", i%70)))
	}
	if err := add(db, texts...); err != nil {
		t.Fatal(err)
	}
	db.Close()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// used opens a database that may be damaged and works with it.
func used(t *testing.T, what, path string) {
	t.Helper()
	for attempt := range 2 {
		db, err := Open(path, notes(2))
		if err != nil {
			// A flipped bit may make it look newer than it is, which cannot be noticed.
			fails(t, err, Newer)
			return
		}
		_, err = count(db)
		if err == nil {
			err = add(db, "甲", "乙")
		}
		db.Close()
		if err == nil {
			return
		}
		if attempt > 0 {
			t.Fatalf("%s: after it was set aside: %v", what, err)
		}
		if e := fails(t, err, Damaged); e.Aside == "" {
			t.Fatalf("%s: left where it was: %v", what, err)
		}
		if _, again := count(db); again != err {
			t.Errorf("%s: asked again, says %v, first %v", what, again, err)
		}
	}
}

// A damaged database that somebody else has open stays where it is.
func TestDamagedButInUse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.db")
	other := open(t, path, notes(1))
	other.sql.Close() // but not the lock
	os.Remove(path + "-wal")
	if err := os.WriteFile(path, []byte(strings.Repeat("x", 5000)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(path, notes(1))
	if e := fails(t, err, Damaged); e.Aside != "" {
		t.Error(err)
	}
	if err := Remove(path); err == nil {
		t.Error("a database in use was removed")
	}
	other.held.Close()
	if db := open(t, path, notes(1)); db.Aside() == nil {
		t.Error("it was not set aside")
	}
}

func TestLocked(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "notes.db")
	db, other := open(t, path, notes(1)), open(t, path, notes(1))
	err := other.Write(t.Context(), func(*sql.Tx) error {
		fails(t, add(db, "甲"), Locked)
		_, err := count(db) // reading goes on
		return err
	})
	if err != nil {
		t.Error(err)
	}
	if err := add(db, "乙"); err != nil {
		t.Error(err)
	}
}

// Several that create a database at once all get it, although SQLite lets none of them
// wait while it switches to WAL.
func TestMadeByManyAtOnce(t *testing.T) {
	t.Parallel()
	for range 20 {
		path := filepath.Join(t.TempDir(), "notes.db")
		var all sync.WaitGroup
		for range 6 {
			all.Go(func() {
				db, err := Open(path, notes(2))
				if err != nil {
					t.Error(err)
					return
				}
				defer db.Close()
				if err := add(db, "甲"); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if n, err := count(open(t, path, notes(2))); n != 6 || err != nil {
			t.Fatalf("%d notes, %v", n, err)
		}
	}
}

func TestNoRoomAndNoRight(t *testing.T) {
	for pragma, want := range map[string]Reason{"PRAGMA max_page_count = 6": Full, "PRAGMA query_only = ON": ReadOnly} {
		db := open(t, filepath.Join(t.TempDir(), "notes.db"), notes(1))
		db.sql.SetMaxOpenConns(1)
		if _, err := db.sql.Exec(pragma); err != nil {
			t.Fatal(err)
		}
		var err error
		for range 10 {
			err = errors.Join(err, add(db, strings.Repeat("长", 5000)))
		}
		fails(t, err, want)
		if _, err := count(db); err != nil {
			t.Error(err)
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	os.WriteFile(file, nil, 0o600)
	_, err := Open(filepath.Join(file, "notes.db"), notes(1)) // a folder that is none
	fails(t, err, Unusable)
}

// What the caller says itself is returned as it is, and undoes the writing.
func TestErrorsOfTheCaller(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "notes.db"), notes(1))
	mine := errors.New("mine")
	err := db.Write(t.Context(), func(tx *sql.Tx) error {
		tx.Exec("INSERT INTO notes (text) VALUES ('甲')")
		return mine
	})
	if err != mine {
		t.Error(err)
	}
	if n, err := count(db); n != 0 || err != nil {
		t.Errorf("%d notes, %v", n, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := db.Read(ctx, func(*sql.Tx) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	db.Close()
	if _, err := count(db); !errors.Is(err, errClosed) {
		t.Error(err)
	}
}

func TestExamine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.db")
	look := func() error {
		return Examine(t.Context(), path, notes(2), func(tx *sql.Tx) error {
			var n int
			return tx.QueryRow("SELECT count(*) FROM notes").Scan(&n)
		})
	}
	b := []byte(sound(t))
	os.WriteFile(path, b, 0o600)
	if err := look(); err != nil {
		t.Error(err)
	}
	clear(b[len(b)/2:][:4096])
	os.WriteFile(path, b, 0o600)
	fails(t, look(), Damaged)
	if after, _ := os.ReadFile(path); string(after) != string(b) {
		t.Error("it was changed")
	}
}
