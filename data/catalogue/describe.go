package catalogue

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"juan/data/database"
)

// A State is what there is of a catalogue.
type State struct {
	Path              string // of the database
	Exists            bool
	Size              int64 // bytes of database and segments
	Sources, Articles int
	Segments          int
	Ails              error // what is wrong with it, nil where nothing is
}

// Describe returns the state of the catalogue in a folder. It reads all of the
// database and alters nothing.
func Describe(ctx context.Context, dir string) (State, error) {
	state := State{Path: databaseIn(dir)}
	err := sizes(dir, &state)
	if err != nil || !state.Exists {
		return state, err
	}
	state.Ails = database.Examine(ctx, state.Path, schema(), func(tx *sql.Tx) error {
		return tx.QueryRow("SELECT count(DISTINCT path), coalesce(sum(articles), 0), (SELECT count(*) FROM segments) FROM sources").
			Scan(&state.Sources, &state.Articles, &state.Segments)
	})
	return state, ctx.Err()
}

// sizes adds up the files of the catalogue.
func sizes(dir string, state *State) error {
	for _, pattern := range []string{databaseIn(dir) + "*", filepath.Join(segmentsIn(dir), "*")} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			return err
		}
		for _, file := range files {
			info, err := os.Stat(file)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return database.Fault(file, err)
			}
			state.Size += info.Size()
			state.Exists = state.Exists || file == state.Path
		}
	}
	return nil
}

// Clear deletes the catalogue in a folder. While another process has it open it is
// emptied instead: that one goes on with the texts it has open.
func Clear(dir string) error {
	err := database.Remove(databaseIn(dir))
	var e *database.Error
	if errors.As(err, &e) && e.Reason == database.Locked {
		return empty(dir)
	}
	if err != nil {
		return err
	}
	return database.Fault(segmentsIn(dir), os.RemoveAll(segmentsIn(dir)))
}

// empty deletes all rows, and the segments there were.
func empty(dir string) error {
	db, err := database.Open(databaseIn(dir), schema())
	if err != nil {
		return err
	}
	defer db.Close()
	var names []string
	err = db.Write(context.Background(), func(tx *sql.Tx) error {
		err := each(tx, "SELECT name FROM segments", func(scan func(...any) error) error {
			var name string
			err := scan(&name)
			names = append(names, name)
			return err
		})
		if err != nil {
			return err
		}
		_, err = tx.Exec("DELETE FROM sources; DELETE FROM roots; DELETE FROM segments")
		return err
	})
	for _, name := range names {
		if failed := os.Remove(filepath.Join(segmentsIn(dir), name)); failed != nil && !errors.Is(failed, fs.ErrNotExist) {
			err = errors.Join(err, database.Fault(segmentsIn(dir), failed))
		}
	}
	return err
}
