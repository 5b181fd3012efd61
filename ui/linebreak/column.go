package linebreak

import (
	"slices"

	"juan/ui/cell"
)

const (
	// turning is what a further line costs in [Column]: less than a word cut in
	// two, more than any other place.
	turning = 5
	// finest is the number of parts of a unit of cost: among breaks that cost the same,
	// those parts prefer the ones that fill the earlier lines.
	finest = 64
)

// Column appends to dst the lines of text in a narrow column of room cells and
// returns it: those that cost least together. A line costs 5, and to end it
// before byte i of text costs another cost(i), 0 where the words part anyway.
// No line is filled up at the price of a word, and none is shortened for the
// sake of the last one, as [Fill] does in prose. A text with a unit that is
// wider than the column is left to Fill.
func Column(dst []Line, text string, room int, p cell.Policy, o Options, cost func(i int) int) []Line {
	shown := cell.Visible(text)
	if len(shown) != len(text) {
		return Fill(dst, text, room, room, p, o)
	}
	base := len(dst)
	ways := append(make([]way, 0, 2+len(text)/3), way{})
	s := newScanner(shown, p, o)
	at := place{}
	for s.i < len(s.text) {
		switch c := s.next(); c.class {
		case newline:
			dst, ways = lines(dst, ways, at, room, cost), append(ways[:0], way{place: place{to: c.to, next: c.to}})
			at = ways[0].place
		case space:
			at.next, at.width = c.to, at.width+c.cells
		default:
			if c.grade == allowed {
				ways = append(ways, way{place: at})
			}
			at = at.beyond(c.to-c.from, c.cells)
		}
	}
	dst = lines(dst, ways, at, room, cost)
	for _, l := range dst[base:] {
		if l.Cells > room {
			return Fill(dst[:base], text, room, room, p, o)
		}
	}
	return dst
}

// A way is how a paragraph is best set up to a place: what that costs, and the
// place where the last line begins.
type way struct {
	place
	cost int
	from int // index of the way to the start of the line
}

// lines appends the lines of a paragraph that ends at end; ways are the places
// where a line may begin, the first where the paragraph does.
func lines(dst []Line, ways []way, end place, room int, cost func(int) int) []Line {
	ways = append(ways, way{place: end})
	for k := 1; k < len(ways); k++ {
		w := &ways[k]
		w.from, w.cost = k-1, -1
		last, cut := k == len(ways)-1, 0
		if !last {
			cut = cost(w.next) * finest
		}
		for j := k - 1; j >= 0; j-- {
			cells := w.cells - ways[j].width
			if cells > room && j < k-1 {
				break
			}
			c := ways[j].cost + turning*finest + cut
			if !last {
				c += (room - cells) * (finest - 1) / (8 * max(room, 1))
			}
			if w.cost < 0 || c < w.cost {
				w.cost, w.from = c, j
			}
		}
	}
	base := len(dst)
	for k := len(ways) - 1; k > 0; k = ways[k].from {
		from := ways[ways[k].from]
		dst = append(dst, Line{from.next, ways[k].to, ways[k].cells - from.width})
	}
	slices.Reverse(dst[base:])
	return dst
}
