package data

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"juan/model"
)

// Limits keep a hostile source from filling the memory.
const (
	maxFile  = 64 << 20 // bytes of one text
	maxFiles = 100_000  // texts of one folder or archive
)

// A loader yields the articles of one call and gives them their IDs.
type loader struct {
	ctx   context.Context
	opt   Options
	yield func(*model.Article, error) bool
	done  bool // the caller or the context has had enough
	taken map[string]bool
	files int
}

func newLoader(ctx context.Context, opt Options, yield func(*model.Article, error) bool) *loader {
	return &loader{ctx: ctx, opt: opt, yield: yield, taken: map[string]bool{}}
}

// tree yields the articles of fsys. root stands before their paths, group
// before their groups.
func (l *loader) tree(fsys fs.FS, root, group string) {
	l.files = 0
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case l.stopped():
			return fs.SkipAll
		case err != nil:
			l.fail(fault(join(root, name), err))
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || !readable(name):
			return nil
		}
		if l.files++; l.files > maxFiles {
			l.fail(&Error{Path: named(root), Reason: TooMany})
			return fs.SkipAll
		}
		l.entry(fsys, name, root, group)
		return nil
	})
	if err != nil {
		l.fail(fault(named(root), err))
	}
}

// entry yields the articles of one file of a tree. A file that holds no text
// is passed over without a word: a folder may hold anything.
func (l *loader) entry(fsys fs.FS, name, root, group string) {
	info, err := fs.Stat(fsys, name)
	if err == nil && !info.Mode().IsRegular() {
		return
	}
	f := file{id: stem(name), title: path.Base(stem(name)), path: join(root, name), group: path.Join(group, dir(name))}
	if root == "" {
		f.name, f.path = name, ""
	}
	if err == nil && info.Size() > maxFile {
		err = &Error{Path: f.named(), Reason: TooBig}
	}
	var raw []byte
	if err == nil {
		raw, err = fs.ReadFile(fsys, name)
	}
	if err != nil {
		l.fail(fault(f.named(), err))
		return
	}
	err = l.text(f, raw)
	var e *Error
	if errors.As(err, &e) && e.Reason != Binary && e.Reason != Empty {
		l.fail(err)
	}
}

// text decodes raw, reads it and yields its articles. The error is about the
// whole of it.
func (l *loader) text(f file, raw []byte) error {
	if err := f.decode(raw, l.opt.Encoding); err != nil {
		return err
	}
	drafts := f.read()
	for i, d := range drafts {
		if l.stopped() {
			return nil
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
	return nil
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

// readable reports whether a file of a folder may hold articles, by its name:
// a text's extension or none at all.
func readable(name string) bool {
	switch ext := suffix(name); ext {
	case "", ".md", ".markdown", ".mkd", ".mdown", ".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson":
		return true
	}
	return false
}

// suffix returns the extension of name in lower case, "" where what
// follows the last dot is no extension: 1.前言, v2.0 final.
func suffix(name string) string {
	ext := strings.ToLower(path.Ext(name))
	if len(ext) < 2 || len(ext) > 10 || ext == path.Base(name) {
		return ""
	}
	for i := 1; i < len(ext); i++ {
		if c := ext[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return ""
		}
	}
	return ext
}

// stem returns name without its extension.
func stem(name string) string { return name[:len(name)-len(suffix(name))] }

// dir returns the folder of name, "" at the top.
func dir(name string) string {
	if d := path.Dir(name); d != "." {
		return d
	}
	return ""
}

func join(root, name string) string {
	switch {
	case root == "":
		return name
	case name == ".":
		return root
	}
	return strings.TrimSuffix(root, "/") + "/" + name
}

func named(root string) string {
	if root == "" {
		return "."
	}
	return root
}
