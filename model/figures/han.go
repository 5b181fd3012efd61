package figures

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/numeral"
)

// han reads a number in Han with its unit: 五成, 三十万亩, 翻一番, and what counts without
// one: 百分之七, 三分之一, 全国第一, 近百家. Whether it is a figure depends on what stands
// before it, see [sentence.states].
func han(s string, i int) (amount, int, bool) {
	a := amount{begin: i, from: i, han: true}
	to := hanEnd(s, i)
	if rest, ok := strings.CutPrefix(s[to:], "分之"); ok {
		n := hanEnd(rest, 0)
		a.to = to + len("分之") + n
		return a.with(s, unit{}), a.to, n > 0
	}
	if strings.HasSuffix(s[:i], "第") {
		u := unit{text: prefix(piece, s[to:])}
		if u.text != "位" && u.text != "名" {
			u.text = ""
		}
		u.size, a.to = len(u.text), to
		next := char.First(s[to+u.size:])
		return a.with(s, u), to + u.size, !char.IsHan(next) || next == '的'
	}
	if b, ok := rounded(s, a, to); ok {
		return b, b.end, true
	}
	a.to = i + len(strings.TrimRight(s[i:to], "点"))
	u := hanUnit(s[a.to:])
	if n := len(strings.TrimRight(s[i:a.to], "万亿")); n > 0 && n < a.to-i { // 三十 万亩
		u = unit{text: s[i+n:a.to] + u.text, size: u.size + a.to - i - n}
		a.to = i + n
	}
	if u.size == 0 || isPower(u.text) || !counts(s[i:a.to]) {
		return a, max(to, i+1), false
	}
	return a.with(s, u), a.to + u.size, true
}

// hanEnd returns where the characters of Han numbers at byte i end.
func hanEnd(s string, i int) int {
	from := i
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !numeral.IsHan(r) && r != '半' && (r != '点' || i == from) {
			break
		}
		i += size
	}
	return i
}

// counts reports whether s is one number.
func counts(s string) bool {
	_, rest, ok := numeral.Cut(s)
	return ok && rest == "" || oneOf(s, "两", "半", "百", "千")
}

// rounded reads what is a number only where a word bounds it: 近百家, 超百万辆, 突破万亿元, 千余家.
// Its value is the first power of ten.
func rounded(s string, a amount, to int) (amount, bool) {
	w, _ := suffix(boundBefore, s[:a.from])
	if w == "" && !strings.HasPrefix(s[to:], "余") || powers(s[a.from:to], "百千万亿") != to-a.from || a.from == to {
		return a, false
	}
	_, size := utf8.DecodeRuneInString(s[a.from:])
	a.to = a.from + size
	u := unitAt(s[a.to:])
	return a.with(s, u), !isPower(u.text)
}
