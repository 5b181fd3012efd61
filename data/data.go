// Package data turns files into articles: it knows file systems, formats,
// encodings and archives, and hands on nothing but model articles and errors
// that name a file and a reason. It knows no screen and no words of the
// interface: an [Error] and a [Notice] carry codes for the caller to word.
package data

import (
	"context"
	"embed"
	"io/fs"
	"iter"

	"juan/model"
)

//go:embed corpus/*.md
var embedded embed.FS

// Embedded returns the library that ships with the reader.
func Embedded() fs.FS {
	corpus, err := fs.Sub(embedded, "corpus")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return corpus
}

// Options say how files are read. The zero Options detect everything.
type Options struct {
	// Encoding forces a charset by its name (IANA or WHATWG: gbk, big5,
	// utf-16le …); "" detects it on the content.
	Encoding string
	// Root stands before the names of a tree in Entry.Path; where it is ""
	// Path is left empty, as for the embedded library.
	Root string
	// Openers read what juan cannot; the first whose pattern fits is taken.
	Openers []Opener
}

// Load yields the articles of a tree in path order. An error is yielded with
// a nil article and is an [*Error] where something could not be read, a
// [*Notice] where all was read but something is worth a word; the rest still
// follows. ctx is looked at once an article; when it is done the sequence
// ends.
func Load(ctx context.Context, fsys fs.FS, opt Options) iter.Seq2[*model.Article, error] {
	return load(ctx, opt, func(l *loader) { l.tree(fsys, place{root: opt.Root}) })
}
