package memory

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"juan/data/database"
	"juan/model"
)

// Whatever the file is, there is one notice, and what can be kept is kept.
func TestFaultsAreToldOnce(t *testing.T) {
	ctx := context.Background()
	e := entryOf(t, filepath.Join(tempDir(t), "x.md"), "文")
	full := func(dir string) {
		s := open(t, dir)
		for i := range 400 {
			must(t, s.Keep(ctx, model.Keeping{Articles: []model.Remembered{kept(named(fmt.Sprint("/a/", i), fmt.Sprint(i)), i)}, At: time.Now()}))
		}
		must(t, s.Close())
	}
	alter := func(how func(raw []byte) []byte) func(string) {
		return func(dir string) {
			full(dir)
			raw, err := os.ReadFile(File(dir))
			must(t, err)
			must(t, os.WriteFile(File(dir), how(raw), 0o600))
		}
	}
	statement := func(sqls string) func(string) {
		return func(dir string) {
			full(dir)
			db, err := database.Open(File(dir), schema())
			must(t, err)
			must(t, db.Write(ctx, func(tx *sql.Tx) error { _, err := tx.Exec(sqls); return err }))
			must(t, db.Close())
		}
	}
	for name, c := range map[string]struct {
		make   func(dir string)
		reason database.Reason
		goesOn bool // changes after the fault are kept
	}{
		"cut":          {alter(func(b []byte) []byte { return b[:len(b)/2+100] }), database.Damaged, true},
		"cut short":    {alter(func(b []byte) []byte { return b[:50] }), database.Damaged, true},
		"zeros":        {alter(func(b []byte) []byte { clear(b); return b }), database.Damaged, true},
		"half zeros":   {alter(func(b []byte) []byte { clear(b[4096:]); return b }), database.Damaged, true},
		"no database":  {alter(func([]byte) []byte { return []byte(strings.Repeat("这不是数据库。", 900)) }), database.Damaged, true},
		"other tables": {statement("DROP TABLE articles; DROP TABLE sessions"), database.Damaged, true},
		"foreign":      {statement("PRAGMA application_id = 5"), database.Foreign, true},
		"newer":        {statement("PRAGMA user_version = 99"), database.Newer, false},
		"a file where the folder goes": {func(dir string) {
			must(t, os.Remove(dir))
			must(t, os.WriteFile(dir, nil, 0o600))
		}, database.Unusable, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(tempDir(t), "juan")
			must(t, os.Mkdir(dir, 0o700))
			c.make(dir)
			s := open(t, dir)
			var told []error
			note := func(err error) {
				if err != nil && !errors.Is(err, model.ErrNotKept) {
					told = append(told, err)
				}
			}
			for i := range 3 {
				if _, err := s.Begin(ctx); i == 0 {
					note(err)
				}
				_, err := s.Recall(ctx, []*model.Entry{e})
				note(err)
				note(s.Keep(ctx, model.Keeping{Articles: []model.Remembered{kept(e, i)}, Session: &model.Session{Key: "x"}, At: time.Now()}))
			}
			var d *database.Error
			if len(told) != 1 || !errors.As(told[0], &d) || d.Reason != c.reason || (d.Aside != "") != c.goesOn {
				t.Errorf("told %v", told)
			}
			if r, ok, err := s.Place(ctx, e); ok != c.goesOn || ok && r.Row != 2 || c.goesOn && err != nil {
				t.Errorf("%v %+v, %v", ok, r, err)
			}
		})
	}
	t.Run("no home", func(t *testing.T) {
		s := New("", nil)
		_, err := s.Begin(ctx)
		var none *Trouble
		if !errors.As(err, &none) || !none.NoHome || !errors.Is(s.Keep(ctx, model.Keeping{Session: &model.Session{}}), model.ErrNotKept) {
			t.Error(err)
		}
	})
	t.Run("locked", func(t *testing.T) {
		dir := tempDir(t)
		full(dir)
		db, err := database.Open(File(dir), schema())
		must(t, err)
		free, held := make(chan struct{}), make(chan struct{})
		var wait sync.WaitGroup
		wait.Go(func() {
			_ = db.Write(ctx, func(*sql.Tx) error { close(held); <-free; return nil })
			db.Close()
		})
		<-held
		s := open(t, dir)
		keep := func() error {
			return s.Keep(ctx, model.Keeping{Articles: []model.Remembered{kept(e, 9)}, At: time.Now()})
		}
		toldOnce(t, keep, database.Locked)
		close(free)
		wait.Wait()
		if err := keep(); err != nil {
			t.Error(err)
		}
		if r, ok, err := s.Place(ctx, e); !ok || r.Row != 9 || err != nil {
			t.Errorf("once it is let go of: %v %+v, %v", ok, r, err)
		}
	})
}

