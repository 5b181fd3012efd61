package number

import (
	"strings"
	"unicode"

	"juan/model/char"
)

// european reads a line that begins with a word of Russian, or with an ordinal of
// German or French, before the name of a part: Глава первая, ЧАСТЬ 2, Erstes Kapitel,
// 3. Kapitel, Première partie. It mends novels in these languages that had no outline.
// It cannot fire where more stands after the two without a mark between.
func european(s string) Candidate {
	first, n := word(s)
	if n == 0 || n == len(s) || s[n] != ' ' {
		return Candidate{}
	}
	second, m := word(s[n+1:])
	end := n + 1 + m
	form, val := europeanUnit(first), 0
	if form != NoForm { // Глава первая
		val = europeanOrdinal(second)
		if k, v := latinValue(strings.ToUpper(second), false); val == 0 && k == len(second) {
			val = v
		}
	} else if form = europeanUnit(second); form != NoForm { // Erstes Kapitel
		val = europeanOrdinal(first)
	}
	if val == 0 || !endsPart(s[end:]) {
		return Candidate{}
	}
	return Candidate{Bytes: end, Form: form, Value: val}
}

// word returns the letters and digits that s begins with, in small letters, and how
// many bytes they are; a full stop after a number belongs to it.
func word(s string) (string, int) {
	n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if n < 0 {
		n = len(s)
	}
	if n > 0 && s[0] <= '9' && strings.HasPrefix(s[n:], ". ") {
		return s[:n], n + 1
	}
	return strings.ToLower(s[:n]), n
}

// endsPart reports whether a title, or nothing, may begin with s.
func endsPart(s string) bool {
	r := char.First(s)
	return s == "" || strings.ContainsRune(".:—–-", r) || char.IsSpace(r) && unicode.IsUpper(char.First(strings.TrimLeftFunc(s, char.IsSpace)))
}

// europeanUnit returns the form that a word beside a number stands for.
func europeanUnit(w string) Form {
	switch w {
	case "книга", "buch", "livre", "libro":
		return Bian
	case "часть", "том", "teil", "partie", "band", "parte":
		return Volume
	case "глава", "акт", "действие", "письмо", "kapitel", "chapitre", "akt", "capítulo", "capitolo", "acte":
		return Chapter
	case "раздел", "сцена", "явление", "abschnitt", "szene", "scène":
		return Section
	case "статья", "artikel":
		return Article
	}
	return NoForm
}

// europeanOrdinal returns the number that an ordinal stands for, in letters or in
// digits with a full stop or an ending after; 0 for other words.
func europeanOrdinal(w string) int {
	if k, v := Digits(w); k > 0 && k < 4 && (k == len(w) || w[k:] == "e" || w[k:] == "er" || w[k:] == "ère" || w[k:] == "ème" || w[k:] == "я") {
		return v
	}
	if len(w) < 5 {
		return 0
	}
	for i, stems := range [...]string{
		"перв erst premi primer", "втор zweit deuxi segund second", "трет dritt troisi tercer terz", "четвёрт четверт viert quatri cuart quart", "пят fünft cinqui quint",
		"шест sechst sixi sext sest", "седьм siebt siebent septi séptim settim", "восьм acht huiti octav ottav", "девят neunt neuvi noven non", "десят zehnt dixi décim decim",
		"одиннадцат elft onzi", "двенадцат zwölft douzi", "тринадцат dreizehnt treizi", "четырнадцат vierzehnt quatorzi", "пятнадцат fünfzehnt quinzi",
	} {
		for stem := range strings.FieldsSeq(stems) {
			if rest, ok := strings.CutPrefix(w, stem); ok && ending(rest) {
				return i + 1
			}
		}
	}
	return 0
}

// ending reports whether s is what an ordinal ends with.
func ending(s string) bool {
	switch s {
	case "ый", "ая", "ое", "ой", "ий", "ья", "ье", "е", "es", "er", "en", "ère", "ème", "o", "a":
		return true
	}
	return false
}
