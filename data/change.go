package data

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"juan/data/fault"
	"juan/data/format"
	"juan/model"
)

// changes reads what changes on disk until ctx is done.
func (l *Library) changes(ctx context.Context, w *watcher, roots []*root) {
	for {
		select {
		case <-ctx.Done():
			return
		case b := <-w.bursts:
			l.change(ctx, w, roots, b)
		}
	}
}

// change brings the library up to date with a burst of file events.
func (l *Library) change(ctx context.Context, w *watcher, roots []*root, b burst) {
	t := tour{library: l, watcher: w, roots: roots, ctx: ctx}
	if b.all {
		for _, r := range roots {
			if !r.piped() {
				t.visit(r.path)
			}
		}
	}
	for _, p := range b.paths {
		t.visit(p)
	}
	t.sweep()
	slices.SortFunc(t.found, func(a, b *source) int { return walked(a.abs(), b.abs()) })
	t.found = slices.CompactFunc(t.found, func(a, b *source) bool { return a.abs() == b.abs() })
	byFolder(t.found)
	l.update(ctx, t.found)
	if len(roots) > 1 {
		l.retell(roots)
	}
	l.settle()
}

// A tour looks at paths that have changed: which sources there are now, and
// below which folders there may be fewer than there were.
type tour struct {
	library *Library
	watcher *watcher
	roots   []*root
	ctx     context.Context
	found   []*source
	swept   map[string]bool // folders whose sources are among found or gone
}

// visit looks at a path.
func (t *tour) visit(p string) {
	if text, side := strings.CutSuffix(p, sideSuffix); side {
		t.sided(text)
		return
	}
	r := t.rootAt(p)
	info, err := t.look(p, r)
	switch {
	case err != nil || info.IsDir():
		wasFolder := t.watcher.left(p)
		if err == nil || wasFolder || r != nil {
			t.sweepLater(p)
		}
		if err != nil && wasFolder && r != nil {
			t.library.news.add(model.News{Err: &fault.Error{Path: r.name, Reason: fault.NotFound}})
		}
		if err == nil {
			t.walk(p)
		} else {
			t.library.gone(p)
		}
	default:
		t.file(p, !info.Mode().IsRegular())
	}
	for _, r := range t.roots {
		if p != r.path && isAbove(p, r.path) && !r.piped() {
			t.visit(r.path)
		}
	}
}

// rootAt returns the root with a path, or nil.
func (t *tour) rootAt(p string) *root {
	for _, r := range t.roots {
		if r.path == p && !r.piped() {
			return r
		}
	}
	return nil
}

// look returns the source at a path, which may be that of a root. A root that changed
// from a folder to a file, or the other way round, is gone.
func (t *tour) look(p string, r *root) (fs.FileInfo, error) {
	if r == nil {
		return os.Lstat(p)
	}
	t.watcher.seek(r)
	info := r.look()
	if info == nil {
		return nil, fs.ErrNotExist
	}
	if !r.folder {
		t.watcher.add(filepath.Dir(p))
	}
	return info, nil
}

// sided looks at the texts that a side file may belong to.
func (t *tour) sided(text string) {
	all, _ := os.ReadDir(filepath.Dir(text))
	for _, d := range all {
		if p := filepath.Join(filepath.Dir(text), d.Name()); p == text || format.Stem(p) == text {
			t.file(p, !d.Type().IsRegular())
		}
	}
}

// file finds the source that a file is, if it is one.
func (t *tour) file(p string, link bool) {
	for _, r := range t.roots {
		if s, ok := r.source(p); ok && (s.rel == "" || t.library.opt.readable(s.rel) && !hidden(s.rel)) {
			s.link, s.sides = link, sidesOnDisk(p)
			t.found = append(t.found, s)
			return
		}
	}
}

// walk finds the sources in a folder.
func (t *tour) walk(p string) {
	for _, r := range t.roots {
		s, ok := r.source(p)
		if p == r.path {
			s, ok = &source{root: r}, true
		}
		if !ok || !r.folder || hidden(s.rel) {
			continue
		}
		w := walker{root: r, left: maxFiles, opt: t.library.opt, folder: t.watcher.add,
			found: func(s *source) bool {
				t.found = append(t.found, s)
				return t.ctx.Err() == nil
			},
			fail: func(error) bool { return true },
		}
		w.walk(s.rel)
		return
	}
}

func (t *tour) sweepLater(p string) {
	if t.swept == nil {
		t.swept = make(map[string]bool)
	}
	t.swept[p] = true
}

// sweep takes what lay below the swept folders and is not found any more out of
// the library.
func (t *tour) sweep() {
	if t.swept == nil {
		return
	}
	there := make(map[string]bool, len(t.found))
	for _, s := range t.found {
		there[s.abs()] = true
	}
	t.library.mu.Lock()
	defer t.library.mu.Unlock()
	var gone []string
	for p := range t.library.volumes {
		if !there[p] && t.below(p) {
			gone = append(gone, p)
		}
	}
	t.library.remove(gone)
}

// below reports whether a path lies below a swept folder.
func (t *tour) below(p string) bool {
	for {
		up := filepath.Dir(p)
		switch {
		case t.swept[up]:
			return true
		case up == p:
			return false
		}
		p = up
	}
}

// gone takes the source with a path out, if it is one.
func (l *Library) gone(p string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if v := l.volumes[p]; v != nil {
		if v.source.rel == "" {
			l.news.add(model.News{Err: &fault.Error{Path: v.source.said(), Reason: fault.NotFound}})
		}
		l.remove([]string{p})
	}
}

// update reads those of sources that are not as they were seen.
func (l *Library) update(ctx context.Context, sources []*source) {
	if len(sources) == 0 {
		return
	}
	l.mu.Lock()
	l.files, l.done = len(sources), 0
	known := l.unsure(sources)
	l.mu.Unlock()
	l.compare(ctx, known, len(sources) > fewFiles)
	l.bodies(ctx, slices.DeleteFunc(sources, l.isRead))
	l.mu.Lock()
	defer l.mu.Unlock()
	l.files, l.done = 0, 0
	l.send(model.News{})
}

// retell finds out again which IDs several roots have, and gives the articles of
// files that are called otherwise now their IDs.
func (l *Library) retell(roots []*root) {
	l.mu.Lock()
	defer l.mu.Unlock()
	all := list{roots: roots}
	for _, v := range l.volumes {
		all.steps = append(all.steps, listed{source: v.source})
	}
	was, now := *roots[0].common.Load(), all.common()
	kept := make(map[*volume][]*model.Entry)
	for _, v := range l.volumes {
		if id := v.source.bareID(); was[id] != now[id] && v.reading == nil {
			kept[v] = v.kept(0)
		}
	}
	share(roots, now)
	var news model.News
	for v, entries := range kept {
		l.reenter(v, entries, &news)
	}
	l.send(news)
}

// reenter enters the articles of a volume again after its source was renamed.
func (l *Library) reenter(old *volume, kept []*model.Entry, news *model.News) {
	v := &volume{source: old.source, seen: old.seen, whole: old.whole, notes: old.notes, before: old}
	l.volumes[v.path()] = v
	count := make(map[string]int)
	for _, e := range kept {
		count[e.Path]++
	}
	for _, e := range kept {
		l.enter(v, v.source.kept(e, severalOf(e, count, v.seen.stamp)), news)
	}
	l.leave(v, old, news)
	v.before, v.namer = nil, namer{}
}
