package data

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

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
		taken := map[string]bool{}
		for a, err := range articles {
			if ctx.Err() != nil {
				return
			}
			var p string
			if err == nil {
				p = filepath.Join(dir, fileName(a, taken))
				err = writeArticle(p, a, opt)
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

// fileName returns a name for an article that no system objects to and that
// no other has in this run.
func fileName(a *model.Article, taken map[string]bool) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r):
			return '_'
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, a.Title)
	if name = strings.Trim(name, " ."); name == "" {
		name = "article"
	}
	for len(name) > 180 {
		r := []rune(name)
		name = string(r[:len(r)-1])
	}
	one := name
	for n := 2; taken[strings.ToLower(one)]; n++ {
		one = name + " " + strconv.Itoa(n)
	}
	taken[strings.ToLower(one)] = true
	return one + ".md"
}

// writeArticle writes one article.
func writeArticle(p string, a *model.Article, opt ImportOptions) error {
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
	if err := writeWhole(p, text, opt.Force); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return &fault.Error{Path: p, Reason: fault.Exists}
		}
		return &fault.Error{Path: p, Reason: fault.Unwritable, Err: err}
	}
	return nil
}

// writeWhole writes a file so that no one ever sees a part of it: under
// another name first, which then becomes its own.
func writeWhole(p, text string, force bool) (err error) {
	f, err := os.CreateTemp(filepath.Dir(p), ".juan-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
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
