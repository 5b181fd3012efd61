package data

import (
	"cmp"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"juan/data/fault"
)

// A listed is one step of walking the named paths: a source, an error of listing, or
// the end of a root.
type listed struct {
	source *source
	err    error
	end    *root
}

// A list is the roots that a command line names and all that was found in them,
// in the order in which they were named.
type list struct {
	roots []*root
	steps []listed
}

// A lister lists what a command line names.
type lister struct {
	stdin  io.Reader
	opt    Options
	folder func(p string) // called with each folder, may be nil
	count  func(n int)    // called for each source, may be nil
	stop   func() bool
	list   list
}

// all lists what paths name.
func (l *lister) all(paths []string) list {
	l.name(paths)
	l.walk()
	return l.list
}

// name finds the roots that paths name.
func (l *lister) name(paths []string) {
	for _, p := range paths {
		r, err := newRoot(p, l.stdin)
		if err != nil {
			l.list.steps = append(l.list.steps, listed{err: fault.About(p, err)})
			continue
		}
		r.number = len(l.list.roots)
		l.list.roots = append(l.list.roots, r)
		l.list.steps = append(l.list.steps, listed{end: r})
	}
	if len(l.list.roots) > 1 {
		label(l.list.roots)
	}
}

// walk lists what is in the roots.
func (l *lister) walk() {
	steps := l.list.steps
	l.list.steps = nil
	for _, step := range steps {
		if step.end != nil && !l.stop() {
			l.root(step.end)
		}
		l.list.steps = append(l.list.steps, step)
	}
	if len(l.list.roots) > 1 {
		l.list.dropTwins()
		share(l.list.roots, l.list.common())
	}
}

// root lists what is in one root.
func (l *lister) root(r *root) {
	found := func(s *source) bool {
		l.list.steps = append(l.list.steps, listed{source: s})
		if l.count != nil {
			l.count(1)
		}
		return !l.stop()
	}
	if !r.folder {
		s := &source{root: r}
		if !r.piped() {
			s.sides = sidesOnDisk(r.path)
			if l.folder != nil {
				l.folder(filepath.Dir(r.path))
			}
		}
		found(s)
		return
	}
	w := walker{root: r, left: maxFiles, opt: l.opt, found: found, folder: l.folder, fail: func(err error) bool {
		r.ails = true
		l.list.steps = append(l.list.steps, listed{err: err})
		return !l.stop()
	}}
	w.walk("")
}

// sidesOnDisk returns the names of the side files of one file.
func sidesOnDisk(p string) []string {
	var sides []string
	for _, side := range sideNamesOf(filepath.Base(p)) {
		if _, err := os.Stat(filepath.Join(filepath.Dir(p), side)); err == nil {
			sides = append(sides, side)
		}
	}
	return sides
}

func (l *list) sources() []*source {
	var all []*source
	for _, step := range l.steps {
		if step.source != nil {
			all = append(all, step.source)
		}
	}
	return all
}

// dropTwins keeps one of several sources that are the same file: the one that lies in
// the outermost folder.
func (l *list) dropTwins() {
	keep := make(map[string]*source)
	for _, s := range l.sources() {
		if other := keep[s.abs()]; other == nil || len(s.path) < len(other.path) {
			keep[s.abs()] = s
		}
	}
	steps := l.steps[:0]
	for _, step := range l.steps {
		if step.source == nil || keep[step.source.abs()] == step.source {
			steps = append(steps, step)
		} else {
			step.source.shared = true
		}
	}
	l.steps = steps
}

// newRoot returns what p names; "-" is stdin.
func newRoot(p string, stdin io.Reader) (*root, error) {
	if p == "-" {
		return &root{name: p, path: p, pipe: newPipe(func() (io.ReadCloser, error) { return io.NopCloser(stdin), nil })}, nil
	}
	info, err := os.Stat(p)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir(), info.Mode().IsRegular():
		real, err := realPath(p)
		return &root{name: filepath.ToSlash(p), path: real, folder: info.IsDir()}, err
	case info.Mode()&fs.ModeNamedPipe != 0:
		return &root{name: p, path: p, pipe: newPipe(func() (io.ReadCloser, error) { return os.Open(p) })}, nil
	}
	return nil, &fault.Error{Path: p, Reason: fault.Special}
}

// realPath returns the absolute path of what p names, links resolved.
func realPath(p string) (string, error) {
	abs, err := filepath.Abs(p)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	return cmp.Or(real, abs), err
}

// A pipe is read once; what came out of it is kept.
type pipe struct {
	open func() (io.ReadCloser, error)
	once sync.Once
	raw  []byte
	err  error
}

func newPipe(open func() (io.ReadCloser, error)) *pipe { return &pipe{open: open} }

// read returns all that comes out of the pipe, as take reads it.
func (p *pipe) read(take func(io.Reader) ([]byte, error)) ([]byte, error) {
	p.once.Do(func() {
		r, err := p.open()
		if err != nil {
			p.err = err
			return
		}
		defer r.Close()
		p.raw, p.err = take(r)
	})
	return p.raw, p.err
}
