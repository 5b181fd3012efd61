package number

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// latin reads Chapter 12, Part IV, SECTION 3., Appendix A, vol.01 and No.1.
func latin(s string) (int, Form, int) {
	w := 0
	for w < len(s) && w < 11 && char.IsLatin(rune(s[w])) {
		w++
	}
	form, dot := latinUnit(s[:w])
	if strings.HasPrefix(s, "CAPÍTULO ") || strings.HasPrefix(s, "Capítulo ") {
		w, form = len("Capítulo"), Chapter
	}
	if form == NoForm || w == len(s) {
		return 0, NoForm, 0
	}
	n := w
	if s[n] == '.' {
		n++
	}
	n += char.Spaces(s[n:])
	if n == w && (s[n] < '0' || s[n] > '9') || dot && n > w && s[w] != '.' {
		return 0, NoForm, 0
	}
	if the := "the "; len(s)-n >= len(the) && strings.EqualFold(s[n:n+len(the)], the) { // Chapter the First
		n += len(the)
	}
	k, val := latinValue(s[n:], isAnnex(s[:w]) && s[0] <= 'Z')
	n += k
	if k == 0 || n < len(s) && strings.IndexByte(" .:\t\n-", s[n]) < 0 && s[n] < utf8.RuneSelf {
		return 0, NoForm, 0
	}
	if n+1 < len(s) && s[n] == '.' && s[n+1] >= '0' && s[n+1] <= '9' { // Section 3.2 refers to one
		return 0, NoForm, 0
	}
	return n, form, val
}

// lower returns the first n bytes of w, twelve at most, in small letters; strings.ToLower
// would take memory for every line of English.
func lower(w string) (low [12]byte, n int) {
	n = copy(low[:], w)
	for i, c := range low[:n] {
		if c >= 'A' && c <= 'Z' {
			low[i] = c + 'a' - 'A'
		}
	}
	return low, n
}

// isAnnex reports whether a word before a letter names an annex.
func isAnnex(w string) bool {
	switch low, n := lower(w); string(low[:n]) {
	case "appendix", "annex", "exhibit", "schedule", "attachment", "addendum", "enclosure", "anhang", "annexe", "appendice", "apendice":
		return true
	}
	return false
}

// latinUnit returns the form that a word before a number stands for; dot says
// that a full stop must part the two, for No 1 and vol 1 stand in prose.
func latinUnit(w string) (form Form, dot bool) {
	if isAnnex(w) {
		return Chapter, false
	}
	switch low, n := lower(w); string(low[:n]) {
	case "book":
		return Bian, false
	case "part", "volume", "partie", "teil", "tome":
		return Volume, false
	case "vol":
		return Volume, true
	case "chapter", "chap", "chapitre", "kapitel", "capitolo", "capitulo", "act", "letter", "lesson", "lecture", "canto", "stave", "unit", "module", "step", "day", "week", "episode":
		return Chapter, false
	case "no", "ch", "ep":
		return Chapter, true
	case "section", "scene":
		return Section, false
	case "article":
		return Article, false
	}
	return NoForm, false
}

// latinValue reads a number in digits, Roman numerals or English words, and
// with letters also A, B, C.
func latinValue(s string, letters bool) (n, val int) {
	if k, v := Digits(s); k > 0 {
		return k, v
	}
	if letters && s != "" && s[0] >= 'A' && s[0] <= 'Z' && (len(s) == 1 || !char.IsLatin(rune(s[1]))) {
		return 1, int(s[0]-'A') + 1
	}
	w := 0
	for w < len(s) && char.IsLatin(rune(s[w])) {
		w++
	}
	if k, v := RomanNumeral(s); k > 0 && k == w {
		return k, v
	}
	if w < 3 || w > 9 {
		return 0, 0
	}
	if strings.EqualFold(s[:w], "premier") { // CHAPITRE PREMIER
		return w, 1
	}
	const words = " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
	const ordinals = " first second third fourth fifth sixth seventh eighth ninth tenth "
	for _, list := range [...]string{words, ordinals} {
		if i := strings.Index(list, " "+strings.ToLower(s[:w])+" "); i >= 0 {
			return w, strings.Count(list[:i], " ") + 1
		}
	}
	return 0, 0
}

// korean reads 제1장 제2절 제3조.
func korean(s string) (int, Form, int) {
	n := len("제")
	n += char.Spaces(s[n:])
	k, val := Numeral(s[n:])
	if k == 0 {
		return 0, NoForm, 0
	}
	n += k
	n += char.Spaces(s[n:])
	r, size := utf8.DecodeRuneInString(s[n:])
	form := NoForm
	switch r {
	case '편':
		form = Bian
	case '권', '부':
		form = Volume
	case '장', '화', '회', '막':
		form = Chapter
	case '절':
		form = Section
	case '조':
		form = Article
	}
	if next := s[n+size:]; form == NoForm || next != "" && !char.IsSpace(char.First(next)) && !strings.ContainsRune("(.（【", char.First(next)) {
		return 0, NoForm, 0
	}
	return n + size, form, val
}

// koreanLetter reads 가. 나. 다., which count the parts below 1. in Korean papers.
func koreanLetter(s string) (int, Form, int) {
	r, size := utf8.DecodeRuneInString(s)
	at := strings.Index("가나다라마바사아자차카타파하", string(r))
	if at < 0 || len(s) < size+2 || s[size] != '.' || s[size+1] != ' ' {
		return 0, NoForm, 0
	}
	return size + 1, Stem, at/size + 1
}

// wideLatin reads what latin does where letters and digits are full-width: Ｃｈａｐｔｅｒ　１.
func wideLatin(s string) (int, Form, int) {
	narrow := strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u3000':
			return ' '
		}
		return r
	}, s[:min(len(s), 60)])
	n, form, val := latin(narrow)
	wide := 0
	for range n { // of the line as it is
		_, size := utf8.DecodeRuneInString(s[wide:])
		wide += size
	}
	return wide, form, val
}
