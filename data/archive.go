package data

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"juan/data/fault"
)

// Limits of archives, against those that unpack without end.
const (
	maxArchive   = 512 << 20 // bytes of the archive itself
	maxDirectory = 16 << 20  // bytes of a zip's list of files
)

// An opener opens a source; opened again it is the same.
type opener func() (*handle, error)

// A handle reads an opened source at any byte.
type handle struct {
	io.ReaderAt
	size  int64
	close func() error
}

// memory opens what is in memory.
func memory(raw []byte) opener {
	return func() (*handle, error) {
		return &handle{bytes.NewReader(raw), int64(len(raw)), func() error { return nil }}, nil
	}
}

// failed is a part that only says what is wrong.
func failed(err error) portion { return portion{read: func(l *loader) { l.fail(err) }} }

// walkTree visits the files of a tree that may hold articles as a walk does; one
// that cannot be walked comes with an error.
func walkTree(fsys fs.FS, folder string, opt Options, visit func(name string, sides []string, err error) bool) bool {
	all, err := fs.ReadDir(fsys, folder)
	if err != nil && !visit(folder, nil, err) {
		return false
	}
	byName(all)
	sides := sideNames(all)
	for _, d := range all {
		name := path.Join(folder, d.Name())
		switch {
		case hidden(d.Name()) || d.IsDir() && d.Name() == "__MACOSX":
		case d.IsDir():
			if !walkTree(fsys, name, opt, visit) {
				return false
			}
		case opt.readable(name):
			beside := sidesOf(d.Name(), sides)
			for i := range beside {
				beside[i] = path.Join(folder, beside[i])
			}
			if !visit(name, beside, nil) {
				return false
			}
		}
	}
	return true
}

// opened returns the place of the members of an archive: an archive named on the
// command line acts as a folder, one in a folder as a sub-folder.
func (f *file) opened(at place) place {
	if at.root == f.path && !at.several {
		return place{root: f.path, key: f.key + "#", number: f.root, inside: true}
	}
	return place{root: f.path, key: f.key + "#", prefix: f.id, group: path.Join(f.group, f.Title), number: f.root, inside: true}
}

// untarred returns the place without what is left of .tar.gz.
func (at place) untarred() place {
	at.prefix, at.group = strings.TrimSuffix(at.prefix, ".tar"), strings.TrimSuffix(at.group, ".tar")
	return at
}

func archiveError(name string, err error) error {
	var e *fault.Error
	if errors.As(err, &e) {
		return &fault.Error{Path: cmp.Or(e.Path, name), Reason: e.Reason, Err: e.Err}
	}
	return &fault.Error{Path: name, Reason: fault.BadArchive, Err: err}
}
