package typeset

import (
	"unicode/utf8"

	"juan/model/char"
	"juan/model/lexis"
)

// The cost of ending a line of a table cell between two Han characters, by what the
// break would cut.
const (
	cutWord = 8 // 预|算
	cutTie  = 4 // 交易|额, 规模|以上, 和|就业: one of the two leans on the other
	cutPart = 2 // between characters of no known word
)

// cuts returns what it costs to end a line before byte i of text: 一般公共|预算收入
// costs nothing, 一般公共预|算收入 a word. Words are those of Chinese texts; in
// others nothing costs more than anything else.
func cuts(text string) func(i int) int {
	words := lexis.Segment(text)
	k := 0
	return func(i int) int {
		for k > 0 && words[k].From >= i {
			k--
		}
		for k < len(words) && words[k].To <= i {
			k++
		}
		switch {
		case k == len(words):
			return 0
		case words[k].From < i && isHan(text, words[k]):
			return cutWord
		case words[k].From < i || k == 0:
			return 0
		}
		if k > 1 && words[k-2].Class == lexis.Digits && dates(text, words[k-1]) {
			return afterDate(words[k])
		}
		return between(text, words[k-1], words[k])
	}
}

// between returns the cost of a break between two words. A single character is seldom a
// word of its own: depending on its class it belongs to the next word (总|投资) or to the
// one before (交易|额).
func between(text string, a, b lexis.Word) int {
	switch {
	case a.Class == lexis.Digits && b.Class != lexis.Mark:
		return cutTie // 405|亿元
	case !isHan(text, a) || !isHan(text, b):
		return 0
	case text[a.From:a.To] == "之" || text[b.From:b.To] == "之":
		return cutTie
	case b.Class == lexis.Particle || b.Class == lexis.Position || b.Class == lexis.Measure,
		a.Class == lexis.Conjunction || a.Class == lexis.Preposition:
		return cutTie
	case single(a) && a.Class == lexis.Unknown || single(b) && b.Class == lexis.Unknown:
		return cutPart
	case single(a) && !trails(a.Class) && a.Class != lexis.Particle || single(b) && trails(b.Class):
		return cutTie
	}
	return 0
}

// dates reports whether w makes a date of the figures before it: 2019年.
func dates(text string, w lexis.Word) bool {
	switch text[w.From:w.To] {
	case "年", "月", "日":
		return true
	}
	return false
}

// afterDate returns the cost of separating a date from the next word: 2019年 stands for
// itself, except before a word that belongs to it (2019年|底).
func afterDate(w lexis.Word) int {
	switch w.Class {
	case lexis.Particle, lexis.Position, lexis.Measure:
		return cutTie
	}
	return 0
}

// trails reports whether a word of one character and that class stands after
// what it belongs to.
func trails(c lexis.Class) bool {
	return c == lexis.Noun || c == lexis.VerbalNoun || c == lexis.Measure || c == lexis.Place || c == lexis.Other
}

// isHan reports whether w is of Han characters.
func isHan(text string, w lexis.Word) bool {
	r, _ := utf8.DecodeRuneInString(text[w.From:])
	return char.IsHan(r)
}

// single reports whether a word of Han is one character.
func single(w lexis.Word) bool { return w.To-w.From <= 4 }
