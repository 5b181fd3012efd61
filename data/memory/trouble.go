package memory

import "juan/data/database"

// A Trouble is what trouble the memory.
type Trouble struct {
	Failure *database.Error
	NoHome  bool // there is no folder for state
}

// Error returns what trouble the memory in one short English line.
func (t *Trouble) Error() string { return t.Failure.Error() }

// Unwrap returns what trouble the database.
func (t *Trouble) Unwrap() error { return t.Failure }
