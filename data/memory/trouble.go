package memory

import "juan/data/database"

// A Trouble is what befell the memory.
type Trouble struct {
	Failure *database.Error
	NoHome  bool // there is no folder for state
}

// Error returns what befell the memory in one short English line.
func (t *Trouble) Error() string { return t.Failure.Error() }

// Unwrap returns what befell the database.
func (t *Trouble) Unwrap() error { return t.Failure }
