package cell

// Signs are characters that Unicode 16 made wide. Terminals with older tables
// draw them in one cell; a terminal that was asked says which.
type Signs uint8

// The groups that terminals draw alike. Hexagrams stand among the ideographs,
// so that some old tables have them wide already.
const (
	Trigrams  Signs = 1 << iota // ☰–☷, digrams, strokes, the signs of Tai Xuan Jing, counting rods
	Hexagrams                   // ䷀–䷿
)

// signs returns the group that r is of, 0 for none.
func signs(r rune) Signs {
	switch {
	case 0x2630 <= r && r <= 0x2637, 0x268A <= r && r <= 0x268F, 0x31E4 <= r && r <= 0x31E5,
		0x1D300 <= r && r <= 0x1D356, 0x1D360 <= r && r <= 0x1D376:
		return Trigrams
	case 0x4DC0 <= r && r <= 0x4DFF:
		return Hexagrams
	}
	return 0
}
