package data

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"juan/data/export"
	"juan/data/fault"
	"juan/data/format"
	"juan/model"
)

// ImportOptions say how articles are written.
type ImportOptions struct {
	Force  bool                // replace files that are there
	Repair func(string) string // repairs the punctuation of a paragraph; nil leaves it
}

// Import writes each article as one Markdown file of dir, which it makes where
// needed, and yields the path of each file written. A file is written whole
// or not at all, and only when reading it back gives the same characters and
// the same outline. Errors of articles are passed on; an [*fault.Error] with Exists,
// Lossy or Unwritable names the file that was not written.
func Import(ctx context.Context, articles iter.Seq2[*model.Article, error], dir string, opt ImportOptions) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			yield("", &fault.Error{Path: dir, Reason: fault.Unwritable, Err: err})
			return
		}
		removePartials(dir)
		names := newFileNaming(dir)
		var begun partial
		defer begun.heed()()
		for a, err := range articles {
			if ctx.Err() != nil {
				return
			}
			var p string
			if err == nil {
				p = filepath.Join(dir, names.name(a.Title))
				err = begun.article(p, a, opt)
			}
			if err != nil {
				p = ""
			}
			if !yield(p, err) {
				return
			}
		}
	}
}

// article writes one article.
func (begun *partial) article(p string, a *model.Article, opt ImportOptions) error {
	if opt.Repair != nil {
		a = export.Repaired(a, opt.Repair)
	}
	text := export.Markdown(a, true)
	if !format.ReadsBack(a, text) {
		if text = export.Markdown(a, false); !format.ReadsBack(a, text) {
			return &fault.Error{Path: p, Reason: fault.Lossy}
		}
	}
	if _, err := os.Lstat(p); err == nil && !opt.Force {
		return &fault.Error{Path: p, Reason: fault.Exists}
	}
	if err := begun.whole(p, text, opt.Force); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return &fault.Error{Path: p, Reason: fault.Exists}
		}
		return &fault.Error{Path: p, Reason: fault.Unwritable, Err: err}
	}
	return nil
}

// whole writes a file so that no one ever sees a part of it: under another name
// first, which then becomes its own.
func (begun *partial) whole(p, text string, force bool) (err error) {
	f, err := begun.create(filepath.Dir(p))
	if err != nil {
		return err
	}
	defer begun.remove()
	_, err = f.WriteString(text)
	err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close())
	if err != nil {
		return err
	}
	if !force { // a link fails where a file is there by now
		err = os.Link(f.Name(), p)
		if err == nil || errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return os.Rename(f.Name(), p)
}
