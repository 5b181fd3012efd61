package data

import (
	"strings"
	"unicode/utf8"

	"juan/data/formula"
)

// isMark reports whether what stands raised is a mark rather than an
// exponent: [1], ①, ®, *.
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
func (c *composer) script(n int, up bool) {
	n = min(n, len(c.pieces))
	var whole strings.Builder
	for _, p := range c.pieces[n:] {
		if p.target != "" || p.text == "\n" {
			return
		}
		whole.WriteString(p.text)
	}
	text := whole.String()
	if strings.TrimSpace(text) == "" || isMark(text) {
		return
	}
	open, write := "^(", formula.Raised
	if !up {
		open, write = "_(", formula.Lowered
	}
	all := append([]piece(nil), c.pieces[n:]...)
	if strings.HasPrefix(write(text), open) {
		first, last := all[0], all[len(all)-1]
		c.pieces = append(append(c.pieces[:n], piece{open, first.at, first.voice, ""}), all...)
		c.pieces = append(c.pieces, piece{")", last.at + max(0, len(last.text)-1), last.voice, ""})
		return
	}
	c.pieces = c.pieces[:n]
	for _, p := range all {
		for i, r := range p.text {
			if form := write(string(r)); form != "" { // of a blank nothing is left
				c.pieces = append(c.pieces, piece{form, p.at + i, p.voice, ""})
			}
		}
	}
}
