package database

import (
	"errors"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// A Reason says why a database is not used.
type Reason uint8

// The reasons.
const (
	Unusable Reason = iota // the system says so; see Err
	Damaged                // cut, zeroed, overwritten
	Foreign                // another program's, or no database of this kind
	Newer                  // written by a later version of the program
	Locked                 // another process does not let go of it
	ReadOnly               // may not be written
	Full                   // no room on the disk
	Network                // on a network file system
)

// Code names the reason for tables of words.
func (r Reason) Code() string {
	switch r {
	case Damaged:
		return "damaged"
	case Foreign:
		return "foreign"
	case Newer:
		return "newer"
	case Locked:
		return "locked"
	case ReadOnly:
		return "readonly"
	case Full:
		return "full"
	case Network:
		return "network"
	}
	return "unusable"
}

func (r Reason) String() string {
	switch r {
	case Damaged:
		return "damaged"
	case Foreign:
		return "of another program"
	case Newer:
		return "written by a newer version"
	case Locked:
		return "locked by another process"
	case ReadOnly:
		return "cannot be written"
	case Full:
		return "no space left"
	case Network:
		return "on a network file system"
	}
	return "cannot be used"
}

// An Error says why a database, or a file that belongs to it, is not used.
type Error struct {
	Path   string
	Reason Reason
	Aside  string // where the file was set aside, "" where it was left
	Err    error  // what the system said, may be nil
}

// Error returns path and reason in one short English line.
func (e *Error) Error() string {
	s := e.Path + ": " + e.Reason.String()
	if e.Reason == Unusable && e.Err != nil {
		s = e.Path + ": " + e.Err.Error()
	}
	if e.Aside != "" {
		s += ", set aside as " + e.Aside
	}
	return s
}

// Unwrap returns what the system said.
func (e *Error) Unwrap() error { return e.Err }

// Fault returns an error of the system about a file as an [*Error].
func Fault(path string, err error) error {
	if err == nil {
		return nil
	}
	return fault(path, err)
}

// fault finds the reason in what SQLite or the system said.
func fault(path string, err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		if e.Path == "" {
			e.Path = path
		}
		return e
	}
	return &Error{Path: path, Reason: reason(err), Err: err}
}

func reason(err error) Reason {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		switch {
		case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
			return Full
		case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
			return ReadOnly
		case errors.Is(err, errHeld):
			return Locked
		}
		return Unusable
	}
	switch e.Code() {
	case sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_WRITE:
		return Full // the disk itself seldom fails otherwise
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT,
		// Statements are written for the version the file says it is of: where
		// they do not fit, its tables are not what they were.
		sqlite3.SQLITE_ERROR:
		return Damaged
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL:
		return Locked
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM,
		// A file beside the database cannot be made: so it is on a read-only disk.
		sqlite3.SQLITE_CANTOPEN:
		return ReadOnly
	case sqlite3.SQLITE_FULL:
		return Full
	}
	return Unusable
}

// fromSQLite reports whether an error comes from SQLite and not from the
// function that ran in the transaction.
func fromSQLite(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e)
}
