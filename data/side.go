package data

import (
	"io/fs"

	"juan/data/format"
)

// sideSuffix makes the name of a side file of the name of a text.
const sideSuffix = ".juan.toml"

// maxSide is how many bytes of a side file are read at most.
const maxSide = 1 << 20

// sideNamesOf returns what the side file of a text may be called: its own name,
// or that without its extension, and sideSuffix.
func sideNamesOf(name string) []string {
	return []string{name + sideSuffix, format.Stem(name) + sideSuffix}
}

// sideFile returns the name and the text of the first of sides that can be
// read.
func sideFile(fsys fs.FS, sides []string) (side, text string) {
	for _, side := range sides {
		if info, err := fs.Stat(fsys, side); err == nil && info.Mode().IsRegular() && info.Size() <= maxSide {
			if raw, err := fs.ReadFile(fsys, side); err == nil {
				return side, string(raw)
			}
		}
	}
	return "", ""
}
