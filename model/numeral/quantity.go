package numeral

import (
	"iter"
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// Quantities yields what s counts or dates, as the bytes [from, to): 391.9亿元,
// 增长3.5%, 2021年3月5日, 百分之七, 12—15万人. A number with a sign, its range and its
// unit are one; a date is one.
//
// Numbers in Han count with a unit alone, 三十万元 but not 三心二意, and a single 一 never
// does (一家, 一日). Digits in a word of Latin letters are no quantity: H2O, 5G; nor is
// what 第 counts: 第3章.
func Quantities(s string) iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		for i := 0; i < len(s); {
			to := quantity(s, i)
			if to > i {
				if !yield(i, to) {
					return
				}
				i = to
				continue
			}
			i += skip(s[i:])
		}
	}
}

// skip returns how many bytes at the start of s are passed over where no quantity
// begins: a character, a number after 第, a word of Latin letters with the digits in
// it.
func skip(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if r == '第' {
		return read(s, size).to
	}
	if !char.IsLatin(r) {
		return size
	}
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !char.IsLatin(r) && char.Digit(r) < 0 && (r != '.' || char.Digit(char.First(s[n+size:])) < 0) {
			break
		}
		n += size
	}
	return n
}

// quantity returns where the quantity at byte i of s ends, i where none begins.
func quantity(s string, i int) int {
	if rest, ok := strings.CutPrefix(s[i:], "百分之"); ok {
		if n := readHan(rest, 0); n.to > 0 && n.kind != none {
			return i + len("百分之") + n.to
		}
		return i
	}
	r := char.First(s[i:])
	if char.Digit(r) < 0 {
		return hanQuantity(s, i)
	}
	to := i
	for {
		end := amount(s, to)
		if end == to {
			return to
		}
		to = end
		if u := unitAt(s[to:]); u > 0 {
			to += u
			if char.Digit(char.First(s[to:])) >= 0 && isDate(s[:to]) {
				continue // 2021年3月5日
			}
			return to
		}
		if char.IsLatin(char.First(s[to:])) {
			return i // 2x, 3D
		}
		return to
	}
}

// amount returns where the digits at byte i end, with their fraction, their range
// and 万 and 亿 after them.
func amount(s string, i int) int {
	to := digitsEnd(s, i)
	for _, sign := range []string{"—", "–", "-", "～", "~", "至", "/"} {
		if rest, ok := strings.CutPrefix(s[to:], sign); ok && char.Digit(char.First(rest)) >= 0 {
			to = digitsEnd(s, to+len(sign))
			break
		}
	}
	for {
		r, size := utf8.DecodeRuneInString(s[to:])
		if !strings.ContainsRune("万亿千百十余多", r) || to == i {
			return to
		}
		to += size
	}
}

// digitsEnd returns where digits end, a point, a colon or a comma between two of
// them counted in: 1,219.5, 10:30.
func digitsEnd(s string, i int) int {
	_, to := arabicRun(s, i)
	for to > i && to < len(s) && strings.IndexByte(".,:", s[to]) >= 0 {
		_, end := arabicRun(s, to+1)
		if end == to+1 {
			break
		}
		to = end
	}
	return to
}

// isDate reports whether s ends with a part of a date that another may follow.
func isDate(s string) bool {
	for _, u := range []string{"年", "月", "时", "点", "分"} {
		if strings.HasSuffix(s, u) {
			return true
		}
	}
	return false
}

// hanQuantity is quantity for numbers in Han, which want a unit after them.
func hanQuantity(s string, i int) int {
	n := readHan(s, i)
	if n.kind == none || n.to == i || s[i:n.to] == "一" {
		return i
	}
	u := hanUnit(s[n.to:])
	if u == 0 {
		return i
	}
	to := n.to + u
	if isDate(s[:to]) {
		if more := hanQuantity(s, to); more > to {
			return more // 二〇二一年三月
		}
	}
	return to
}

// unitAt returns how many bytes at the start of s are a unit after digits.
func unitAt(s string) int {
	return unitOf(s, "个百分点 百分点 % ％ ‰ 平方公里 平方千米 平方米 立方米 公里 千米 厘米 毫米 米 海里 公顷 亩 吨 公斤 千克 斤 克 升 千瓦时 千瓦 兆瓦 度 ℃ °C km kg cm mm MB GB TB KB "+
		"万元 亿元 元 美元 欧元 角 年代 年 月 日 号 时 点 分钟 分 秒 小时 天 周 岁 个月 个 家 户 人次 人 名 位 所 项 件 处 座 条 辆 台 套 倍 成 次 届 期 页 章 字 里 尺 丈 层 间 艘 只 头 米² m² km² 亿 万 °")
}

// hanUnit returns how many bytes at the start of s are a unit after a number in
// Han: those that are hardly ever anything else.
func hanUnit(s string) int {
	return unitOf(s, "个百分点 平方公里 平方米 公里 公顷 万元 亿元 元 美元 余人 人次 余年 年代 年 月 日 小时 分钟 个月 亩 吨 倍 成 户 岁")
}

// unitOf returns the length of the longest of some units that s begins with.
func unitOf(s, units string) int {
	n := 0
	for u := range strings.FieldsSeq(units) {
		if len(u) > n && strings.HasPrefix(s, u) {
			n = len(u)
		}
	}
	return n
}
