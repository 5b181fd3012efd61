// Package data finds, loads and follows what there is to read: it knows file systems,
// archives and pipes, hands what is in them to data/format, and hands on nothing but
// model articles and errors that name a file and a reason. It knows no screen and no
// words of the interface: errors have codes (data/fault), which the caller puts into
// words.
package data

import "juan/model"

// Options say how files are read. The zero Options detect everything.
type Options struct {
	// Encoding forces a charset by its name (IANA or WHATWG: gbk, big5,
	// utf-16le …); "" detects it on the content.
	Encoding string
	// Root stands before the names of a tree in Entry.Path; where it is ""
	// Path is left empty, as for the embedded library.
	Root string
	// Cores is how many sources are read at once, 0 for as many as there are
	// cores ([Open]), or all of them but one ([OpenLibrary]).
	Cores int
	// Cache is the folder of the catalogue, "" for none.
	Cache string
	// Held are articles that stand in a library beside what it reads.
	Held []*model.Article
	// Watch says that a library reports changes on disk.
	Watch bool
	// Lines says that articles are to know the lines of their files.
	Lines bool
	// Openers read what juan cannot; the first whose pattern fits is taken.
	Openers []Opener
}
