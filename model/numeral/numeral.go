// Package numeral knows how a number is written in Chinese text: 120, 一百二十, 一二〇. It
// finds the other ways to write the numbers of a query, and reports whether a match is
// a part of a longer number. It knows no queries and no headings.
package numeral

import (
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// A kind is a way to write a number.
type kind uint8

const (
	none   kind = iota
	arabic      // 120 1,219 12万
	placed      // 一二〇, digit by digit
	spoken      // 一百二十
)

// A numeral is a number as it stands in a text.
type numeral struct {
	from, to int // its bytes
	kind     kind
	digits   string // from 0 to 9; leading zeros are kept
}

// mostDigits is how long a number is at most that has other ways to be written:
// longer ones are codes.
const mostDigits = 12

// Cut returns the number that s begins with, in any way to write it and with 第
// before it or not, and what follows it; ok is false where s begins with none, or
// with one of more than twelve digits.
func Cut(s string) (value uint64, rest string, ok bool) {
	s = strings.TrimPrefix(s, "第")
	n := read(s, 0)
	if n.kind == none {
		return 0, s, false
	}
	value, ok = n.value()
	return value, s[n.to:], ok
}

// First returns the value of the first number in s, 12 for 第十二章, and what
// follows it. Single digits count.
func First(s string) (value uint64, rest string, ok bool) {
	for n := range numerals(s) {
		value, ok = n.value()
		return value, s[n.to:], ok
	}
	return 0, "", false
}

// numerals yields the numbers in s. What is made of their characters and is
// none, 千万 or 十四五, is passed over.
func numerals(s string) iter.Seq[numeral] {
	return func(yield func(numeral) bool) {
		for i := 0; i < len(s); {
			n := read(s, i)
			if n.kind != none && !yield(n) {
				return
			}
			_, size := utf8.DecodeRuneInString(s[i:])
			i = max(n.to, i+size)
		}
	}
}

func (n numeral) value() (value uint64, ok bool) {
	if len(n.digits) > mostDigits {
		return 0, false
	}
	value, err := strconv.ParseUint(n.digits, 10, 64)
	return value, err == nil
}

// read reads all numeral characters from byte from of s on; where they do not make a
// number the kind is none, and to is after them.
func read(s string, from int) numeral {
	if char.Digit(char.First(s[from:])) >= 0 {
		return readArabic(s, from)
	}
	return readHan(s, from)
}

// readArabic reads digits, with commas between groups of three, and 万 and 亿
// behind them.
func readArabic(s string, from int) numeral {
	digits, to := arabicRun(s, from)
	for grouped := len(digits) <= 3; grouped && strings.HasPrefix(s[to:], ","); {
		group, end := arabicRun(s, to+1)
		if len(group) != 3 {
			break
		}
		digits, to = digits+group, end
	}
	for to < len(s) {
		r, size := utf8.DecodeRuneInString(s[to:])
		u := unit(r)
		if u < wan {
			break
		}
		digits += strconv.Itoa(u)[1:]
		to += size
	}
	return numeral{from, to, arabic, digits}
}

// arabicRun returns the digits at byte from of s, and where they end.
func arabicRun(s string, from int) (digits string, to int) {
	var b strings.Builder
	for to = from; to < len(s); {
		r, size := utf8.DecodeRuneInString(s[to:])
		d := char.Digit(r)
		if d < 0 {
			break
		}
		b.WriteByte(byte('0' + d))
		to += size
	}
	return b.String(), to
}

// readHan reads Han numerals.
func readHan(s string, from int) numeral {
	n := numeral{from: from, to: from}
	units := false
	for n.to < len(s) {
		r, size := utf8.DecodeRuneInString(s[n.to:])
		if !IsHan(r) && !isO(s, n.to) {
			break
		}
		units = units || digit(r) < 0 && IsHan(r)
		n.to += size
	}
	switch text := s[from:n.to]; {
	case text == "" || len(text) > longest:
	case units:
		text = strings.ReplaceAll(strings.ReplaceAll(text, "廿", "二十"), "卅", "三十")
		if v, ok := spokenValue(text); ok {
			n.kind, n.digits = spoken, strconv.FormatUint(v, 10)
		}
	case !strings.ContainsAny(text, "两兩"):
		n.kind, n.digits = placed, placedDigits(text)
	}
	return n
}

// longest is how many bytes a Han number takes at most.
const longest = 90

func placedDigits(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte('0' + max(0, digit(r)))) // an O is 0
	}
	return b.String()
}

// spokenValue returns the number that s is, all of it; ok is false where s is
// several numbers, 十四五, or a word, 千万.
func spokenValue(s string) (value uint64, ok bool) {
	for _, u := range [...]struct {
		signs string
		value uint64
	}{{"亿億", wan * wan}, {"万萬", wan}} {
		i := strings.LastIndexAny(s, u.signs)
		if i < 0 {
			continue
		}
		high, ok := spokenValue(s[:i])
		if s[:i] == "两" || s[:i] == "兩" {
			high, ok = 2, true
		}
		low, fits := below(s[i+len("万"):], u.value)
		return high*u.value + low, ok && fits && high > 0 && high < 1e8 && low < u.value
	}
	return underWan(s)
}

// below returns the value after 万 or 亿: as it stands, with 零 before it, or with its
// unit left out, as 五 in 三万五.
func below(s string, unit uint64) (value uint64, ok bool) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case s == "":
		return 0, true
	case size == len(s) && digit(r) > 0:
		return uint64(digit(r)) * unit / 10, true
	case digit(r) == 0:
		s = s[size:]
	}
	return spokenValue(s)
}

// underWan returns the number that s is, written with 千, 百 and 十.
func underWan(s string) (value uint64, ok bool) {
	v, d, last, zero := 0, -1, wan, false // a digit whose unit is to come; the unit before; 零 after that
	for i, r := range s {
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		switch u := unit(r); {
		case u > 0 && (u >= last || d < 0 && u != 10):
			return 0, false
		case u > 0:
			v, d, last, zero = v+max(d, 1)*u, -1, u, false // 十 alone is ten
		case d >= 0 || zero && digit(r) == 0 || i == 0 && digit(r) == 0:
			return 0, false
		case digit(r) == 0:
			zero = true
		case digit(r) < 0, (r == '两' || r == '兩') && unit(next) < 100:
			return 0, false
		default:
			d = digit(r)
		}
	}
	switch {
	case d < 0:
		return uint64(v), v > 0 && !zero
	case zero || last == 10 || last == wan:
		return uint64(v + d), true
	}
	return uint64(v + d*last/10), true // 一百二 is 120
}
