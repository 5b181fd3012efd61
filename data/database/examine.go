package database

import (
	"context"
	"database/sql"
	"errors"
)

// Examine runs what in a reading transaction on an existing database, which it neither
// alters nor sets aside. It checks all of the database and returns what is wrong with
// it.
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
