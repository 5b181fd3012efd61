package launch

import (
	"bytes"
	"io"
	"os"
	"unicode/utf8"

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

// A restorer writes with the characters that were meant.
type restorer struct {
	out     io.Writer
	through *transform.Writer // to out
	torn    bool              // through holds the beginning of a character
}

func restoring(w io.Writer) *restorer {
	return &restorer{out: w, through: transform.NewWriter(w, runes.Map(cell.Meant))}
}

// Write hands on at once what holds no stand-in: all of them take four bytes.
func (r *restorer) Write(p []byte) (int, error) {
	last, _ := utf8.DecodeLastRune(p)
	whole := last != utf8.RuneError
	if whole && !r.torn && bytes.IndexByte(p, 0xF0) < 0 && bytes.IndexByte(p, 0xF1) < 0 {
		return r.out.Write(p)
	}
	r.torn = !whole
	return r.through.Write(p)
}
