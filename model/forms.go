package model

import (
	"unicode"
	"unicode/utf8"

	"juan/model/fold"
	"juan/model/numeral"
	"juan/model/sound"
)

// hear lets a word be found by how it is read, and numbers in it as they are
// written otherwise.
func (t *term) hear() {
	t.sound, t.heard = sound.Matches(t.Text)
	for _, v := range numeral.Variants(t.Text) {
		t.variants = append(t.variants, fold.NewNeedle(v))
	}
	first, _ := utf8.DecodeRuneInString(t.Text)
	last, _ := utf8.DecodeLastRuneInString(t.Text)
	t.number = t.variants != nil || unicode.IsDigit(first) || unicode.IsDigit(last)
}

// isRead reports whether a heading of a folded text is read as the term.
func (t *term) isRead(text string) bool {
	for h := range fold.Headings(text) {
		if t.sound.In(text[h.From:h.Heading]) {
			return true
		}
	}
	return false
}

// sounds returns where the headings of a folded text, or a name as [foldName]
// folds it, are read as the term.
func (t *term) sounds(text string, nth uint8) []span {
	var all []span
	for h := range fold.Headings(text) {
		for _, s := range t.sound.Find(text[h.From:h.Heading]) {
			all = append(all, span{Found: fold.Found{At: h.From + s.From}, to: h.From + s.To, term: nth, needle: noNeedle, form: Sound})
		}
	}
	return all
}
