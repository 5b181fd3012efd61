package number

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// A Candidate is what may be the section number of a line.
type Candidate struct {
	Bytes int // of the line that it takes, what stands before it included: 正文 第三章
	Form  Form
	Value int    // for decimals that of the last part
	Path  uint64 // of decimals all parts, ten bits each, the last one lowest
	Weak  bool   // only its neighbours make it one: 一 in 一 灭影 may be any 一
}

// longestLine is how many bytes a line has at most that may be a heading of a
// form that Parse does not read.
const longestLine = 180

// Line reads the section number of a whole line. Where Parse finds none there
// may be forms that only a line by itself can have: 一 灭影, 001 题, 三十章,
// ☆、第一章, 《书》第一章, 渡口（三）.
func Line(s string) Candidate {
	if n, form, val := Parse(s); n > 0 {
		if ListsOn(s[n:], form, val) { // 一、二、三，他数到三就跑
			return Candidate{}
		}
		c := Candidate{Bytes: n, Form: form, Value: val}
		if form == Item && strings.HasPrefix(s, "第") && !strings.HasSuffix(s[:n], "，") { // 第一、 alone in its line
			return Candidate{Bytes: n, Form: Series, Value: val, Weak: true}
		}
		if form == Decimal || form == Decimal3 {
			if c.Path = path(s); c.Path>>20 > 100 && c.Path>>20 < 900 || c.Path>>30 > 100 && c.Path>>30 < 900 { // an address
				return Candidate{}
			}
		}
		if form >= Bian && form <= Section && n < len(s) && latinWord(s) {
			c.Weak = !char.IsSpace(char.First(s[n:])) && !strings.ContainsRune(".:—-–", char.First(s[n:]))
		}
		return c
	}
	if len(s) > longestLine || s == "" {
		return Candidate{}
	}
	r := char.First(s)
	if s[0] < 0xe0 && len(s) <= 100 { // no Han
		if c := european(s); c.Bytes > 0 {
			return c
		}
	}
	switch {
	case char.Digit(r) >= 0, HanDigit(r) >= 0:
		return firstOf(s, unitAlone, bare, closed, count, behindName, serial)
	case r < 0x80 && r >= 'A' && r <= 'Z', r >= 'Ⅰ' && r <= 'Ⅻ':
		return firstOf(s, roman, letter, behindPrefix, serial)
	case stemOf(r) > 0, r == '（', r == '(':
		return firstOf(s, stem, lowLetter, bracketed, behindName, serial)
	case r == '「': // talk, except for 「第一章」
		if c := bracketed(s); c.Form >= Bian && c.Form <= Section {
			return c
		}
		return Candidate{}
	case r == '“', r == '"': // talk
		return Candidate{}
	case r == '第':
		return firstOf(s, ordinalAlone, behindName, serial)
	case !char.IsHan(r), r == '正', r == '最':
		return firstOf(s, bracketed, between, behindPrefix, serial)
	}
	return firstOf(s, named, behindName, serial, wordCounted)
}

// firstOf returns what the first of the readers finds that finds anything.
func firstOf(s string, readers ...func(string) Candidate) Candidate {
	for _, read := range readers {
		if c := read(s); c.Form != NoForm {
			return c
		}
	}
	return Candidate{}
}

func latinWord(s string) bool { return char.IsLatin(char.First(s)) }

