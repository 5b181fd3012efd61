package database

import (
	"errors"
	"io/fs"
	"os"
)

// setAside renames the file of a closed database and those beside it, and notes in e
// where it is now. While another process has the file open it stays: that process would
// go on writing to the renamed file.
func (d *DB) setAside(e *Error) error {
	if !TryLock(d.held, true) {
		return e
	}
	defer TryLock(d.held, false)
	aside := d.path + ".aside"
	for _, side := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(aside + side); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fault(d.path, err)
		}
		if err := os.Rename(d.path+side, aside+side); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fault(d.path, err)
		}
	}
	e.Aside = aside
	return nil
}

// Remove deletes a database and what was set aside of it, but not the empty
// file that is locked. A database that another process has open is an [*Error]
// and stays.
func Remove(path string) error {
	held, err := os.OpenFile(path+".lock", os.O_RDWR, 0)
	if err == nil {
		defer held.Close()
		if !TryLock(held, true) {
			return &Error{Path: path, Reason: Locked, Err: errHeld}
		}
	}
	for _, side := range []string{"-wal", "-shm", "", ".aside-wal", ".aside-shm", ".aside"} {
		if err := os.Remove(path + side); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fault(path, err)
		}
	}
	return nil
}
