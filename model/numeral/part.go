package numeral

import (
	"unicode/utf8"

	"juan/model/char"
)

// Part reports whether bytes [from, to) of s cut a longer number, at either end:
// 12 in 2012, 219 in 1,219, 12 in 12.5 and in 12万, 十二 in 二十二. 12 in 12月 or in
// 2012.12.5 is whole. Han numerals count from two on, or after 第: 一 may be any
// 一.
func Part(s string, from, to int) bool {
	if from < 0 || from >= to || to > len(s) {
		return false
	}
	first, firstSize := utf8.DecodeRuneInString(s[from:to])
	last, lastSize := utf8.DecodeLastRuneInString(s[from:to])
	if char.Digit(first) >= 0 && digitsBefore(s, from) || char.Digit(last) >= 0 && digitsAfter(s, to) {
		return true
	}
	if IsHan(first) && IsHan(char.First(s[from+firstSize:to])) {
		before := char.Last(s[:from])
		if IsHan(before) || letterO(s, from) || first == '十' && (before == '几' || before == '数') { // 数十万
			return true
		}
	}
	if !IsHan(last) && !isO(s, to-lastSize) {
		return false
	}
	before, size := utf8.DecodeLastRuneInString(s[from : to-lastSize])
	several := IsHan(before) || before == '第' || size > 0 && isO(s, to-lastSize-size)
	return several && (IsHan(char.First(s[to:])) || isO(s, to))
}

// letterO reports whether a letter that stands for a zero ends at byte end.
func letterO(s string, end int) bool {
	r, size := utf8.DecodeLastRuneInString(s[:end])
	return isLetterO(r) && isO(s, end-size)
}

// digitsBefore reports whether a number that goes on at byte i of s, which is a
// digit, began before it.
func digitsBefore(s string, i int) bool {
	r, size := utf8.DecodeLastRuneInString(s[:i])
	if char.Digit(r) >= 0 {
		return true
	}
	return (r == ',' || r == '.') && joins(s, i-size)
}

// digitsAfter reports whether the number before byte i of s, where a digit ends,
// continues there.
func digitsAfter(s string, i int) bool {
	r := char.First(s[i:])
	if char.Digit(r) >= 0 || unit(r) >= wan {
		return true
	}
	return (r == ',' || r == '.') && joins(s, i)
}

// joins reports whether the comma or full stop at byte i of s is inside a number:
// 1,219 but not 2019,2020; 12.5 but not 2012.12.5.
func joins(s string, i int) bool {
	left, from := digitsTo(s, i)
	right, to := digitsFrom(s, i+1)
	if left == 0 || right == 0 {
		return false
	}
	if s[i] == ',' {
		return left <= 3 && right == 3
	}
	before, _ := digitsTo(s, from-1)
	behind, _ := digitsFrom(s, to+1)
	return !(before > 0 && s[from-1] == '.') && !(behind > 0 && s[to] == '.')
}

// farthest is how many digits are looked at from one place.
const farthest = 40

// digitsTo returns how many digits end at byte i of s, and where they begin.
func digitsTo(s string, i int) (n, from int) {
	for i > 0 && n < farthest {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		if char.Digit(r) < 0 {
			break
		}
		n, i = n+1, i-size
	}
	return n, i
}

// digitsFrom returns how many digits begin at byte i of s, and where they end.
func digitsFrom(s string, i int) (n, to int) {
	for i < len(s) && n < farthest {
		r, size := utf8.DecodeRuneInString(s[i:])
		if char.Digit(r) < 0 {
			break
		}
		n, i = n+1, i+size
	}
	return n, i
}
