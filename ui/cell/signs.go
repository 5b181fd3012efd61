package cell

import "strings"

// Signs are characters that Unicode 16 made wide. Terminals with older tables
// draw them in one cell; a terminal that was asked says which.
type Signs uint8

// The groups that terminals draw alike. Hexagrams stand among the ideographs,
// so that some old tables have them wide already.
const (
	Trigrams  Signs = 1 << iota // ☰–☷, digrams, strokes, the signs of Tai Xuan Jing, counting rods
	Hexagrams                   // ䷀–䷿
)

// A series is the signs from First to Last, of one group.
type series struct {
	first, last rune
	group       Signs
}

// allSigns lists the signs. It is a function, for nothing is made before main.
func allSigns() [6]series {
	return [...]series{
		{0x2630, 0x2637, Trigrams}, {0x268A, 0x268F, Trigrams}, {0x31E4, 0x31E5, Trigrams},
		{0x4DC0, 0x4DFF, Hexagrams}, {0x1D300, 0x1D356, Trigrams}, {0x1D360, 0x1D376, Trigrams},
	}
}

// signs returns the group that r is of, 0 for none.
func signs(r rune) Signs {
	for _, s := range allSigns() {
		if s.first <= r && r <= s.last {
			return s.group
		}
	}
	return 0
}

// standIns is where characters begin that are drawn in one cell and stand for
// signs on their way through the renderer, which takes every sign for two. They
// are assigned to nothing, so no text has them.
const standIns = 0x10D90

// Frame returns s, a whole screen with its control sequences, as the renderer
// must be given it: [Policy.Unjoin], with a character of one cell in the place
// of each sign that is drawn in one. [SignOf] turns it back behind the
// renderer.
func (p Policy) Frame(s string) string {
	s = p.Unjoin(s)
	if p.Narrow == 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < 0x2630 || signs(r)&p.Narrow == 0 {
			return r
		}
		n := rune(standIns)
		for _, s := range allSigns() {
			if r <= s.last {
				return n + r - s.first
			}
			n += s.last - s.first + 1
		}
		return r
	}, s)
}

// SignOf returns the sign that r stands for in a [Policy.Frame], r itself where
// it stands for none.
func SignOf(r rune) rune {
	n := r - standIns
	if n < 0 {
		return r
	}
	for _, s := range allSigns() {
		if size := s.last - s.first + 1; n >= size {
			n -= size
			continue
		}
		return s.first + n
	}
	return r
}

// Printed returns s, text without control sequences, as a terminal gets it
// without the renderer: the soft hyphen, which terminals draw or not as they
// please, left out.
func Printed(s string) string { return strings.ReplaceAll(s, softHyphen, "") }