// toldOnce fails unless what is kept in vain says why once.
func toldOnce(t *testing.T, keep func() error, why database.Reason) {
	t.Helper()
	var d *database.Error
	if err := keep(); !errors.As(err, &d) || d.Reason != why {
		t.Errorf("at first %v", err)
	}
	if err := keep(); !errors.Is(err, model.ErrNotKept) {
		t.Errorf("and then %v", err)
	}
}

// A full disk is reported once, and once there is room again changes are kept.
func TestFullIsToldOnce(t *testing.T) {
	ctx, s := context.Background(), open(t, tempDir(t))
	e := entryOf(t, filepath.Join(tempDir(t), "x.md"), "文")
	large := kept(named("/a/b", "文"), 1)
	large.Title = strings.Repeat("长", 9000)
	keep := func() error {
		return s.Keep(ctx, model.Keeping{Articles: []model.Remembered{kept(e, 9), large}, At: time.Now()})
	}
	pages := func(most int) { // calls that follow each other have the same connection
		must(t, s.write(ctx, func(tx *sql.Tx) error { _, err := tx.Exec(fmt.Sprint("PRAGMA max_page_count = ", most)); return err }))
	}
	pages(1) // as many as there are
	toldOnce(t, keep, database.Full)
	if _, ok, err := s.Place(ctx, e); ok || err != nil {
		t.Errorf("half of it is kept, %v", err)
	}
	pages(1 << 20)
	if err := keep(); err != nil {
		t.Error(err)
	}
	if r, ok, err := s.Place(ctx, e); !ok || r.Row != 9 || err != nil {
		t.Errorf("once there is room: %v %+v, %v", ok, r, err)
	}
}

// Whoever meets damage in a database that another has set aside meanwhile leaves the
// new one open.
func TestDamageFoundByTwo(t *testing.T) {
	ctx, s := context.Background(), open(t, tempDir(t))
	e := entryOf(t, filepath.Join(tempDir(t), "x.md"), "文")
	keep := func() error {
		return s.Keep(ctx, model.Keeping{Articles: []model.Remembered{kept(e, 9)}, At: time.Now()})
	}
	must(t, keep())
	old := s.db
	damage := func(tx *sql.Tx) error { _, err := tx.Exec("SELECT * FROM nothing"); return err }
	if err := s.read(ctx, damage); err == nil {
		t.Fatal("it is not damaged")
	}
	must(t, keep())
	if err := s.fail(old, old.Read(ctx, damage)); !errors.Is(err, model.ErrNotKept) {
		t.Error(err)
	}
	if s.db == nil {
		t.Error("the new one is closed")
	}
}

// From each older version what was kept comes along, through a step that is to come
// too.
func TestMigrations(t *testing.T) {
	ctx := context.Background()
	next := schema()
	next.Steps = append(next.Steps, "ALTER TABLE articles ADD COLUMN pace REAL NOT NULL DEFAULT 0")
	for version := range next.Steps {
		dir := tempDir(t)
		old := schema()
		old.Steps = old.Steps[:version]
		db, err := database.Open(File(dir), old)
		must(t, err)
		if version > 0 {
			must(t, db.Write(ctx, func(tx *sql.Tx) error {
				_, err := tx.Exec("INSERT INTO articles(key, path, title, print, share, line, place, folds, at) VALUES('/k','/k','t',1,.5,3,'{}','null',9)")
				return err
			}))
		}
		must(t, db.Close())
		for _, to := range []database.Schema{schema(), next} {
			db, err := database.Open(File(dir), to)
			must(t, err)
			must(t, db.Aside())
			n := -1
			must(t, db.Read(ctx, func(tx *sql.Tx) error { return tx.QueryRow("SELECT count(*) FROM articles").Scan(&n) }))
			if want := min(version, 1); n != want {
				t.Errorf("from %d: %d articles", version, n)
			}
			must(t, db.Close())
		}
	}
}
