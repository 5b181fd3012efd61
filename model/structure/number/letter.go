package number

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// lowLetter reads (a), (b) and (i), (ii), which number the items of English lists.
func lowLetter(s string) Candidate {
	inner, _, ok := strings.Cut(s[1:], ")")
	if !ok || s[0] != '(' || inner == "" || len(inner) > 4 || len(s) < len(inner)+4 || s[len(inner)+2] != ' ' || strings.Trim(inner, "abcdefghijklmnopqrstuvwxyz") != "" {
		return Candidate{}
	}
	n := len(inner) + 2
	if k, val := RomanNumeral(inner); k == len(inner) && inner != "c" && inner != "d" && inner != "l" {
		return Candidate{Bytes: n, Form: Letter, Value: val}
	}
	if len(inner) > 1 {
		return Candidate{}
	}
	return Candidate{Bytes: n, Form: Letter, Value: int(inner[0]-'a') + 1}
}

// stem reads 甲、 乙． （丙） and 丁 before white space and a title; （A） too.
func stem(s string) Candidate {
	open := 0
	if r, size := utf8.DecodeRuneInString(s); r == '（' || r == '(' {
		open = size
	}
	r, size := utf8.DecodeRuneInString(s[open:])
	val, form := stemOf(r), Stem
	if open > 0 && r >= 'A' && r <= 'Z' {
		val, form = int(r-'A')+1, Letter
	}
	if val == 0 {
		return Candidate{}
	}
	n := open + size
	mark, size := utf8.DecodeRuneInString(s[n:])
	if title := strings.TrimLeftFunc(s[n:], char.IsSpace); open == 0 && char.IsSpace(mark) && char.IsHan(char.First(title)) && !strings.HasPrefix(title, "方") {
		return Candidate{Bytes: n, Form: Stem, Value: val, Weak: true}
	}
	if open == 0 && !strings.ContainsRune("、.．", mark) || open > 0 && mark != '）' && mark != ')' {
		return Candidate{}
	}
	return Candidate{Bytes: n + size, Form: form, Value: val, Weak: true}
}

// stemOf returns which of the ten heavenly stems r is, from 1; 0 for none.
func stemOf(r rune) int {
	switch r {
	case '甲':
		return 1
	case '乙':
		return 2
	case '丙':
		return 3
	case '丁':
		return 4
	case '戊':
		return 5
	case '己':
		return 6
	case '庚':
		return 7
	case '辛':
		return 8
	case '壬':
		return 9
	case '癸':
		return 10
	}
	return 0
}

// roman reads Ⅳ, IV. and IV alone; lower case is for lists, and after I. it is the
// pronoun’s: I. did not answer.
func roman(s string) Candidate {
	r, size := utf8.DecodeRuneInString(s)
	if r >= 'Ⅰ' && r <= 'Ⅻ' {
		n := size
		if next, size := utf8.DecodeRuneInString(s[n:]); strings.ContainsRune("、.．", next) {
			n += size
		} else if !endsNumber(s[n:]) && !char.IsHan(next) {
			return Candidate{}
		}
		return Candidate{Bytes: n, Form: Roman, Value: int(r-'Ⅰ') + 1, Weak: true}
	}
	k, val := RomanNumeral(s)
	if k == 0 || s[:k] != strings.ToUpper(s[:k]) || k == 1 && val > 10 { // C. comes after B.
		return Candidate{}
	}
	n := k
	if next, size := utf8.DecodeRuneInString(s[n:]); strings.ContainsRune("、.．", next) && size > 0 {
		n += size
	} else if s[n:] != "" && !beforeTitle(s[n:]) {
		return Candidate{}
	}
	rest := s[n:]
	if rest != "" && !char.IsSpace(char.First(rest)) && !char.IsHan(char.First(rest)) {
		return Candidate{}
	}
	if c := strings.TrimSpace(rest); val == 1 && c != "" && c[0] >= 'a' && c[0] <= 'z' {
		return Candidate{}
	}
	return Candidate{Bytes: n, Form: Roman, Value: val, Weak: true}
}

// beforeTitle reports whether s is white space and a title in Han: I 渡口, but not
// I 是一个字母.
func beforeTitle(s string) bool {
	title := char.First(strings.TrimLeftFunc(s, char.IsSpace))
	return char.IsSpace(char.First(s)) && char.IsHan(title) && !strings.ContainsRune("是的了在和与也有", title)
}

// letter reads A. and B、, and A.1 and B.2.3 of the annexes of a standard.
func letter(s string) Candidate {
	if s[0] < 'A' || s[0] > 'Z' || len(s) < 3 {
		return Candidate{}
	}
	mark, size := utf8.DecodeRuneInString(s[1:])
	if mark != '.' && mark != '．' && mark != '、' {
		return Candidate{}
	}
	n := 1 + size
	if n, form, val := annexed(s, n); n > 0 {
		return Candidate{Bytes: n, Form: form, Value: val, Path: path(s), Weak: true}
	}
	if r := char.First(s[n:]); !char.IsSpace(r) && !char.IsHan(r) {
		return Candidate{}
	}
	return Candidate{Bytes: n, Form: Letter, Value: int(s[0]-'A') + 1, Weak: true}
}

// annexed reads the digits of A.1 and A.1.2 after the letter's mark at n.
func annexed(s string, n int) (int, Form, int) {
	depth, val := 1, 0
	for {
		k, v := Digits(s[n:])
		if k == 0 || v > 199 {
			return 0, NoForm, 0
		}
		n, val, depth = n+k, v, depth+1
		if !strings.HasPrefix(s[n:], ".") {
			break
		}
		n++
		if k, _ := Digits(s[n:]); k == 0 {
			break
		}
	}
	if !endsNumber(s[n:]) && !char.IsHan(char.First(s[n:])) {
		return 0, NoForm, 0
	}
	return n, min(Decimal+Form(depth-2), Decimal3), val
}
