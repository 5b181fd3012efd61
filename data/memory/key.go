package memory

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"juan/model"
)

// lasting reports whether a key, or a source, is the same thing in the next run: what
// came through a pipe is gone.
func lasting(key string) bool {
	if !filepath.IsAbs(key) { // an ID, or standard input
		return !strings.HasPrefix(key, "-")
	}
	slashed := filepath.ToSlash(key)
	return !strings.HasPrefix(slashed, "/dev/") && !strings.HasPrefix(slashed, "/proc/")
}

// withoutPipes returns what is kept of a session: nothing that came through a pipe.
func withoutPipes(s model.Session) model.Session {
	if !lasting(s.Key) {
		s.Key = ""
	}
	gone := func(p model.Spot) bool { return !lasting(p.Key) }
	s.Back, s.Forth = slices.DeleteFunc(slices.Clone(s.Back), gone), slices.DeleteFunc(slices.Clone(s.Forth), gone)
	return s
}

// keyOf returns the key under which an article is kept: its own, but where its file is
// a link in a folder that of the file which that leads to.
func keyOf(key string) string {
	file := fileOf(key)
	if info, err := os.Lstat(file); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if real, err := filepath.EvalSymlinks(file); err == nil {
			return real + key[len(file):]
		}
	}
	return key
}

// fileOf returns the file of a key, "" where it has none. The key of one article of
// several in a file has # or ~ after the path.
func fileOf(key string) string {
	if !filepath.IsAbs(key) {
		return ""
	}
	for file := key; file != ""; {
		if _, err := os.Lstat(file); err == nil {
			return file
		}
		file = file[:max(0, strings.LastIndexAny(file, "#~"))]
	}
	return key
}

// gone reports whether a file no longer exists.
func gone(path string) bool {
	if path == "" {
		return false
	}
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// nameOf returns the name of the session of sources: their absolute paths without
// links, so that it does not matter how and from where they were named. What comes
// through a pipe has no session, and no name.
func nameOf(sources []string) string {
	named := make([]string, len(sources))
	for i, s := range sources {
		if named[i] = absolute(s); !lasting(named[i]) {
			return ""
		}
	}
	return encode(named)
}

// absolute returns the absolute path of a source, links resolved; a source that is not
// a file keeps its name.
func absolute(source string) string {
	abs, err := filepath.Abs(source)
	if err == nil && source != "-" {
		if abs, err = filepath.EvalSymlinks(abs); err == nil {
			return abs
		}
	}
	return source
}
