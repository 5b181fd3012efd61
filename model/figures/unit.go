package figures

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// A unit is what stands after a number.
type unit struct {
	text   string // without what rounds the number: 万家 of 5万多家
	size   int    // bytes that it takes in the source
	before int    // bytes of it before what rounds the number
	qual   int    // bytes of what rounds the number: 多, 余
}

// unitAt returns the unit that s begins with.
func unitAt(s string) unit {
	var u unit
	u.before = powers(s, "百千万亿")
	if strings.HasSuffix(s[:u.before], "千") && char.HasAnyPrefix(s[u.before:], "瓦", "米", "克", "伏") { // 亿 千瓦时
		u.before -= len("千")
	}
	if r, size := utf8.DecodeRuneInString(s[u.before:]); r == '多' || r == '余' || r == '几' {
		u.qual = size
	}
	rest, n := s[u.before+u.qual:], 0
	if u.qual > 0 {
		n = powers(rest, "万亿") // 9000多万元
	}
	n += measureAt(rest[n:])
	if n == 0 && u.qual > 0 && u.before == 0 {
		return unit{}
	}
	u.text, u.size = s[:u.before]+rest[:n], u.before+u.qual+n
	return u
}

// powers returns the bytes of the powers of ten that s begins with.
func powers(s, which string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !strings.ContainsRune(which, r) {
			break
		}
		n += size
	}
	return n
}

// measureAt returns the bytes of the measure that s begins with: 立方米, 微克/立方米,
// 元/月.
func measureAt(s string) int {
	n := oneMeasure(s, piece|measure|timeUnit)
	if rest, ok := strings.CutPrefix(s[n:], "/"); ok && n > 0 {
		if m := oneMeasure(rest, piece|measure|timeUnit|per); m > 0 {
			n += 1 + m
		}
	}
	return n
}

func oneMeasure(s string, r role) int {
	w := prefix(r, s)
	if w == "人" && char.HasAnyPrefix(s[len(w):], "口", "民", "才", "员", "均", "工") { // 20万 人口
		return 0
	}
	return max(len(w), latinUnit(s))
}

// latinUnit returns the bytes of the unit in Latin letters that s begins with.
func latinUnit(s string) int {
	if !char.IsLatin(char.First(s)) {
		return 0
	}
	n := 0
	for n < len(s) && (char.IsLatin(rune(s[n])) || s[n] == '2' && n > 0) {
		n++
	}
	if strings.HasPrefix(s[n:], "²") || strings.HasPrefix(s[n:], "³") {
		n += len("²")
	}
	if n == 1 && !oneOf(s[:n], "g", "m", "P") || !is(latinMeasure, strings.ToLower(s[:n])) || char.Digit(char.First(s[n:])) >= 0 {
		return 0
	}
	return n
}

// hanUnit returns the unit after a number in Han: one that is hardly ever anything
// else.
func hanUnit(s string) unit {
	w := prefix(hanMeasure, s)
	return unit{text: w, size: len(w)}
}

// isTime reports whether a unit is one of time or of age.
func isTime(u string) bool { return is(timeUnit, u) }

// isPiece reports whether a unit counts things one by one: 个, 万户.
func isPiece(u string) bool { return is(piece, u[powers(u, "百千万亿"):]) }

// isPower reports whether a unit is 万 or 亿 alone, or none.
func isPower(u string) bool { return powers(u, "百千万亿") == len(u) }
