// Package number knows the forms of section numbers, from 第一编 to ① and Appendix
// A, and their values. Whether what follows a number is a heading is not its
// matter.
package number

import (
	"strings"
	"sync"
	"unicode/utf8"

	"juan/model/char"
)

// Form is the form of a section number, in the order in which forms nest in
// official documents (GB/T 9704), statutes and novels.
type Form uint8

const (
	NoForm     Form = iota
	Named           // 序 前言 楔子 附录 …: no number, but a place
	Bian            // 第一编 第一篇 Book One
	Volume          // 第一卷 第一部 第一部分 卷一 Part Two
	Chapter         // 第一章 第一回 三十章 Chapter 1
	Section         // 第一节 第一场 Section 1
	Article         // 第一条 Article 1
	Roman           // Ⅰ I. IV.
	Formal          // 壹、
	Han             // 一、
	Bare            // 一 alone in its line, or before white space
	Stem            // 甲、
	ParenHan        // （一）
	Digit           // 1. 1、
	Count           // 12 alone, 001 or 1 before white space, 1范围
	ParenDigit      // （1） 1)
	Circled         // ①
	Letter          // A.
	Decimal         // 1.1 A.1
	Decimal3        // 1.1.1, and deeper
	Series          // 其一
	Serial          // 渡口（三） 分节阅读_3 五帝本纪第一: the number stands after the title
	Item            // 一是 首先 第一，: an item of running text, a heading only as a run-in
	Forms           // how many there are
)

// Parse reads the section number that s begins with: how many bytes it takes,
// its form and its value, for decimals that of the last part; 0 and NoForm
// when s begins with none. The separator after the number (、 . ：) belongs to
// it, white space does not.
func Parse(s string) (n int, form Form, val int) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == '第', r == '笫' && ordinalMisread(s):
		return ordinal(s)
	case r == '其', r == '之', r == 'そ' && strings.HasPrefix(s, "その"):
		return series(s)
	case r == '卷' || r == '上' || r == '中' || r == '下':
		return volume(s)
	case r == '（' || r == '(' || r == '〔' || r == '［':
		return parenthesised(s, size)
	case r >= '①' && r <= '⑳':
		return size, Circled, int(r-'①') + 1
	case r >= '⑴' && r <= '⒇':
		return size, ParenDigit, int(r-'⑴') + 1
	case r >= '⒈' && r <= '⒛':
		return size, Digit, int(r-'⒈') + 1
	case r >= '㈠' && r <= '㈩':
		return size, ParenHan, int(r-'㈠') + 1
	case char.IsLatin(r):
		return latin(s)
	case r == '제':
		return korean(s)
	case r >= '가' && r <= '하':
		return koreanLetter(s)
	case r >= 'Ａ' && r <= 'ｚ':
		return wideLatin(s)
	case r == '首' || r == '再' || r == '最':
		return first(s)
	case char.Digit(r) >= 0:
		return decimal(s)
	case HanDigit(r) >= 0:
		return hanNumber(s)
	case strings.HasPrefix(s, "参、"):
		return len("参、"), Formal, 3
	}
	return 0, NoForm, 0
}

// MayBegin reports whether a line that begins with the Chinese character r may
// begin with a number or the name of a part.
func MayBegin(r rune) bool {
	if i := r - firstHan; i >= 0 && i < lastHan-firstHan {
		return beginners()[i>>6]>>(i&63)&1 != 0
	}
	return r == '〇'
}

// The characters that most Han are of, from 一 on.
const firstHan, lastHan = 0x4e00, 0xa000

// beginners has a bit for each Han that a line of the kind may begin with: digits,
// stems, what usual names of parts begin with, and the rest.
var beginners = sync.OnceValue(func() *[(lastHan - firstHan) / 64]uint64 {
	var bits [(lastHan - firstHan) / 64]uint64
	for _, r := range "一丁七万三丙两乙九二五仟伍佰八六十千卅叁參叄四壬壹己庚廿戊拾捌柒玖甲癸百肆萬貳贰辛陆陸零" +
		"上付代余作内再写凡出前卷原参參后外大完导導尾序开引後总插摘楔特番終結緒總终结绪编自致译跋開间附題题鸣" +
		"第笫其中下首最正案典实专单模步任问练项课章" {
		bits[(r-firstHan)>>6] |= 1 << ((r - firstHan) & 63)
	}
	return &bits
})

// None reports whether a line that begins with first and ends with last has
// neither a number nor a name, as most lines have not: then Line and Name find
// nothing in it.
func None(s string, first, last rune) bool {
	switch {
	case first == '「' && strings.HasPrefix(s, "「第"): // 「第一章」
		return false
	case first == '“', first == '「', first == '"': // talk
		return true
	case mayEndSerial(last):
		return false
	case char.IsHan(first):
		if MayBegin(first) || opensRareName(first) || len(s) > 2*len("故") && isDigit(char.First(s[2*len("故"):])) { // 故障一：
			return false
		}
	case !char.Continues(first) || first == '、': // neither Han nor a mark that no title begins with
		return false
	}
	return (len(s) > longestLine || !hasOrdinal(s)) && !hasExtra(s[:min(len(s), 40)])
}

