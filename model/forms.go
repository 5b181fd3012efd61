package model

import (
	"juan/model/fold"
	"juan/model/sound"
)

// hear lets a word be found by how it is read, and numbers in it as they are
// written otherwise.
func (t *term) hear() {
	t.sound, t.heard = sound.Matches(t.Text)
}

// sounds returns where the headings of a folded text, or a name as [foldName]
// folds it, are read as the term.
func (t *term) sounds(text string, nth uint8) []span {
	var all []span
	for from, to := range fold.Headings(text) {
		for _, s := range t.sound.Find(text[from:to]) {
			all = append(all, span{Found: fold.Found{At: from + s.From}, to: from + s.To, term: nth, needle: noNeedle, form: Sound})
		}
	}
	return all
}

// part reports whether a match is only a part of a longer number.
func part(text string, from, to int) bool { return false }
