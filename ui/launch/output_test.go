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
	for _, c := range []struct {
		policy            cell.Policy
		waiting, pictures bool
	}{{}, {cell.Policy{Narrow: cell.Trigrams}, false, false}, {cell.Policy{WideAmbiguous: true}, false, true}, {cell.Policy{}, true, false}, {cell.Policy{}, false, true}} {
		out, beside := output(&gate{file: os.Stdout}, c.policy, c.waiting, c.pictures, false)
		if f, ok := out.(term.File); !ok || f == os.Stdout || f.Fd() != os.Stdout.Fd() || (beside != nil) != c.pictures {
			t.Errorf("%+v: nothing stands before the output, or it has no descriptor", c)
		}
	}
}
