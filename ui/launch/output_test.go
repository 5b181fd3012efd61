package launch

import (
	"io"
	"os"
	"strings"
	"testing"

	"github.com/charmbracelet/x/term"

	"juan/ui/cell"
)

// However a frame is cut into writes, the terminal gets the signs that were
// meant, and all else as it is.
func TestSignsComeBackBehindTheRenderer(t *testing.T) {
	const frame = "\x1b[1m☰ 乾为天\x1b[m\r\n“䷀”\U0001D300①"
	sent := cell.Policy{WideAmbiguous: true, Narrow: cell.Trigrams | cell.Hexagrams}.Frame(frame)
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
	if output(cell.Policy{}, false) != os.Stdout {
		t.Error("nothing is to be turned back, and something stands before the output")
	}
	for _, w := range []io.Writer{output(cell.Policy{Narrow: cell.Trigrams}, false), output(cell.Policy{WideAmbiguous: true}, false), output(cell.Policy{}, true)} {
		if f, ok := w.(term.File); !ok || f == os.Stdout || f.Fd() != os.Stdout.Fd() {
			t.Error("nothing stands before the output, or it has no descriptor")
		}
	}
}
