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
// where the renderer counts otherwise than the terminal draws or that is not
// known yet, what turns stand-ins back.
func output(p cell.Policy, waiting bool) io.Writer {
	if p.Counted() && !waiting {
		return os.Stdout
	}
	return terminal{os.Stdout, restoring(os.Stdout)}
}

// restoring returns what writes to w with the characters that were meant.
func restoring(w io.Writer) io.Writer { return transform.NewWriter(w, runes.Map(cell.Meant)) }
