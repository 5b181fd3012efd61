package linebreak

import (
	"strings"
	"testing"
	"unicode"

	"juan/ui/cell"
)

// A page holds what a careful reader counts on it.
type faults struct{ over, start, end, cut, full, free int }

// The claim of this package, on real reports: at every width nothing over
// width, no mark where it must not stand, no number or word parted that fits,
// and full lines that are full.
func TestPages(t *testing.T) {
	for _, p := range []cell.Policy{{}, {WideAmbiguous: true}} {
		for _, width := range []int{20, 30, 40, 60, 80, 84, 120} {
			var f faults
			for text := range strings.SplitSeq(prose(t), "\n") {
				f.count(text, width, p)
			}
			if f.over+f.start+f.end+f.cut > 0 {
				t.Errorf("%+v, %d cells: %d over width, %d line starts, %d line ends, %d cuts", p, width, f.over, f.start, f.end, f.cut)
			}
			if mean := float64(f.free) / float64(f.full); mean > 0.75 {
				t.Errorf("%+v, %d cells: %.2f cells free on a full line", p, width, mean)
			}
		}
	}
}

func (f *faults) count(text string, width int, p cell.Policy) {
	lines := Fill(nil, text, width-4, width, p, Options{})
	for i, l := range lines {
		room := width
		if i == 0 {
			room = width - 4
		}
		line := []rune(text[l.From:l.To])
		if len(line) == 0 {
			continue
		}
		f.over += max(0, l.Cells-room)
		dash := strings.HasPrefix(string(line), "——") // which only Strict forbids
		if i > 0 && strings.ContainsRune(neverFirst, line[0]) && !dash {
			f.start++
		}
		if i == len(lines)-1 {
			continue
		}
		if !strings.HasSuffix(string(line), "微克/") && strings.ContainsRune(neverLast, line[len(line)-1]) {
			f.end++
		}
		if next := []rune(text[lines[i+1].From:]); l.To == lines[i+1].From && word(line[len(line)-1]) && word(next[0]) {
			f.cut++
		}
		if i < len(lines)-2 { // the last but one gives to the last
			f.full++
			f.free += room - l.Cells
		}
	}
}

func word(r rune) bool {
	return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
