package figures

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/numeral"
)

// An amount is a number with its unit, as it stands in a sentence.
type amount struct {
	begin    int // of what bounds it before, else of the value
	from, to int // bytes of the value
	end      int // after the unit and what bounds it there
	unit     string
	qual     string // 近, 以上
	han      bool   // the number is written in Han
	bounded  bool   // 以上, 左右 or the like stands after its unit
}

// percent reports whether an amount is a part of a whole, or a difference of two.
func (a amount) percent() bool {
	return oneOf(a.unit, "%", "％", "‰") || strings.HasSuffix(a.unit, "百分点") || a.unit == "" && a.han
}

// scan returns the amount at byte i of s, and where to go on; ok is false where
// none begins there.
func scan(s string, i int) (a amount, next int, ok bool) {
	r, size := char.Decode(s[i:])
	switch {
	case char.Digit(r) >= 0:
		return arabic(s, i)
	case char.IsLatin(r): // GDP5, 5G and PM2.5 are words
		return a, wordEnd(s, i), false
	case numeral.IsHan(r), r == '半':
		return han(s, i)
	}
	return a, i + size, false
}

// wordEnd returns where the letters and digits at byte i end, a point between two of
// them counted in: PM2.5, G60.
func wordEnd(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !char.IsLatin(r) && char.Digit(r) < 0 && !((r == '.' || r == '_') && char.Digit(char.First(s[i+size:])) >= 0) {
			break
		}
		i += size
	}
	return i
}

// arabic reads digits, their range, and the unit after them.
func arabic(s string, i int) (amount, int, bool) {
	a := amount{begin: i, from: i, to: number(s, i)}
	if end := wordEnd(s, a.to); end > a.to && latinUnit(s[a.to:]) == 0 {
		return a, end, false // 5G, 3D
	}
	if joined(s, i, a.to) {
		return a, a.to, false
	}
	u := unitAt(s[a.to:])
	if to, v, ok := reach(s, a.to, u); ok {
		a.to, u = to, v
	}
	a = a.with(s, u)
	return a, max(a.to, a.to+u.size), true
}

// reach reads the second number of a range or of a fraction after the first, which ends
// at byte to before its unit: 1—2个, 5%—6%, 2/3.
func reach(s string, to int, first unit) (int, unit, bool) {
	starts := [...]int{to, to + first.size}
	for k, at := range starts {
		if k == 1 && (first.size == 0 || first.qual > 0) {
			break
		}
		for _, sign := range [...]string{"—", "——", "–", "-", "－", "～", "~", "至", "到", "/"} {
			rest, ok := strings.CutPrefix(s[at:], sign)
			if !ok || char.Digit(char.First(rest)) < 0 || sign == "/" && k == 1 {
				continue
			}
			end := number(s, at+len(sign))
			if u := unitAt(s[end:]); u.size > 0 && (k == 0 || u.text == first.text) || sign == "/" {
				return end, u, true
			}
		}
	}
	return 0, unit{}, false
}

// number returns where the digits at byte i end, decimals and groups of three
// counted in: 1,219.5 but not the comma of 10.5,800.
func number(s string, i int) int {
	to, n := run(s, i)
	for grouped := n <= 3; grouped && strings.HasPrefix(s[to:], ","); {
		end, m := run(s, to+1)
		if m != 3 {
			break
		}
		to = end
	}
	if r, size := utf8.DecodeRuneInString(s[to:]); r == '.' || r == '．' {
		if end, m := run(s, to+size); m > 0 {
			to = end
		}
	}
	return to
}

// run returns where the digits at byte i end, and how many they are.
func run(s string, i int) (to, n int) {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if char.Digit(r) < 0 {
			break
		}
		i, n = i+size, n+1
	}
	return i, n
}

// joined reports whether digits are a part of a sign made with marks, which
// counts nothing: 1+6, 2020-11-26, 10:30, 2.0.1.
func joined(s string, from, to int) bool {
	before, size := utf8.DecodeLastRuneInString(s[:from])
	after, next := utf8.DecodeRuneInString(s[to:])
	switch {
	case before == '+' || after == '+' || before == '×' || after == '×', before == '-' || before == '№' || char.IsLatin(before):
		return true
	case after == ':' || after == '：' || after == '.':
		return char.Digit(char.First(s[to+next:])) >= 0
	case before == ':' || before == '：' || before == '.' || before == '/':
		return char.Digit(char.Last(s[:from-size])) >= 0
	}
	return false
}

// with returns the amount with its unit and what bounds it on both sides.
func (a amount) with(s string, u unit) amount {
	a.unit, a.end = u.text, a.to+u.size
	if u.qual > 0 {
		a.qual = s[a.to+u.before : a.to+u.before+u.qual]
	}
	if w := prefix(boundBehind, s[a.end:]); w != "" {
		a.qual, a.end, a.bounded = join(a.qual, w), a.end+len(w), true
	}
	for {
		w, _ := suffix(boundBefore, s[:a.begin])
		if w == "" {
			return a
		}
		a.qual, a.begin = join(w, a.qual), a.begin-len(w)
	}
}

func join(a, b string) string { return strings.TrimSpace(a + " " + b) }
