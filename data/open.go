package data

import (
	"context"
	"io"
	"io/fs"
	"iter"
	"runtime"
	"slices"

	"juan/data/charset"
	"juan/data/fault"
	"juan/model"
)

// Open yields the articles of what a command line names: files, folders, archives,
// named pipes, and "-" for stdin. Errors are as in [Load]; a folder without any text is
// one. Sources are read on opt.Cores at once, but results keep their order. A panic
// while reading reaches the caller as a [parallel.Panic].
func Open(ctx context.Context, paths []string, stdin io.Reader, opt Options) iter.Seq2[*model.Article, error] {
	return func(yield func(*model.Article, error) bool) {
		if err := opt.check(); err != nil {
			yield(nil, err)
			return
		}
		if opt.Cores == 0 {
			opt.Cores = runtime.GOMAXPROCS(0)
		}
		l := lister{stdin: stdin, opt: opt, stop: func() bool { return ctx.Err() != nil }}
		all := l.all(paths)
		r := reading{opt: opt}
		var names naming
		names.foresee(ctx, opt, all)
		articles := 0 // of the root
		for p := range r.results(ctx, slices.Values(all.steps)) {
			if p.end != nil {
				if p.end.folder && articles == 0 && !p.end.shared && !p.end.ails {
					p.err = &fault.Error{Path: p.end.name, Reason: fault.NoArticles}
				}
				articles = 0
			}
			if p.err != nil && !yield(nil, p.err) {
				return
			}
			for _, f := range p.found {
				if ctx.Err() != nil {
					return
				}
				if f.err != nil {
					if !yield(nil, f.err) {
						return
					}
					continue
				}
				articles++
				if !yield(names.article(p.source.abs(), &f), nil) {
					return
				}
			}
		}
	}
}

// Load yields the articles of a tree in path order. An error is yielded with
// a nil article and is an [*fault.Error] where something could not be read, a
// [*fault.Notice] where all was read but something is worth a word; the rest still
// follows. ctx is looked at once an article; when it is done the sequence
// ends.
func Load(ctx context.Context, fsys fs.FS, opt Options) iter.Seq2[*model.Article, error] {
	return func(yield func(*model.Article, error) bool) {
		if err := opt.check(); err != nil {
			yield(nil, err)
			return
		}
		var names naming
		at := place{root: opt.Root}
		walkTree(fsys, ".", opt, func(name string, sides []string, err error) bool {
			l := &loader{ctx: ctx, opt: opt}
			if err != nil {
				l.fail(fault.About(at.path(name), err))
			} else {
				l.fromTree(fsys, name, sides, at)
			}
			l.finish()
			for _, f := range l.found {
				switch {
				case ctx.Err() != nil:
					return false
				case f.err != nil:
					if !yield(nil, f.err) {
						return false
					}
				default:
					a := names.article(name, &f)
					e := *a.Entry
					e.Key = e.ID
					if !yield(a.As(&e), nil) {
						return false
					}
				}
			}
			return true
		})
	}
}

// check returns what is wrong with the options.
func (o Options) check() error {
	if _, ok := charset.Named(o.Encoding); !ok && o.Encoding != "" {
		return &fault.Error{Path: o.Encoding, Reason: fault.BadEncoding}
	}
	return nil
}
