package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model"
	"juan/model/lexis"
)

// around is how many bytes at each side of a place are looked at to find the
// word there.
const around = 90

// pick makes the word at a cell of the text the keyword, so that all its hits
// are lit and n goes to the next.
func (a *App) pick(c canvas, x, y int) {
	p, ok := a.text.at(&a.reading, c, x, y)
	if !ok {
		return
	}
	text := a.reading.Article().Body[p.Block].Text()
	from, to := wordAt(text, p.Byte)
	if from == to {
		return
	}
	a.reading.Find(model.NewQuery(text[from:to]))
	a.raise(keyword{})
	a.seeking = &seeking{from: model.Pos{Block: p.Block, Byte: from}, way: 1, at: true, found: func(i int, _ bool) { a.reading.Choose(i) }}
	a.seek()
}

// wordAt returns the bytes of the word of s that byte i is in; none where it is
// in no word. Words of Han are those of the dictionary.
func wordAt(s string, i int) (from, to int) {
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if r, _ := utf8.DecodeRuneInString(s[min(i, len(s)):]); !inWord(r) {
		return i, i
	}
	from, to = i, len(s)
	for from > 0 && i-from < around {
		r, n := utf8.DecodeLastRuneInString(s[:from])
		if !inWord(r) {
			break
		}
		from -= n
	}
	if n := strings.IndexFunc(s[i:], func(r rune) bool { return !inWord(r) }); n >= 0 {
		to = i + n
	}
	for to-i > around {
		_, n := utf8.DecodeLastRuneInString(s[:to])
		to -= n
	}
	for _, w := range lexis.Segment(s[from:to]) {
		if i < from+w.To {
			return from + w.From, from + w.To
		}
	}
	return i, i
}
