package data

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"juan/data/fault"
	"juan/data/format"
	"juan/model"
)

// A root is what a command line names: a folder, a file or a pipe.
type root struct {
	number int    // of those that were named, see Entry.Root
	name   string // as it was named, with slashes
	path   string // absolute, without links; what was named where that is a pipe
	folder bool
	pipe   *pipe                           // nil where it is none
	ails   bool                            // some folder of it could not be listed, which was said
	shared bool                            // some of its files are another root's too, and read there
	label  string                          // what distinguishes it from the other roots
	common atomic.Pointer[map[string]bool] // the IDs that several roots have, the same for all
}

// A source is one file of a root.
type source struct {
	*root
	rel   string   // its path in the folder, with slashes; "" where it was named itself
	sides []string // the names of the side files beside it
	link  bool     // what its name leads to is not known before it is opened
	whole string   // its absolute path, "" where nobody has made it yet
}

// abs returns the absolute path of the file, which names it for good.
func (s *source) abs() string {
	switch {
	case s.rel == "":
		return s.path
	case s.whole != "":
		return s.whole
	}
	const separator = string(filepath.Separator)
	return strings.TrimSuffix(s.path, separator) + separator + filepath.FromSlash(s.rel)
}

// said returns what messages and entries call the file.
func (s *source) said() string {
	if s.rel == "" {
		return shownName(s.name)
	}
	return shownName(strings.TrimSuffix(s.name, "/") + "/" + s.rel)
}

// group returns the folder that it lies in, "" at the top.
func (s *source) group() string { return dir(shownName(s.rel)) }

// id returns the ID of its article where the text names none.
func (s *source) id() string {
	id := s.bareID()
	if common := s.common.Load(); common != nil && (*common)[id] {
		return path.Join(s.label, id)
	}
	return id
}

// bareID returns what the ID would be if no other root had it.
func (s *source) bareID() string {
	if s.piped() {
		return "stdin"
	}
	return format.Stem(shownName(cmp.Or(s.rel, path.Base(s.name))))
}

// file returns the file to be read.
func (s *source) file() file {
	said := s.said()
	f := file{Text: format.Text{Name: said}, key: s.abs(), id: s.id(), path: said, group: s.group(), root: s.number}
	if !s.piped() {
		f.Title = format.Stem(path.Base(shownName(cmp.Or(s.rel, s.name))))
	}
	return f
}

// walked compares two absolute paths of files by their place in a walk, see
// [byName] and [model.CompareFiles].
func walked(a, b string) int {
	return model.CompareFiles(filepath.ToSlash(a), filepath.ToSlash(b))
}

// byName sorts what is in a folder as people sort names: 2 before 10, 第九 before
// 第十. What the name of a file ends in is looked at last, so that note.md comes
// before note2.md; the folder note comes before both.
func byName(all []fs.DirEntry) {
	slices.SortFunc(all, func(a, b fs.DirEntry) int {
		return cmp.Or(model.CompareNames(stem(a), stem(b)), model.CompareNames(a.Name(), b.Name()))
	})
}

// stem returns the name of a file without its extension, or that of a folder.
func stem(d fs.DirEntry) string {
	if d.IsDir() {
		return d.Name()
	}
	return format.Stem(d.Name())
}

// A walker finds the files of a root that may hold articles.
type walker struct {
	root   *root
	left   int                  // files that may still be found
	opt    Options              // say what may hold articles
	found  func(*source) bool   // false ends the walk
	folder func(p string)       // called with each folder, may be nil
	fail   func(err error) bool // false ends the walk
}

// walk visits the folder called rel of the root, "" for all of it, folder by
// folder in the order of the names.
func (w *walker) walk(rel string) bool {
	at := filepath.Join(w.root.path, filepath.FromSlash(rel))
	if w.folder != nil {
		w.folder(at)
	}
	all, err := os.ReadDir(at)
	if err == nil && len(all) > 0 { // names may be listed that cannot be opened
		if _, e := os.Lstat(filepath.Join(at, all[0].Name())); errors.Is(e, fs.ErrPermission) {
			all, err = nil, e
		}
	}
	if err != nil && !w.fail(fault.About(path.Join(w.root.name, rel), err)) {
		return false
	}
	byName(all)
	sides := sideNames(all)
	for _, d := range all {
		name := d.Name()
		kind := d.Type()
		switch {
		case hidden(name) || kind.IsDir() && name == "__MACOSX":
		case kind.IsDir():
			if !w.walk(path.Join(rel, name)) {
				return false
			}
		case (kind.IsRegular() || kind&fs.ModeSymlink != 0 && !ofProcesses(at)) && w.opt.readable(name):
			if w.left--; w.left < 0 {
				w.fail(&fault.Error{Path: w.root.name, Reason: fault.TooMany})
				return false
			}
			s := &source{root: w.root, rel: path.Join(rel, name), link: !kind.IsRegular(), sides: sidesOf(name, sides)}
			if !w.found(s) {
				return false
			}
		}
	}
	return true
}

// ofProcesses reports whether a folder is one of /proc. Its links lead to whatever they
// have open, each of their threads anew.
func ofProcesses(folder string) bool {
	return strings.HasPrefix(folder+string(filepath.Separator), "/proc/")
}

// sideNames returns the side files of a folder, nil where there are none.
func sideNames(all []fs.DirEntry) map[string]bool {
	var sides map[string]bool
	for _, d := range all {
		if strings.HasSuffix(d.Name(), sideSuffix) {
			if sides == nil {
				sides = make(map[string]bool)
			}
			sides[d.Name()] = true
		}
	}
	return sides
}

// sidesOf returns those of the side files of a folder that may be a text's.
func sidesOf(name string, sides map[string]bool) []string {
	if sides == nil {
		return nil
	}
	return slices.DeleteFunc(sideNamesOf(name), func(side string) bool { return !sides[side] })
}

// byFolder orders sources as the list does what has no date: by group, and in
// that as they were found.
func byFolder(all []*source) {
	slices.SortStableFunc(all, func(a, b *source) int { return model.ComparePaths(a.group(), b.group()) })
}

// start returns where a walk of the root begins, see [walked].
func (r *root) start() string {
	if r.folder {
		return r.path + string(filepath.Separator)
	}
	return r.path
}

func (r *root) piped() bool { return r.pipe != nil }
