package data

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"path"
	"strconv"
	"strings"

	"juan/data/charset"
	"juan/model"
)

// Limits keep a hostile source from filling the memory.
const (
	maxFile  = 64 << 20  // bytes of one text
	maxFiles = 100_000   // texts of one folder or archive
	maxTotal = 256 << 20 // bytes of all texts of one archive
	maxLines = 1_000_000 // lines of one text: each becomes a block
	maxTexts = 250_000   // articles of one file
)

// A loader yields the articles of one call and gives them their IDs.
type loader struct {
	ctx   context.Context
	opt   Options
	yield func(*model.Article, error) bool
	done  bool // the caller or the context has had enough
	taken map[string]bool
}

// A place is where a tree of files stands among what is opened.
type place struct {
	root   string // before the paths, "" for the embedded library
	prefix string // before the IDs
	group  string // before the groups
	inside bool   // an archive: those in it stay shut
}

// load runs work, unless the encoding asked for is not known.
func load(ctx context.Context, opt Options, work func(*loader)) iter.Seq2[*model.Article, error] {
	return func(yield func(*model.Article, error) bool) {
		if _, ok := charset.Named(opt.Encoding); !ok && opt.Encoding != "" {
			yield(nil, &Error{Path: opt.Encoding, Reason: BadEncoding})
			return
		}
		work(&loader{ctx: ctx, opt: opt, yield: yield, taken: map[string]bool{}})
	}
}

// tree yields the articles of fsys in path order.
func (l *loader) tree(fsys fs.FS, at place) {
	left, room := maxFiles, int64(maxTotal)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch hidden := name != "." && hidden(path.Base(name)); {
		case l.stopped():
			return fs.SkipAll
		case err != nil:
			l.fail(fault(at.path(name), err))
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() && (hidden || path.Base(name) == "__MACOSX"):
			return fs.SkipDir
		case d.IsDir() || hidden || !l.opt.readable(name):
			return nil
		}
		if left--; left < 0 || at.inside && room < 0 {
			l.fail(&Error{Path: at.path("."), Reason: TooMany})
			return fs.SkipAll
		}
		room -= l.entry(fsys, name, at)
		return nil
	})
	if err != nil {
		l.fail(fault(at.path("."), err))
	}
}

// entry yields the articles of one file of a tree and returns its bytes.
func (l *loader) entry(fsys fs.FS, name string, at place) int64 {
	raw, err := readFile(fsys, name)
	if err == nil && raw != nil {
		f := at.file(name)
		f.side, f.sideText = sideFile(fsys, name)
		if command := l.opt.opener(name); command != nil {
			err = l.opened(f, command, at.onDisk(fsys, name), bytes.NewReader(raw))
		} else {
			err = l.content(f, raw, at)
		}
	}
	if err != nil && at.inside {
		err = archiveError(at.path(name), err)
	}
	if err != nil && (isText(name) || !silent(err)) {
		l.fail(fault(at.path(name), err))
	}
	return int64(len(raw))
}

// silent reports whether err is nothing to speak of in a folder, which may
// hold anything: a file whose name does not say that it is a text is none.
func silent(err error) bool {
	var e *Error
	return errors.As(err, &e) && (e.Reason == Binary || e.Reason == Empty || e.Reason == NoArticles || e.Reason == BadRecords)
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
		id: path.Join(at.prefix, stem(name)), title: path.Base(stem(name)),
		name: at.path(name), path: at.path(name), group: path.Join(at.group, dir(name)),
	}
	if at.root == "" {
		f.path = ""
	}
	return f
}

// readFile returns the bytes of a regular file, nil for what is none.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, nil
	case info.Size() > maxFile:
		return nil, &Error{Reason: TooBig}
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f, info.Size())
}

// readAll reads what is at most maxFile bytes, about size.
func readAll(r io.Reader, size int64) ([]byte, error) {
	b := bytes.NewBuffer(make([]byte, 0, min(size, maxFile)+bytes.MinRead))
	n, err := b.ReadFrom(io.LimitReader(r, maxFile+1))
	if err == nil && n > maxFile {
		err = &Error{Reason: TooBig}
	}
	return b.Bytes(), err
}

// content yields the articles of a file by what its bytes are. The error is
// about the whole of it.
func (l *loader) content(f file, raw []byte, at place) error {
	switch {
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")), bytes.HasPrefix(raw, []byte("PK\x05\x06")):
		return l.zip(f, bytes.NewReader(raw), int64(len(raw)), at)
	case bytes.HasPrefix(raw, []byte("\x1f\x8b")):
		return l.gzip(f, bytes.NewReader(raw), at)
	case isRich(raw):
		return l.rich(f, raw)
	case isMail(raw, f.name):
		return l.mail(f, raw)
	}
	return l.text(f, raw)
}

// text decodes raw, reads it and yields its articles.
func (l *loader) text(f file, raw []byte) error {
	if isLockedOffice(raw, f.name) {
		return &Error{Path: f.name, Reason: Encrypted}
	}
	if format := foreignFormat(raw, f.name); format != "" {
		return &Error{f.name, Foreign, format}
	}
	if err := f.decode(raw, l.opt.Encoding); err != nil {
		return err
	}
	drafts, err := f.read()
	if err != nil {
		return err
	}
	l.drafts(&f, drafts)
	return nil
}

// drafts yields the articles of a file and its notices.
func (l *loader) drafts(f *file, drafts []draft) {
	f.correct(drafts)
	for i, d := range drafts {
		if l.stopped() {
			return
		}
		if d.entry.ID == "" {
			d.entry.ID = f.id
			if len(drafts) > 1 {
				d.entry.ID += "#" + strconv.Itoa(i+1)
			}
		}
		d.entry.ID = l.unique(d.entry.ID)
		l.done = !l.yield(model.NewArticle(d.entry, d.body), nil)
	}
	for _, n := range f.notices {
		l.fail(n)
	}
}

// unique returns id, or id with a number where another article has it.
func (l *loader) unique(id string) string {
	one := id
	for n := 2; l.taken[one]; n++ {
		one = id + "~" + strconv.Itoa(n)
	}
	l.taken[one] = true
	return one
}

func (l *loader) fail(err error) {
	if !l.stopped() {
		l.done = !l.yield(nil, err)
	}
}

func (l *loader) stopped() bool { return l.done || l.ctx.Err() != nil }
