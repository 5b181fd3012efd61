package model

// PictureRows is how many lines a picture may stand in, so that each has a place
// of its own.
const PictureRows = 24

// Places returns the greatest Byte of a [Pos] in b: the length of its text, and
// more where it is a picture, which takes lines that show no byte of it.
func Places(b Block) int {
	n := len(b.Text())
	if _, ok := PictureOf(b); ok {
		n += PictureRows
	}
	return n
}

// PictureOf returns what a block shows that is one picture and nothing else, and
// whether it is.
func PictureOf(b Block) (target string, ok bool) {
	p, ok := b.(Paragraph)
	if !ok || len(p.spans) != 1 || p.spans[0].Voice&Picture == 0 {
		return "", false
	}
	return p.spans[0].Target, true
}
