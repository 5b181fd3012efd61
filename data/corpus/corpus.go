// Package corpus is the library that ships with the reader: its own pieces and
// its guides. Its tests hold those that retell a report to what that says. It
// does not know how texts are read.
package corpus

import (
	"embed"
	"io/fs"
)

//go:embed *.md
var embedded embed.FS

// Files returns the texts of the library.
func Files() fs.FS { return embedded }
