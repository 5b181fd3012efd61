package data

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A vigil watches over the paths of the command line: they may vanish and come back,
// created anew or moved. While one is gone only events of the nearest existing folder
// above show its return. Roots are identified by their absolute path.
type vigil map[string]*post

// A post is how a root was seen last.
type post struct {
	is    fs.FileInfo // nil while it is gone
	above string      // the folder that is watched meanwhile, "" for none
}

// isAbove reports whether p is a path or a folder above it.
func isAbove(p, below string) bool {
	rest, ok := strings.CutPrefix(below, strings.TrimSuffix(p, string(filepath.Separator)))
	return ok && (rest == "" || os.IsPathSeparator(rest[0]))
}

// look returns the file info of the path of a root, nil where it does not exist or is
// no longer of the same kind, folder or file.
func (r *root) look() fs.FileInfo {
	info, err := os.Stat(r.path)
	if err != nil || info.IsDir() != r.folder {
		return nil
	}
	return info
}

// concerned returns the roots that are gone and may be there again when something
// has happened to a path.
func (v vigil) concerned(p string) (roots []string) {
	for root, post := range v {
		if post.is == nil && isAbove(p, root) {
			roots = append(roots, root)
		}
	}
	return roots
}

// watches reports whether a folder is watched for a root that is gone.
func (v vigil) watches(folder string) bool {
	for _, post := range v {
		if post.above == folder {
			return true
		}
	}
	return false
}

// moved returns the roots that may have come, gone or become others without a word,
// as they do when a folder above them gets another name.
func (v vigil) moved() (roots []string) {
	for root, post := range v {
		now, err := os.Stat(root)
		gone := err != nil
		if gone != (post.is == nil) || !gone && now.IsDir() && !os.SameFile(now, post.is) {
			roots = append(roots, root)
		}
	}
	return roots
}

// seek looks for a root. Where it does not exist, its coming will be noticed.
func (w *watcher) seek(r *root) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.release(r.path)
	for above := ""; ; {
		if is := r.look(); is != nil {
			w.release(r.path)
			w.vigil[r.path] = &post{is: is}
			return
		}
		nearest := folderAbove(r.path)
		if nearest == above {
			return // it was watched before the last look
		}
		above = nearest
		w.release(r.path)
		w.vigil[r.path] = new(post) // where it cannot be watched it is looked for once in a while
		if w.folders[above] || w.fs.Add(above) == nil {
			w.vigil[r.path].above = above
		}
	}
}

// release ends the vigil for a root; the caller has the lock.
func (w *watcher) release(root string) {
	was := w.vigil[root]
	delete(w.vigil, root)
	if was != nil && was.above != "" && !w.folders[was.above] && !w.vigil.watches(was.above) {
		w.fs.Remove(was.above)
	}
}

// folderAbove returns the nearest folder above a path that is there.
func folderAbove(p string) string {
	for {
		up := filepath.Dir(p)
		if info, err := os.Stat(up); err == nil && info.IsDir() || up == p {
			return up
		}
		p = up
	}
}
