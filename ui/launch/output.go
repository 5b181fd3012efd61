package launch

import (
	"io"
	"os"

	"github.com/charmbracelet/x/ansi"
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
// where the renderer counts otherwise than the terminal draws or that is not
// known yet, what turns stand-ins back; and where pictures may be more than cells,
// what hands them to the terminal, through tmux inside of that, nil elsewhere.
func output(out *gate, p cell.Policy, waiting, pictures, tmux bool) (io.Writer, *picture.Writer) {
	through := io.Writer(out)
	if !p.Counted() || waiting {
		through = restoring(out)
	}
	var beside *picture.Writer
	if pictures {
		var pass func(string) string
		if tmux {
			pass = ansi.TmuxPassthrough
		}
		beside = picture.NewWriter(through, pass)
		through = beside
	}
	return terminal{out.file, through}, beside
}

// restoring returns what writes to w with the characters that were meant.
func restoring(w io.Writer) io.Writer { return transform.NewWriter(w, runes.Map(cell.Meant)) }
