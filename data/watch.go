package data

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A file must be left alone for settle before it is read again: an editor writes in
// several steps. A file that changes without a pause is read after patientFor.
const (
	settle     = 200 * time.Millisecond
	patientFor = time.Second
)

// Systems have few watches to give, and a burst of changes has no end: with
// more folders than maxWatched, those beyond are looked at every pollAfter, and
// with more changed paths than maxChanged all is.
const (
	maxWatched = 2000
	maxChanged = 10_000
	pollAfter  = 30 * time.Second
)

// A burst is the paths that have changed since the last: files, and folders
// that came, went or may hold anything new. All says that any may have.
type burst struct {
	paths []string
	all   bool
}

// A watcher gathers what changes in folders. All paths are absolute.
type watcher struct {
	fs     *fsnotify.Watcher
	bursts chan burst
	opt    Options // say what may hold articles

	mu      sync.Mutex
	limit   int
	folders map[string]bool // watched
	beyond  bool            // there are folders that are not watched
	vigil   vigil           // of all roots
}

// newWatcher returns a watcher of nothing; run has to be called.
func newWatcher(limit int, opt Options) (*watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return &watcher{
		fs: w, bursts: make(chan burst), opt: opt, limit: limit, folders: make(map[string]bool),
		vigil: make(vigil),
	}, nil
}

// add watches a folder, but not those in it.
func (w *watcher) add(folder string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case w.folders[folder]:
	case len(w.folders) >= w.limit, w.fs.Add(folder) != nil:
		w.beyond = true
	default:
		w.folders[folder] = true
	}
}

// left reports whether a path was a folder that was watched, and forgets it.
func (w *watcher) left(p string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.folders[p] {
		return false
	}
	below := p + string(filepath.Separator)
	for f := range w.folders {
		if f == p || strings.HasPrefix(f, below) {
			w.fs.Remove(f) // a folder that was moved is still watched by its old name
			delete(w.folders, f)
		}
	}
	return true
}

// state returns whether there are folders that are not watched, and which roots
// have come or gone without a word.
func (w *watcher) state() (beyond bool, moved []string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.beyond, w.vigil.moved()
}

// run gathers changes and hands them on as bursts until ctx is done.
func (w *watcher) run(ctx context.Context) {
	defer w.fs.Close()
	g := gathering{paths: make(map[string]bool)}
	quiet := time.NewTimer(time.Hour)
	defer quiet.Stop()
	poll := time.NewTicker(pollAfter)
	defer poll.Stop()
	var ready chan<- burst // nil while there is nothing to hand on
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.fs.Events:
			if !ok {
				return
			}
			for _, p := range w.concerned(e) {
				quiet.Reset(g.add(p))
			}
		case err, ok := <-w.fs.Errors:
			if !ok {
				return
			}
			if errors.Is(err, fsnotify.ErrEventOverflow) {
				g.all = true
				quiet.Reset(settle)
			}
		case <-poll.C:
			beyond, moved := w.state()
			for _, root := range moved {
				quiet.Reset(g.add(root))
			}
			if beyond {
				g.all, ready = true, w.bursts
			}
		case <-quiet.C:
			ready = w.bursts
		case ready <- g.burst():
			g, ready = gathering{paths: make(map[string]bool)}, nil
		}
	}
}

// concerned returns the paths that are to be looked at after an event.
func (w *watcher) concerned(e fsnotify.Event) []string {
	p := filepath.Clean(e.Name)
	w.mu.Lock()
	roots, folder := w.vigil.concerned(p), filepath.Dir(p)
	foreign := w.vigil.watches(folder) && !w.folders[folder]
	w.mu.Unlock()
	if !foreign && w.concerns(e) {
		return append(roots, p)
	}
	return roots
}

// concerns reports whether an event may be about a text or a folder.
func (w *watcher) concerns(e fsnotify.Event) bool {
	name := filepath.Base(e.Name)
	switch {
	case e.Op == fsnotify.Chmod || hidden(name):
		return false
	case w.opt.readable(name) || strings.HasSuffix(name, sideSuffix) || !e.Has(fsnotify.Create):
		return true
	}
	info, err := os.Lstat(e.Name)
	return err == nil && info.IsDir()
}

// A gathering is the changes since the last burst.
type gathering struct {
	paths map[string]bool
	order []string
	all   bool
	since time.Time // of the first
}

// add takes a path in and returns how long to wait for more.
func (g *gathering) add(p string) time.Duration {
	now := time.Now()
	if g.since.IsZero() {
		g.since = now
	}
	if !g.all && !g.paths[p] {
		g.paths[p] = true
		g.order = append(g.order, p)
	}
	if len(g.order) > maxChanged {
		g.all, g.paths, g.order = true, nil, nil
	}
	return max(0, min(settle, patientFor-now.Sub(g.since)))
}

func (g *gathering) burst() burst { return burst{g.order, g.all} }
