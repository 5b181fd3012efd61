package memory

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"juan/model"
)

// lasting reports whether the key of an entry names it in the next run too: what came
// through a pipe is gone.
func lasting(e *model.Entry) bool {
	if e.Path == "" { // embedded: its ID
		return true
	}
	slashed := filepath.ToSlash(e.Key)
	return filepath.IsAbs(e.Key) && !strings.HasPrefix(slashed, "/dev/") && !strings.HasPrefix(slashed, "/proc/")
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

// fileOf returns the file that a key names, "" for one that names none. Where it
// names an article of several in the file, # or ~ stands between.
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

// gone reports whether a file is no more.
func gone(path string) bool {
	if path == "" {
		return false
	}
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// nameOf returns the name of the session of sources: their absolute paths without
// links, so that it does not matter how and from where they were named.
func nameOf(sources []string) string {
	named := make([]string, len(sources))
	for i, s := range sources {
		named[i] = absolute(s)
	}
	return encode(named)
}

// absolute returns the absolute path of a source, links resolved; one that is no file
// is what it is called.
func absolute(source string) string {
	abs, err := filepath.Abs(source)
	if err == nil && source != "-" {
		if abs, err = filepath.EvalSymlinks(abs); err == nil {
			return abs
		}
	}
	return source
}
