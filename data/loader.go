package data

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io/fs"
	"iter"
	"path"
	"strings"

	"juan/data/catalogue"
	"juan/data/fault"
	"juan/data/format"
	"juan/data/limit"
)

const (
	maxFiles = 4_000_000 // texts of one folder
	streamed = 256 << 10 // bytes of a file of records from which on it is read in parts
)

// A loader reads one source, or a part of one.
type loader struct {
	ctx   context.Context
	opt   Options
	found []found
	bytes int64 // that were claimed for it
	heads bool  // of a long file only the head is read
	cut   bool  // only the head was read
	// show, if not nil, is called with the part of a text read so far.
	show func([]found)
	// parts, if not nil, is what is still to be read: the source is an archive or a
	// file of records.
	parts inParts
	// resume, where it is not nil, says how far a file of records was read before.
	resume  func(*source, catalogue.Stamp) (progress, bool)
	resumed progress // where it goes on
	// only, where it is not nil, says which members of an archive are read.
	only func(key string) bool
}

// inParts opens a source that is read part by part.
type inParts func() (*parts, error)

// parts are those of a source that is open.
type parts struct {
	all   iter.Seq[portion]
	close func() error // to be called when the last was read
}

// A portion is a stretch of a source that is read by itself.
type portion struct {
	bytes int64
	read  func(l *loader)
	to    mark // behind it, in a file of records
}

// A place is where a tree of files stands among what is opened.
type place struct {
	root   string // before the paths, "" for the embedded library
	key    string // before the keys
	prefix string // before the IDs
	group  string // before the groups
	number int    // of the root, see Entry.Root
	inside bool   // an archive: those in it stay shut
	// several says that there are other paths too: then the name of an archive is put
	// before the IDs of its members.
	several bool
}

// path returns what messages and entries call a file of the tree.
func (at place) path(name string) string {
	switch {
	case name != "." && at.root != "":
		return strings.TrimSuffix(at.root, "/") + "/" + name
	case name == ".":
		return cmp.Or(at.root, name)
	}
	return name
}

// file returns the file called name of the tree.
func (at place) file(name string) file {
	f := file{
		Text: format.Text{Name: at.path(name), Title: path.Base(format.Stem(name))},
		key:  at.key + name, id: path.Join(at.prefix, format.Stem(name)), path: at.path(name), group: path.Join(at.group, dir(name)), root: at.number,
	}
	if at.root == "" {
		f.path = ""
	}
	return f
}

// fromTree reads one file of a tree.
func (l *loader) fromTree(fsys fs.FS, name string, sides []string, at place) {
	raw, err := readFile(fsys, name)
	if err == nil && raw != nil {
		f := at.file(name)
		f.Side, f.SideText = sideFile(fsys, sides)
		err = l.inArchive(f, name, raw, at)
	}
	if err != nil && at.inside {
		err = archiveError(at.path(name), err)
	}
	if err != nil && (format.IsText(name) || !silent(err)) {
		l.fail(fault.About(at.path(name), err))
	}
}

// inArchive reads a file that does not lie on disk by itself.
func (l *loader) inArchive(f file, name string, raw []byte, at place) error {
	if command := l.opt.opener(name); command != nil {
		return l.opened(f, command, "", bytes.NewReader(raw))
	}
	return l.content(f, memory(raw), raw, at)
}

// silent reports whether err is not worth reporting for a file in a folder, which may
// hold anything: one that is no text and whose name does not claim that it is.
func silent(err error) bool {
	var e *fault.Error
	return errors.As(err, &e) && (e.Reason == fault.Binary || e.Reason == fault.Empty || e.Reason == fault.NoArticles || e.Reason == fault.BadRecords)
}

// readFile returns the bytes of a regular file, nil for what is none.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, nil
	case info.Size() > limit.File:
		return nil, &fault.Error{Reason: fault.TooBig}
	}
	return limit.ReadAll(f, info.Size())
}

// content reads a file by its content: raw is all of it. The error is about the whole
// of it.
func (l *loader) content(f file, open opener, raw []byte, at place) error {
	f.Lines = l.opt.Lines
	switch {
	case format.IsZip(raw):
		return l.zip(f, open, at)
	case format.IsGzip(raw):
		return l.gzip(f, open, at)
	}
	drafts, err := f.Read(l.ctx, raw, l.opt.Encoding)
	return l.take(&f, drafts, err)
}

// text reads a file that is a text, as what a packed one holds or a command makes
// must be.
func (l *loader) text(f file, raw []byte) error {
	f.Lines = l.opt.Lines
	drafts, err := f.ReadText(l.ctx, raw, l.opt.Encoding)
	return l.take(&f, drafts, err)
}

// take takes the articles of a file and its notices, or returns the error that
// it could not be read for.
func (l *loader) take(f *file, drafts []format.Draft, err error) error {
	if err != nil {
		return err
	}
	for _, d := range drafts {
		if l.stopped() {
			return nil
		}
		l.found = append(l.found, f.found(d, len(drafts)))
	}
	for _, n := range f.Notices {
		l.fail(n)
	}
	return nil
}

// finish reads the parts there are.
func (l *loader) finish() {
	if l.parts == nil {
		return
	}
	all, err := l.parts()
	if l.parts = nil; err != nil {
		l.fail(err)
		return
	}
	defer all.close()
	for one := range all.all {
		one.read(l)
	}
}

func (l *loader) fail(err error) { l.found = append(l.found, found{err: err}) }

func (l *loader) stopped() bool { return l.ctx.Err() != nil }
