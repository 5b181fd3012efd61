package model

import (
	"slices"
	"unicode/utf8"
)

// PictureRows is how many lines a picture may stand in, so that each has a place
// of its own.
const PictureRows = 24

// Places returns the greatest Byte of a [Pos] in b: the length of its text, and
// more where it is a picture, which takes lines that show no byte of it.
func Places(b Block) int {
	n := size(b)
	if _, ok := PictureOf(b); ok {
		n += PictureRows
	}
	return n
}

// size returns the bytes of the text of b. That of a table is not put together for it.
func size(b Block) int {
	t, ok := b.(Table)
	if !ok {
		return len(b.Text())
	}
	n := max(0, len(t.Rows)-1)
	for _, row := range t.Rows {
		n += max(0, len(row)-1)
		for _, c := range row {
			n += len(c.text)
		}
	}
	return n
}

// ending returns the bytes of the last character of the text of b, 1 for a mark
// between cells and 0 where there is no text.
func ending(b Block) int {
	t, ok := b.(Table)
	if !ok {
		_, n := utf8.DecodeLastRuneInString(b.Text())
		return n
	}
	for _, row := range slices.Backward(t.Rows) {
		if len(row) == 0 {
			break
		}
		if _, n := utf8.DecodeLastRuneInString(row[len(row)-1].text); n > 0 {
			return n
		}
		break
	}
	return min(1, size(t))
}

// charsIn returns the 字数 of bytes [from, to) of the text of b.
func charsIn(b Block, from, to int) int {
	t, ok := b.(Table)
	if !ok {
		text := b.Text()
		return Chars(text[min(from, len(text)):min(to, len(text))])
	}
	chars, at := 0, 0
	for _, row := range t.Rows {
		for _, c := range row {
			if low, high := max(from-at, 0), min(to-at, len(c.text)); low < high {
				chars += Chars(c.text[low:high])
			}
			at += len(c.text) + 1
		}
	}
	return chars
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
