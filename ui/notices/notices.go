// Package notices holds the licences of all that juan is made of: its own, those of the
// data that it learned from, of Go and of each module. It does not know who shows them.
package notices

import (
	"compress/gzip"
	_ "embed"
	"io"
	"strings"
)

// packed is made by go test -update, from the folder learned and the modules that the
// program is built of.
//
//go:embed notices.txt.gz
var packed string

// Write writes all notices, each under the name of what it is for.
func Write(w io.Writer) error {
	r, err := gzip.NewReader(strings.NewReader(packed))
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return err
}