// isDigit reports whether r is a digit, Han or Arabic.
func isDigit(r rune) bool { return char.Digit(r) >= 0 || HanDigit(r) >= 0 }

// hasOrdinal reports whether 第 stands in s.
func hasOrdinal(s string) bool { return char.Twice(s, "第"[2]) && strings.Contains(s, "第") }

// hasExtra reports whether 番外 stands in s. The last byte of its second character is
// looked for first: most lines have none.
func hasExtra(s string) bool {
	return strings.IndexByte(s, "外"[2]) >= 0 && strings.Contains(s, "番外")
}

// series reads 其一 and 之一, and 其の一 and その一 of Japanese.
func series(s string) (int, Form, int) {
	at := len("其")
	if strings.HasPrefix(s[at:], "の") {
		at += len("の")
	}
	k, val := Numeral(s[at:])
	if k == 0 || val > 99 {
		return 0, NoForm, 0
	}
	n := at + k
	r, size := utf8.DecodeRuneInString(s[n:])
	switch {
	case n == len(s), char.IsSpace(r) && s[:at] != "之":
		return n, Series, val
	case s[:at] == "之":
	case strings.ContainsRune("、，,：:.．", r):
		return n + size, Series, val
	}
	return 0, NoForm, 0
}

func parenthesised(s string, open int) (int, Form, int) {
	k, val := Numeral(s[open:])
	if k == 0 || val > 199 || val == 0 {
		return 0, NoForm, 0
	}
	r, size := utf8.DecodeRuneInString(s[open+k:])
	if !strings.ContainsRune("）)〕］", r) {
		return 0, NoForm, 0
	}
	form := ParenHan
	if char.Digit(char.First(s[open:])) >= 0 {
		form = ParenDigit
	}
	n := open + k + size
	if r, size := utf8.DecodeRuneInString(s[n:]); r == '、' || r == '．' {
		n += size
	}
	return n, form, val
}

func hanNumber(s string) (int, Form, int) {
	k, val := Numeral(s)
	if k == 0 || val == 0 || val > 999 {
		return 0, NoForm, 0
	}
	r, size := utf8.DecodeRuneInString(s[k:])
	switch r {
	case '、', '．', '.':
		if isFormal(char.First(s)) {
			return k + size, Formal, val
		}
		return k + size, Han, val
	case '是', '要':
		if val <= 20 && k <= 9 {
			return k + size, Item, val
		}
	}
	return 0, NoForm, 0
}

// first reads 首先 再次 最后, which count in running text.
func first(s string) (int, Form, int) {
	for i, w := range [...]string{"首先", "其次", "再次", "最后"} {
		if strings.HasPrefix(s, w) {
			return len(w), Item, i + 1
		}
	}
	return 0, NoForm, 0
}

// decimal reads 1. 1、 1) 1.1 1.2.3; not 1.5%, 3.75万, 2025-07-08 or 12:30.
func decimal(s string) (int, Form, int) {
	at, depth, val := points(s)
	if depth == 0 {
		return 0, NoForm, 0
	}
	r, size := utf8.DecodeRuneInString(s[at:])
	point := r == '.' || r == '．' || r == '、'
	switch {
	case depth > 1:
		if point {
			at += size
			r, _ = utf8.DecodeRuneInString(s[at:])
		}
		if at < len(s) && (char.IsSpace(r) || char.IsHan(r) && !strings.ContainsRune(units, r)) {
			return at, min(Decimal+Form(depth-2), Decimal3), val
		}
	case point:
		next := s[at+size:]
		if r == '.' && (char.IsLatin(char.First(next)) || char.Digit(char.First(next)) >= 0 && !Year(next)) { // 1.txt 1.5
			return 0, NoForm, 0
		}
		return at + size, Digit, val
	case r == ')' || r == '）':
		return at + size, ParenDigit, val
	}
	return 0, NoForm, 0
}

// points returns the bytes of the numbers that s begins with, each up to 199, with a
// point between: 3.2.1; how many they are, and the last.
func points(s string) (n, depth, val int) {
	size := 0 // of the point before
	for {
		k, v := Digits(s[n+size:])
		if k == 0 || v > 199 {
			return n, depth, val
		}
		n, depth, val = n+size+k, depth+1, v
		var r rune
		if r, size = utf8.DecodeRuneInString(s[n:]); r != '.' && r != '．' {
			return n, depth, val
		}
	}
}

// units are what a decimal fraction is of.
const units = "万亿元个倍年月日号分度级名位项件章节吨米公里亩版户人次家条岁小时天点成折克升座"

// Year reports whether s begins with a year, as in 1.2023年工作.
func Year(s string) bool {
	k, v := Digits(s)
	return v >= 1000 && v < 3000 && strings.HasPrefix(s[k:], "年")
}

// ListsOn reports whether the words after a number show that it only counts
// things: 一、二、三产业, 一、二级市场.
func ListsOn(s string, form Form, val int) bool {
	if form != Han {
		return false
	}
	k, v := Numeral(s)
	if k == 0 || v != val+1 || char.Digit(char.First(s)) >= 0 {
		return false
	}
	return strings.ContainsRune("、产產級级线線次期楼类類等号號", char.First(s[k:]))
}
