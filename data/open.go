package data

import (
	"context"
	"io"
	"iter"
	"os"
	"path/filepath"

	"juan/model"
)

// Open yields the articles of what a command line names: files, folders,
// archives, and "-" for stdin. Errors are as in [Load]; a folder without any
// text is one.
func Open(ctx context.Context, paths []string, stdin io.Reader, opt Options) iter.Seq2[*model.Article, error] {
	return func(yield func(*model.Article, error) bool) {
		l := newLoader(ctx, opt, yield)
		for _, p := range paths {
			if l.stopped() {
				return
			}
			var err error
			if p == "-" {
				err = l.stream(stdin)
			} else {
				err = l.path(p)
			}
			if err != nil {
				l.fail(err)
			}
		}
	}
}

// path yields the articles of one file or folder.
func (l *loader) path(p string) error {
	info, err := os.Stat(p)
	switch {
	case err != nil:
		return fault(p, err)
	case info.IsDir():
		return l.folder(p)
	case !info.Mode().IsRegular():
		return &Error{Path: p, Reason: Special}
	case info.Size() > maxFile:
		return &Error{Path: p, Reason: TooBig}
	}
	raw, err := os.ReadFile(p)
	if err != nil {
		return fault(p, err)
	}
	name := stem(filepath.Base(filepath.ToSlash(p)))
	return l.text(file{id: name, title: name, path: p}, raw)
}

func (l *loader) folder(p string) error {
	before := len(l.taken)
	l.tree(os.DirFS(p), filepath.ToSlash(p), "")
	if len(l.taken) == before && !l.stopped() {
		return &Error{Path: p, Reason: NoArticles}
	}
	return nil
}

// stream yields the articles of standard input.
func (l *loader) stream(r io.Reader) error {
	raw, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	switch {
	case err != nil:
		return fault("-", err)
	case len(raw) > maxFile:
		return &Error{Path: "-", Reason: TooBig}
	}
	return l.text(file{id: "stdin", name: "-"}, raw)
}
