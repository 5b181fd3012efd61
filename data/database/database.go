// Package database keeps a SQLite file: it opens and migrates it, and sets it
// aside when it is damaged. Whatever happens to the file, the caller gets one
// error that says why. It knows nothing of what the tables hold.
package database

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver
)

// A DB is an open database. Many goroutines may use it at once, and many
// processes the same file.
type DB struct {
	path string
	sql  *sql.DB
	held *os.File // the lock file: shared while the database is in use
	old  *Error   // why the file before this one was set aside

	mu   sync.Mutex
	gone error // set when the database was found damaged, or was closed
}

// Open opens the database at path and brings it to the last version of s. One
// that is not there is made, with folders, for this user's eyes only. A damaged
// or foreign file is set aside under the name path.aside, in the place of one
// that was set aside before, and [DB.Aside] says so. All else that prevents
// reading or writing is an [*Error], among it a file system on which SQLite's
// shared memory is not safe.
func Open(path string, s Schema) (*DB, error) {
	dir := filepath.Dir(path)
	if err := Private(dir); err != nil {
		return nil, fault(path, err)
	}
	if !local(dir) {
		return nil, &Error{Path: path, Reason: Network}
	}
	held, err := hold(path)
	if err != nil {
		return nil, fault(path, err)
	}
	db := &DB{path: path, held: held}
	err = db.begin(s)
	var e *Error
	if errors.As(err, &e) && (e.Reason == Damaged || e.Reason == Foreign) {
		if err = db.setAside(e); err == nil {
			db.old = e
			err = db.begin(s)
		}
	}
	if err != nil {
		held.Close()
		return nil, err
	}
	return db, nil
}

// Private makes a folder that only its owner may look into.
func Private(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if info, err := os.Stat(dir); err == nil && info.Mode().Perm()&0o077 != 0 {
		return os.Chmod(dir, 0o700)
	}
	return nil
}

// hold takes the shared lock that every user of the database holds, and waits a little
// while another process sets the database aside.
func hold(path string) (*os.File, error) {
	f, err := os.OpenFile(path+".lock", os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	for range 20 {
		if TryLock(f, false) {
			return f, nil
		}
		time.Sleep(50 * time.Millisecond)
	}
	f.Close()
	return nil, errHeld
}

// errHeld says that another process is at work on the database.
var errHeld = errors.New("in use by another process")

// begin opens the file and migrates it.
func (d *DB) begin(s Schema) error {
	// An empty file is an empty database, and SQLite gives its side files the
	// permissions of the main one. An existing file must not be opened here:
	// closing it would drop the locks that SQLite holds on it elsewhere in the
	// process.
	f, err := os.OpenFile(d.path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	switch {
	case err == nil:
		f.Close()
	case !errors.Is(err, fs.ErrExist):
		return fault(d.path, err)
	}
	if d.sql, err = sql.Open("sqlite", source(d.path)); err != nil {
		return fault(d.path, err)
	}
	d.sql.SetMaxOpenConns(4)
	if err := s.migrate(d.sql); err != nil {
		d.sql.Close()
		return fault(d.path, err)
	}
	return nil
}

// source returns the name by which the driver opens a file: each connection
// waits a second and a half for others, and distrusts what it reads.
func source(path string) string {
	u := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path)}
	if filepath.VolumeName(path) != "" {
		u.Path = "/" + u.Path
	}
	u.RawQuery = url.Values{
		"_txlock": {"immediate"},
		"_pragma": {"busy_timeout(1500)", "synchronous(NORMAL)", "cell_size_check(ON)", "trusted_schema(OFF)"},
	}.Encode()
	return u.String()
}

// Read runs what in a transaction that sees one state of the database and
// changes nothing.
func (d *DB) Read(ctx context.Context, what func(*sql.Tx) error) error {
	return d.run(ctx, &sql.TxOptions{ReadOnly: true}, what)
}

// Write runs what in a transaction that is alone in writing: all of it is kept,
// or where it returns an error nothing.
func (d *DB) Write(ctx context.Context, what func(*sql.Tx) error) error {
	return d.run(ctx, nil, what)
}

// run returns an error of what as it is, and one of SQLite as an [*Error]. A
// page may be rotten that opening never looked at: the database is set aside
// when a query meets it, and every later call returns the same error.
func (d *DB) run(ctx context.Context, opt *sql.TxOptions, what func(*sql.Tx) error) error {
	d.mu.Lock()
	gone := d.gone
	d.mu.Unlock()
	if gone != nil {
		return gone
	}
	err := d.transact(ctx, opt, what)
	if err == nil || !fromSQLite(err) {
		return err
	}
	if ctx.Err() != nil {
		return ctx.Err() // it was interrupted
	}
	e := fault(d.path, err)
	if e.Reason == Damaged {
		d.abandon(e)
	}
	return e
}

func (d *DB) transact(ctx context.Context, opt *sql.TxOptions, what func(*sql.Tx) error) error {
	tx, err := d.sql.BeginTx(ctx, opt)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := what(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// abandon closes a damaged database and sets it aside.
func (d *DB) abandon(e *Error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.gone != nil {
		return
	}
	d.gone = e
	d.sql.Close()
	d.setAside(e) // where that fails the next to open it will
	d.held.Close()
}

// Aside returns why the file that was there before was set aside, or nil.
func (d *DB) Aside() error {
	if d.old == nil {
		return nil
	}
	return d.old
}

// errClosed says that a closed database was asked.
var errClosed = errors.New("the database is closed")

// Close closes the database.
func (d *DB) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.gone != nil {
		return nil
	}
	d.gone = errClosed
	err := d.sql.Close()
	d.held.Close()
	if err != nil {
		return fault(d.path, err)
	}
	return nil
}
