package data

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long a file must be left alone before it is read again: an
// editor writes in several steps.
const settle = 200 * time.Millisecond

// maxWatched is how many folders are watched at most: systems have few
// watches to give.
const maxWatched = 2000

// Watch says when files and folders change on disk, links to them included.
// Each value lists the paths that changed since the last, as they lie in the
// folder watched; a burst of changes is one value. The channel is closed when
// ctx is done. What cannot be watched is passed over; the error is that of
// the system where nothing can be.
func Watch(ctx context.Context, paths []string) (<-chan []string, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	v := &watcher{fsnotify: w, files: map[string]bool{}, folders: map[string]bool{}}
	for _, p := range paths {
		if info, err := os.Stat(p); err == nil && info.IsDir() {
			v.folder(p)
		} else if err == nil {
			v.files[filepath.Clean(p)] = true
			v.add(filepath.Dir(p)) // an editor may put a new file in the place of the old
		}
	}
	changes := make(chan []string)
	go v.run(ctx, changes)
	return changes, nil
}

// A watcher gathers changes until they have settled.
type watcher struct {
	fsnotify *fsnotify.Watcher
	files    map[string]bool // watched by themselves
	folders  map[string]bool // watched whole
	watched  int
}

func (v *watcher) add(dir string) {
	if v.watched < maxWatched && v.fsnotify.Add(dir) == nil {
		v.watched++
	}
}

// folder watches a folder and those in it.
func (v *watcher) folder(p string) {
	filepath.WalkDir(p, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || v.watched >= maxWatched:
			return nil
		case d.IsDir() && name != p && hidden(d.Name()):
			return filepath.SkipDir
		case d.IsDir():
			v.folders[filepath.Clean(name)] = true
			v.add(name)
		}
		return nil
	})
}

// run hands on the changes, each burst once.
func (v *watcher) run(ctx context.Context, changes chan<- []string) {
	defer close(changes)
	defer v.fsnotify.Close()
	var changed []string
	quiet := time.NewTimer(settle)
	quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-v.fsnotify.Events:
			if !ok {
				return
			}
			if v.concerns(e) {
				changed = append(changed, filepath.Clean(e.Name))
				quiet.Reset(settle)
			}
		case _, ok := <-v.fsnotify.Errors: // an overflow, say: the next change tells
			if !ok {
				return
			}
		case <-quiet.C:
			select {
			case changes <- compacted(changed):
			case <-ctx.Done():
				return
			}
			changed = nil
		}
	}
}

// concerns reports whether an event is about a text that is watched, and
// watches a folder that is new.
func (v *watcher) concerns(e fsnotify.Event) bool {
	name := filepath.Clean(e.Name)
	text := strings.TrimSuffix(name, sideSuffix)
	switch {
	case e.Op == fsnotify.Chmod || hidden(filepath.Base(name)):
		return false
	case v.files[name] || v.files[text]:
		return true
	case !v.folders[filepath.Dir(name)]:
		return false
	case e.Has(fsnotify.Create):
		if info, err := os.Lstat(name); err == nil && info.IsDir() {
			v.folder(name)
			return true
		}
	case v.folders[name]: // removed or renamed
		delete(v.folders, name)
		return true
	}
	return text != name || readable(filepath.Base(name))
}

// compacted returns the names, each once, in the order in which they came.
func compacted(names []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, n := range names {
		if !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return out
}
