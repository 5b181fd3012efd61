package memory

import "juan/data/database"

// schema returns the tables of the memory. Places, folds and sessions are JSON, as
// they are exported; times are milliseconds since 1970. What two processes write of
// the same, the younger one holds.
func schema() database.Schema {
	return database.Schema{Application: 0x6a75616d, Steps: []string{`
CREATE TABLE articles(
	key TEXT PRIMARY KEY, path TEXT NOT NULL, title TEXT NOT NULL,
	print INTEGER NOT NULL, -- 0 where it is not known
	share REAL NOT NULL, line INTEGER NOT NULL, place TEXT NOT NULL, folds TEXT NOT NULL,
	at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX articles_by_print ON articles(print);
CREATE TABLE sessions(sources TEXT PRIMARY KEY, data TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE habits(name TEXT PRIMARY KEY, value TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE queries(query TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE marks(
	id TEXT PRIMARY KEY, key TEXT NOT NULL, path TEXT NOT NULL, title TEXT NOT NULL, print INTEGER NOT NULL,
	kind INTEGER NOT NULL, start TEXT NOT NULL, stop TEXT NOT NULL, quote TEXT NOT NULL, note TEXT NOT NULL,
	made INTEGER NOT NULL, changed INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX marks_by_key ON marks(key);
CREATE INDEX marks_by_print ON marks(print);
`}}
}
