package data

import (
	"path"
	"strings"
)

// dir returns the folder of name, "" at the top.
func dir(name string) string {
	if d := path.Dir(name); d != "." {
		return d
	}
	return ""
}

// hidden reports whether name is, or lies in, what a system hides.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.") || strings.HasPrefix(name, "__MACOSX/")
}