// path packs the parts of a decimal number; a leading letter counts as one.
func path(s string) uint64 {
	p := uint64(0)
	if r := char.First(s); r >= 'A' && r <= 'Z' {
		p, s = uint64(r-'A')+1000, s[1:]
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
	for s != "" {
		k, v := Digits(s)
		if k == 0 {
			break
		}
		p = p<<10 | uint64(min(v, 999)) + 1
		s = s[k:]
		r, size := utf8.DecodeRuneInString(s)
		if r != '.' && r != '．' {
			break
		}
		s = s[size:]
	}
	return p
}

// endsNumber reports whether a number may end before s: at the end of the line
// or at white space.
func endsNumber(s string) bool { return s == "" || char.IsSpace(char.First(s)) }

// unitAlone reads 三十章, 二回 and 12章 where the line ends or a space follows.
func unitAlone(s string) Candidate {
	k, val := Numeral(s)
	if k == 0 || val == 0 || val > 3000 {
		return Candidate{}
	}
	size, form, _ := unit(s[k:])
	if form == NoForm || form == Article || !endsNumber(strings.TrimLeft(s[k+size:], "：:.")) {
		return Candidate{}
	}
	return Candidate{Bytes: k + size, Form: form, Value: val, Weak: true}
}

// between reads a Han numeral that stands between two ornaments, —一— ※ 二 ※.
func between(s string) Candidate {
	const ornaments = "=＝*＊#-—~～☆★◎●◆■▲◇□※·• \t\u3000"
	inner := strings.Trim(s, ornaments)
	if inner == "" || strings.HasSuffix(s, inner) || HanDigit(char.First(inner)) < 0 {
		return Candidate{}
	}
	k, val := Numeral(inner)
	if k != len(inner) || val == 0 || val > 999 {
		return Candidate{}
	}
	return Candidate{Bytes: len(s), Form: Bare, Value: val, Weak: true}
}

// bracketed reads 【001】, 〖十二〗, 〈一〉, 【案例一】 and, in brackets of any kind, 第一章.
func bracketed(s string) Candidate {
	open, size := utf8.DecodeRuneInString(s)
	closing := closingOf(open)
	if closing == 0 {
		return Candidate{}
	}
	end := strings.IndexRune(s, closing)
	if end < 0 || end > 60 {
		return Candidate{}
	}
	inner := s[size:end]
	n := end + utf8.RuneLen(closing)
	if k, form, val := Parse(inner); k > 0 && form >= Bian && form <= Section {
		if k < len(inner) {
			n = size + k
		}
		return Candidate{Bytes: n, Form: form, Value: val}
	}
	if k, val := Numeral(inner); k == len(inner) && k > 0 && val > 0 && val < 1900 && open != '（' && open != '(' && open != '[' && open != '《' {
		return Candidate{Bytes: n, Form: Count, Value: val, Weak: true}
	}
	if c := named(inner); open == '【' && c.Bytes == len(inner) {
		c.Bytes = n
		return c
	}
	return Candidate{}
}

// closingOf returns the bracket that closes what r opens; 0 where r opens nothing.
func closingOf(r rune) rune {
	switch r {
	case '【':
		return '】'
	case '「':
		return '」'
	case '〖':
		return '〗'
	case '〈':
		return '〉'
	case '《':
		return '》'
	case '（':
		return '）'
	case '(':
		return ')'
	case '〔':
		return '〕'
	case '［':
		return '］'
	case '[':
		return ']'
	}
	return 0
}

// bare reads 一 alone and 一 灭影; a numeral in brackets of any kind is read by
// Parse.
func bare(s string) Candidate {
	k, val := Numeral(s)
	if k == 0 || val == 0 || val > 999 || HanDigit(char.First(s)) < 0 {
		return Candidate{}
	}
	if n := colon(s[k:]); n > 0 {
		return Candidate{Bytes: k + n, Form: Bare, Value: val, Weak: true}
	}
	if !endsNumber(s[k:]) {
		return Candidate{}
	}
	return Candidate{Bytes: k, Form: Bare, Value: val, Weak: true}
}

// closed reads 一) and 二）, whose bracket was never opened.
func closed(s string) Candidate {
	k, val := Numeral(s)
	r, size := utf8.DecodeRuneInString(s[k:])
	if k == 0 || val == 0 || val > 99 || HanDigit(char.First(s)) < 0 || r != '）' && r != ')' {
		return Candidate{}
	}
	return Candidate{Bytes: k + size, Form: ParenHan, Value: val, Weak: true}
}

// colon returns the bytes of the colon that s begins with where a title follows,
// in Han or letters: 一：渡口, but not 1:2.
func colon(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if r != '：' && r != ':' {
		return 0
	}
	if next := char.First(strings.TrimLeftFunc(s[size:], char.IsSpace)); char.IsHan(next) && HanDigit(next) < 0 || char.IsLatin(next) {
		return size
	}
	return 0
}

// opensWithFigure reports whether a title begins with a figure and goes on in at least
// three Han, 1948年的夏天, or in two of which the first is no unit, 3号楼. It mends chains that lost
// such a chapter, and all of themselves where it was their first. It cannot fire on a row
// of a table, 1 20元 30元, nor on a quantity alone, 3 300万元.
func opensWithFigure(title string) bool {
	k, _ := Digits(title)
	if k == 0 {
		return false
	}
	han := 0
	for _, r := range title[k:] {
		switch {
		case char.IsSpace(r):
			return false
		case char.IsHan(r):
			han++
		}
	}
	first := char.First(title[k:])
	return char.IsHan(first) && (han >= 3 || han == 2 && !strings.ContainsRune(units, first))
}

// count reads 12 and 12. alone, 001 题, 1 引言, 1 1948年的夏天 and, glued, 1范围. Four digits
// are a year, and a unit after the number makes a quantity of it.
func count(s string) Candidate {
	k, val := Digits(s)
	rest := s[k:]
	if k == 0 || val >= 1900 || val == 0 && !IsUsual(strings.TrimLeftFunc(rest, char.IsSpace)) { // 0 引言
		return Candidate{}
	}
	switch r := char.First(rest); {
	case rest == "":
	case r == '：' || r == ':':
		n := colon(rest)
		if n == 0 {
			return Candidate{}
		}
		k += n
	case char.IsSpace(r):
		title := strings.TrimLeftFunc(rest, char.IsSpace)
		if t := strings.TrimLeft(title, "|-–—·"); len(t) < len(title) && endsNumber(t) { // 1 | 渡口
			title = strings.TrimLeftFunc(t, char.IsSpace)
		}
		next := char.First(title)
		if !char.IsHan(next) && !char.IsLatin(next) && !char.Opens(next) && !opensWithFigure(title) {
			return Candidate{}
		}
	case char.IsHan(r) && k <= 2 && !strings.ContainsRune(units, r) && HanDigit(r) < 0:
	case char.Opens(r) && r != '(' && r != '（' && r != '[':
	default:
		return Candidate{}
	}
	return Candidate{Bytes: k, Form: Count, Value: val, Weak: true}
}
