package model

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model/numeral"
)

// CompareNames compares two names as people sort them: numbers by what they are worth,
// in digits and in Chinese numerals (2 before 10, 第九 before 第十), letters without regard
// to case. A number comes before anything else.
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
// Chinese numerals are those of package numeral: 一百零二, 一〇二.
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

// chineseNumeral is leadingNumeral for Chinese numerals. What is made of their
// characters and is none, as 十四五 and 千里, is text.
func chineseNumeral(s string) (digits, rest string, ok bool) {
	if r, _ := utf8.DecodeRuneInString(s); !numeral.IsHan(r) {
		return "", s, false // nor is 第, which [numeral.Cut] passes over
	}
	value, rest, ok := numeral.Cut(s)
	if !ok {
		return "", s, false
	}
	return strings.TrimLeft(strconv.FormatUint(value, 10), "0"), rest, true
}
