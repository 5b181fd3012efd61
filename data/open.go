package data

import (
	"context"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"juan/model"
)

// Open yields the articles of what a command line names: files, folders,
// archives, and "-" for stdin. Errors are as in [Load]; a folder without any
// text is one.
func Open(ctx context.Context, paths []string, stdin io.Reader, opt Options) iter.Seq2[*model.Article, error] {
	return load(ctx, opt, func(l *loader) {
		for _, p := range paths {
			if l.stopped() {
				return
			}
			var err error
			if p == "-" {
				err = l.stream("-", "stdin", stdin)
			} else {
				err = l.path(p)
			}
			if err != nil {
				l.fail(fault(p, err))
			}
		}
	})
}

// path yields the articles of one file or folder.
func (l *loader) path(p string) error {
	info, err := os.Stat(p)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return l.folder(p)
	case info.Mode().IsRegular():
	case info.Mode()&fs.ModeNamedPipe != 0 && isDescriptor(p):
		return l.pipe(p)
	default:
		return &Error{Path: p, Reason: Special}
	}
	f, err := os.Open(p)
	if err != nil {
		return err
	}
	defer f.Close()
	name := filepath.Base(p)
	title := stem(shownName(name))
	one := file{id: title, title: title, name: shownName(p), path: p}
	at := place{root: p}
	one.side, one.sideText = sideFile(os.DirFS(filepath.Dir(p)), name)
	if command := l.opt.opener(name); command != nil {
		return l.opened(one, command, p, f)
	}
	if isZip(f) {
		return l.zip(one, f, info.Size(), at)
	}
	if info.Size() > maxFile {
		return &Error{Path: p, Reason: TooBig}
	}
	raw, err := readAll(f, info.Size())
	if err != nil {
		return err
	}
	return l.content(one, raw, at)
}

func (l *loader) folder(p string) error {
	before := len(l.taken)
	l.tree(dirFS(p), place{root: filepath.ToSlash(p)})
	if len(l.taken) == before && !l.stopped() {
		return &Error{Path: p, Reason: NoArticles}
	}
	return nil
}

// stream yields the articles of a pipe.
func (l *loader) stream(path, id string, r io.Reader) error {
	raw, err := readAll(r, 0)
	if err != nil {
		return err
	}
	return l.content(file{id: id, name: path, path: path}, raw, place{root: path})
}

// pipe yields the articles of a pipe the shell has put in the place of a
// file. Other pipes are not read: nothing says that they will ever end.
func (l *loader) pipe(p string) error {
	f, err := os.Open(p)
	if err != nil {
		return err
	}
	defer f.Close()
	return l.stream(p, "stdin", f)
}

// isDescriptor reports whether p is an open file of this process.
func isDescriptor(p string) bool {
	return p == "/dev/stdin" || strings.HasPrefix(p, "/dev/fd/") || strings.HasPrefix(p, "/proc/self/fd/")
}
