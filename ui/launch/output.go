package launch

import (
	"io"
	"os"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"

	"juan/ui/cell"
)

// A terminal is standard output with something before it.
type terminal struct {
	*os.File
	through io.Writer
}

func (t terminal) Write(p []byte) (int, error) { return t.through.Write(p) }

// output returns where the renderer writes: standard output, and before it,
// where signs stand as others that it counts as the terminal draws them, what
// turns them back.
func output(p cell.Policy) io.Writer {
	if p.Narrow == 0 {
		return os.Stdout
	}
	return terminal{os.Stdout, restoring(os.Stdout)}
}

// restoring returns what writes to w with the signs that were meant.
func restoring(w io.Writer) io.Writer { return transform.NewWriter(w, runes.Map(cell.SignOf)) }
