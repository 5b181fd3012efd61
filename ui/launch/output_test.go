package launch

import (
	"os"
	"strings"
	"testing"

	"github.com/charmbracelet/x/term"

	"juan/ui/cell"
)

// However a frame is cut into writes, the terminal gets the signs that were
// meant, and all else as it is.
func TestSignsComeBackBehindTheRenderer(t *testing.T) {
	const frame = "\x1b[1m☰ 乾为天\x1b[m\r\n䷀\U0001D300"
	sent := cell.Policy{Narrow: cell.Trigrams | cell.Hexagrams}.Frame(frame)
	for size := 1; size <= len(sent); size++ {
		var got strings.Builder
		w := restoring(&got)
		for rest := sent; rest != ""; {
			n := min(size, len(rest))
			if m, err := w.Write([]byte(rest[:n])); m != n || err != nil {
				t.Fatalf("%d bytes of %d written, %v", m, n, err)
			}
			rest = rest[n:]
		}
		if got.String() != frame {
			t.Fatalf("%d bytes at a time: %q", size, got.String())
		}
	}
}

// What stands before standard output still is a file with a descriptor, by which
// the program finds its terminal.
func TestOutputIsAFile(t *testing.T) {
	if out, beside := output(cell.Policy{}, false, false); out != os.Stdout || beside != nil {
		t.Error("nothing is to be turned back, and something stands before the output")
	}
	for _, pictures := range []bool{false, true} {
		out, beside := output(cell.Policy{Narrow: cell.Trigrams}, pictures, false)
		f, ok := out.(term.File)
		if !ok || f.Fd() != os.Stdout.Fd() || (beside != nil) != pictures {
			t.Errorf("pictures %t: the output has no descriptor, or they have no way", pictures)
		}
	}
}
