package launch

import (
	"io"
	"os"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"

	"juan/ui/cell"
	"juan/ui/picture"
)

// A terminal is standard output with something before it.
type terminal struct {
	*os.File
	through io.Writer
}

func (t terminal) Write(p []byte) (int, error) { return t.through.Write(p) }

// output returns where the renderer writes: standard output, and before it,
// where signs stand as others that it counts as the terminal draws them, what
// turns them back; and where pictures are more than cells, what hands them to the
// terminal, nil elsewhere.
func output(p cell.Policy, m picture.Medium) (io.Writer, *picture.Writer) {
	through := io.Writer(os.Stdout)
	if p.Narrow != 0 {
		through = restoring(os.Stdout)
	}
	var beside *picture.Writer
	if m.Way != picture.Blocks {
		beside = picture.NewWriter(through, nil)
		through = beside
	}
	if through == io.Writer(os.Stdout) {
		return os.Stdout, nil
	}
	return terminal{os.Stdout, through}, beside
}

// restoring returns what writes to w with the signs that were meant.
func restoring(w io.Writer) io.Writer { return transform.NewWriter(w, runes.Map(cell.SignOf)) }
