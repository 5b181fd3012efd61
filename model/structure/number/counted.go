package number

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// named reads 案例一 单元3 步骤二, a word and the number after it.
func named(s string) Candidate {
	switch char.First(s) {
	case '案', '典', '实', '专', '单', '模', '步', '任', '问', '练', '项', '课', '章':
	default:
		return Candidate{} // of most lines nothing else is asked
	}
	for _, w := range [...]string{"案例", "典型案例", "案件", "实例", "专题", "单元", "模块", "步骤", "任务", "问题", "练习", "实验", "项目", "课题", "章节"} {
		rest, ok := strings.CutPrefix(s, w)
		if !ok {
			continue
		}
		k, val := Numeral(rest)
		if k == 0 || val == 0 || val > 199 {
			continue
		}
		n := len(w) + k
		if r, size := utf8.DecodeRuneInString(s[n:]); r == '：' || r == ':' || r == '、' || r == '.' || r == '．' {
			n += size
		} else if !endsNumber(s[n:]) && !char.Opens(r) {
			continue
		}
		form := Chapter
		switch w {
		case "任务", "步骤", "问题", "练习", "实验": // in 单元, 模块, 项目
			form = Section
		}
		return Candidate{Bytes: n, Form: form, Value: val, Weak: true}
	}
	return Candidate{}
}

// ordinalAlone reads 第一 before white space and a title, and 第一夜, 第二封信 or 第三天：抵达, where
// any word of one or two characters is what is counted. It mends stories told by nights
// or letters. It cannot fire in a sentence, where neither white space nor the end of
// the line stands after the word, nor on 第一次, which means “the first time”.
func ordinalAlone(s string) Candidate {
	k, val := Numeral(s[len("第"):])
	n := len("第") + k
	if k == 0 || val == 0 || val > 999 || n == len(s) {
		return Candidate{}
	}
	if char.IsSpace(char.First(s[n:])) {
		if !char.IsHan(char.First(strings.TrimLeftFunc(s[n:], char.IsSpace))) {
			return Candidate{}
		}
		return Candidate{Bytes: n, Form: Chapter, Value: val, Weak: true}
	}
	for words := 0; words < 2 && n < len(s); words++ {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !char.IsHan(r) || HanDigit(r) >= 0 || strings.ContainsRune("次个個名位遍条條件年", r) {
			return Candidate{}
		}
		n += size
		if endsNumber(s[n:]) || colon(s[n:]) > 0 {
			return Candidate{Bytes: n, Form: Chapter, Value: val, Weak: true}
		}
	}
	return Candidate{}
}

// wordCounted reads 故障一：无法开机 and 误区2 多喝水, a word of two Han and the number
// behind it, where a colon or white space and a title follow. It mends guides whose
// parts count something of their own. It cannot fire on a bare 星期一, nor on a word
// with more after the number, 项目三组.
func wordCounted(s string) Candidate {
	n := 0
	if strings.HasPrefix(s, "专栏") || strings.HasPrefix(s, "專欄") { // a box in a plan, no part of it
		return Candidate{}
	}
	for range 2 {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !char.IsHan(r) || HanDigit(r) >= 0 {
			return Candidate{}
		}
		n += size
	}
	k, val := Numeral(s[n:])
	if k == 0 || val == 0 || val > 99 {
		return Candidate{}
	}
	n += k
	c := colon(s[n:])
	if c == 0 && (n == len(s) || !char.IsSpace(char.First(s[n:])) || !char.IsHan(char.First(strings.TrimLeftFunc(s[n:], char.IsSpace)))) {
		return Candidate{}
	}
	if Name(s) > 0 { // 附件一：平面图
		return Candidate{}
	}
	return Candidate{Bytes: n + c, Form: Section, Value: val, Weak: true}
}

// Counted returns the word that the number of a line counts where it is no usual
// unit: 夜 of 第一夜, 封信 of 第二封信, 故障 of 故障一; "" of 第一章 and 案例一.
func Counted(s string) string {
	rest, ok := strings.CutPrefix(s, "第")
	if !ok {
		if wordCounted(s+" 一").Bytes == 0 && wordCounted(s+"题").Bytes == 0 || named(s).Bytes > 0 {
			return ""
		}
		return s[:2*len("故")]
	}
	if n, _, _ := Parse(s); n > 0 {
		return ""
	}
	k, _ := Numeral(rest)
	return strings.TrimRight(rest[k:], ":：")
}
