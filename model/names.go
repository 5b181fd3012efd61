package model

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CompareNames compares two names as people sort them: numbers by what they are worth,
// in digits and in Chinese numerals (2 before 10, 第九 before 第十), letters without
// regard to case. A number comes before what is none.
func CompareNames(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		m, restX, isX := leadingNumeral(x)
		n, restY, isY := leadingNumeral(y)
		switch {
		case isX && isY:
			if c := cmp.Or(cmp.Compare(len(m), len(n)), strings.Compare(m, n)); c != 0 {
				return c
			}
			x, y = restX, restY
			continue
		case isX:
			return -1
		case isY:
			return 1
		}
		p, i := utf8.DecodeRuneInString(x)
		q, j := utf8.DecodeRuneInString(y)
		if c := cmp.Compare(unicode.ToLower(p), unicode.ToLower(q)); c != 0 {
			return c
		}
		x, y = x[i:], y[j:]
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(a, b))
}

// leadingNumeral returns the number that s begins with in decimal digits, without zeros
// before it, what follows, and whether there is one. Digits may be of full width;
// Chinese numerals may count places (一百零二) or only digits (一〇二).
func leadingNumeral(s string) (digits, rest string, ok bool) {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n > 0 {
		return strings.TrimLeft(s[:n], "0"), s[n:], true
	}
	if s[0] < utf8.RuneSelf {
		return "", s, false
	}
	var plain []byte
	for n < len(s) {
		r, w := utf8.DecodeRuneInString(s[n:])
		if r < '０' || r > '９' {
			break
		}
		plain = append(plain, byte(r-'０'+'0'))
		n += w
	}
	if n > 0 {
		return strings.TrimLeft(string(plain), "0"), s[n:], true
	}
	return chineseNumeral(s)
}

// chineseNumeral is leadingNumeral for Chinese numerals.
func chineseNumeral(s string) (digits, rest string, ok bool) {
	var plain []byte // as digits alone
	total, section, last, places, n := uint64(0), uint64(0), uint64(0), false, 0
	for n < len(s) && len(plain) < 18 {
		r, w := utf8.DecodeRuneInString(s[n:])
		if v, is := chineseDigit(r); is {
			plain, last = append(plain, byte('0'+v)), v
		} else if unit := chinesePlace(r); unit == 10000 && n > 0 {
			total, section, last, places = total+(section+last)*unit, 0, 0, true
		} else if unit > 0 && unit < 10000 {
			section, last, places = section+max(last, 1)*unit, 0, true
		} else {
			break
		}
		n += w
	}
	if n == 0 {
		return "", s, false
	}
	if !places {
		return strings.TrimLeft(string(plain), "0"), s[n:], true
	}
	return decimal(total + section + last), s[n:], true
}

// decimal writes n in digits, nothing for 0.
func decimal(n uint64) string {
	var out [20]byte
	i := len(out)
	for ; n > 0; n /= 10 {
		i--
		out[i] = byte('0' + n%10)
	}
	return string(out[i:])
}

func chineseDigit(r rune) (uint64, bool) {
	switch r {
	case '零', '〇':
		return 0, true
	case '一':
		return 1, true
	case '二', '两':
		return 2, true
	case '三':
		return 3, true
	case '四':
		return 4, true
	case '五':
		return 5, true
	case '六':
		return 6, true
	case '七':
		return 7, true
	case '八':
		return 8, true
	case '九':
		return 9, true
	}
	return 0, false
}

// chinesePlace returns what the digit before r is multiplied by, 0 where r is no
// place of a number.
func chinesePlace(r rune) uint64 {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	case '万':
		return 10000
	}
	return 0
}
