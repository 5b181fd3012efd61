package compose

import (
	"strings"
	"unicode/utf8"

	"juan/data/format/formula"
)

// isMark reports whether a superscript is a mark rather than an exponent: [1], ①, ®, *.
func isMark(s string) bool {
	s = strings.TrimSpace(s)
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case strings.ContainsRune("[［〔【（", first) && strings.ContainsRune("]］〕】）", last):
		return true
	case first >= '①' && first <= '⓿', first >= '㉈' && first <= '㊿', first >= '❶' && first <= '➓':
		return true
	}
	return strings.Trim(s, "®™©℠*†‡§¶※★☆↩") == ""
}

// script puts the pieces from the nth on as a superscript, or else as a
// subscript; what leads to a note or is only a mark stays as it is.
func (c *Text) script(n int, up bool) {
	n = min(n, len(c.Pieces))
	var whole strings.Builder
	for _, p := range c.Pieces[n:] {
		if p.Target != "" || p.Text == "\n" {
			return
		}
		whole.WriteString(p.Text)
	}
	text := whole.String()
	if strings.TrimSpace(text) == "" || isMark(text) {
		return
	}
	open, write := "^(", formula.Raised
	if !up {
		open, write = "_(", formula.Lowered
	}
	all := append([]Piece(nil), c.Pieces[n:]...)
	if strings.HasPrefix(write(text), open) {
		first, last := all[0], all[len(all)-1]
		c.Pieces = append(append(c.Pieces[:n], Piece{open, first.At, first.Voice, ""}), all...)
		c.Pieces = append(c.Pieces, Piece{")", last.At + max(0, len(last.Text)-1), last.Voice, ""})
		return
	}
	c.Pieces = c.Pieces[:n]
	for _, p := range all {
		for i, r := range p.Text {
			if form := write(string(r)); form != "" { // of a blank nothing is left
				c.Pieces = append(c.Pieces, Piece{form, p.At + i, p.Voice, ""})
			}
		}
	}
}
