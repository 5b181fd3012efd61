package database

import (
	"database/sql"
	"fmt"
	"time"
)

// A Schema says what a database is and how it came to be so.
type Schema struct {
	// Application marks the file as one of this kind: SQLite's application_id.
	// It is not 0.
	Application int32
	// Steps are SQL: step i takes a database from version i to i+1, SQLite's
	// user_version. A step that was published is never changed.
	Steps []string
}

// migrate brings a database to the last version.
func (s Schema) migrate(db *sql.DB) error {
	version, err := s.version(db)
	if err != nil {
		return err
	}
	if err := writeAhead(db); err != nil {
		return err
	}
	if version == len(s.Steps) {
		return nil
	}
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if version, err = s.version(tx); err != nil { // another process may have been first
		return err
	}
	for _, step := range s.Steps[version:] {
		if _, err := tx.Exec(step); err != nil {
			return err
		}
	}
	_, err = tx.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", s.Application, len(s.Steps)))
	if err != nil {
		return err
	}
	return tx.Commit()
}

// writeAhead switches a database to WAL, which lets others read while one writes; the
// file remembers it. SQLite does not wait there, so this does: of several processes
// that create a database at once all but one get a busy error.
func writeAhead(db *sql.DB) (err error) {
	for range 30 {
		if _, err = db.Exec("PRAGMA journal_mode = WAL"); err == nil || reason(err) != Locked {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
	return err
}

// version returns the version of a database, 0 for an empty one. A database of another
// program is an error, and so is one of a newer version.
func (s Schema) version(q interface {
	QueryRow(string, ...any) *sql.Row
}) (int, error) {
	var application int32
	var version, tables int
	err := q.QueryRow("SELECT a.application_id, v.user_version, (SELECT count(*) FROM sqlite_schema)"+
		" FROM pragma_application_id a, pragma_user_version v").Scan(&application, &version, &tables)
	switch {
	case err != nil:
		return 0, err
	case application == 0 && version == 0 && tables == 0:
		return 0, nil
	case application != s.Application || version <= 0:
		return 0, &Error{Reason: Foreign}
	case version > len(s.Steps):
		return 0, &Error{Reason: Newer}
	}
	return version, nil
}
