package model

import (
	"cmp"
	"path"
	"strings"
)

// ComparePaths compares two paths with slashes by their place in a walk: by
// folder, and in it by name as [CompareNames] has it. A folder comes before
// what is in it.
func ComparePaths(a, b string) int {
	for a != b {
		x, restA, inA := strings.Cut(a, "/")
		y, restB, inB := strings.Cut(b, "/")
		if x != y {
			return CompareNames(x, y)
		}
		if !inA || !inB {
			return cmp.Compare(len(a), len(b))
		}
		a, b = restA, restB
	}
	return 0
}

// CompareFiles compares two paths of files with slashes by their place in a walk,
// as [ComparePaths] does. What the name of a file ends in is looked at last, so that
// note.md comes before note2.md; the folder note comes before both. A folder may
// stand for its first file: its path and a slash.
func CompareFiles(a, b string) int {
	x, y := strings.TrimSuffix(a, Extension(a)), strings.TrimSuffix(b, Extension(b))
	switch {
	case below(x, y):
		return -1
	case below(y, x):
		return 1
	}
	return cmp.Or(ComparePaths(x, y), ComparePaths(a, b))
}

// below reports whether a path leads into a folder.
func below(p, folder string) bool {
	return strings.HasPrefix(p, folder) && len(p) > len(folder) && p[len(folder)] == '/'
}

// Extension returns the extension of a name with its dot, "" where what follows
// the last dot is none: 1.前言, v2.0 final.
func Extension(name string) string {
	ext := path.Ext(name)
	if len(ext) < 2 || len(ext) > 10 || ext == path.Base(name) {
		return ""
	}
	for i := 1; i < len(ext); i++ {
		if c := ext[i] | 0x20; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return ""
		}
	}
	return ext
}
