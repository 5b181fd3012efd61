package database

import (
	"context"
	"database/sql"
	"errors"
)

// Examine runs what in a transaction that reads a database that is there, which
// it never alters nor sets aside, and returns what is wrong with it, having
// looked at all of it.
func Examine(ctx context.Context, path string, s Schema, what func(*sql.Tx) error) error {
	db, err := sql.Open("sqlite", source(path))
	if err != nil {
		return fault(path, err)
	}
	defer db.Close()
	tx, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return fault(path, err)
	}
	defer tx.Rollback()
	if _, err = s.version(tx); err != nil {
		return fault(path, err)
	}
	var found string
	if err := tx.QueryRow("PRAGMA quick_check(1)").Scan(&found); err != nil {
		return fault(path, err)
	}
	if found != "ok" {
		return &Error{Path: path, Reason: Damaged, Err: errors.New(found)}
	}
	if err := what(tx); err != nil {
		return fault(path, err)
	}
	return nil
}
