//go:build !unix

package data

import (
	"io"
	"os"
)

// atOnce returns f: here no regular file has a reader wait.
func atOnce(f *os.File, _ int64) io.Reader { return f }
