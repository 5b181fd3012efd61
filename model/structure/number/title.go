package number

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// behindPrefix reads a number before which an ornament, 正文 or the name of
// the book stands: ☆、第一章, VIP章节 第四章, 《书》第一章, [书/某]第一章.
func behindPrefix(s string) Candidate {
	at := len(s) - len(strings.TrimLeft(s, "【〖[《「=＝*＊#-—~～☆★◎●◆■▲◇□※§、_－─━＿<＜ \t\u3000\u00a0"))
	plain := strings.TrimLeft(s[:at], "【〖[《「、 \t\u3000\u00a0") == "" // nothing but brackets
	for _, w := range [...]string{"正文卷", "正文", "VIP章节", "VIP卷", "VIP", "最新章节"} {
		if strings.HasPrefix(s[at:], w) {
			at += len(w)
			at += len(s[at:]) - len(strings.TrimLeft(s[at:], " \t\u3000\u00a0】]：:、.-_"))
			plain = false
			break
		}
	}
	if at > 0 {
		n, form, val := Parse(s[at:])
		if n > 0 && form >= Bian && form <= Section {
			return Candidate{Bytes: at + n, Form: form, Value: val}
		}
		if n > 0 && !plain && (form == Digit || form == Han) { // 正文 1、渡口, § 1. 渡口
			return Candidate{Bytes: at + n, Form: Count, Value: val, Weak: true}
		}
		if n > 0 && (form == Decimal || form == Decimal3) && strings.HasSuffix(strings.TrimRightFunc(s[:at], char.IsSpace), "§") { // § 2.1 渡口
			return Candidate{Bytes: at + n, Form: form, Value: val, Path: path(s[at:]), Weak: true}
		}
		for _, read := range [...]func(string) Candidate{unitAlone, bare, count} {
			if c := read(s[at:]); c.Bytes > 0 && !plain {
				c.Bytes += at
				return c
			}
		}
	}
	return behindName(s)
}

// behindName reads 第一章 where the name of the book or of the volume stands
// before it: closed by a bracket, or parted by a space.
func behindName(s string) Candidate {
	if !hasOrdinal(s) {
		return Candidate{}
	}
	for at := 0; at < len(s); {
		i := strings.Index(s[at:], "第")
		if i < 0 {
			return Candidate{}
		}
		at += i
		if last := char.Last(s[:at]); !char.IsSpace(last) && !closesName(last) {
			at += len("第")
			continue
		}
		before := strings.TrimRightFunc(s[:at], char.IsSpace)
		closed := closesName(char.Last(before))
		if utf8.RuneCountInString(before) > 24 || strings.ContainsAny(before, "。，；！？,;!?“”：:、") || isStandard(before) {
			return Candidate{}
		}
		if n, form, val := Parse(s[at:]); n > 0 && form >= Volume && form <= Section && form != Article && (closed || len(before) < at) {
			return Candidate{Bytes: at + n, Form: form, Value: val, Weak: !closed}
		}
		at += len("第")
	}
	return Candidate{}
}

// isStandard reports whether s begins with the number of a standard, GB/T 2828.1 or ISO
// 9001: the name of its part, 第1部分：…, is no heading in a text that cites it.
func isStandard(s string) bool {
	n := 0
	for n < len(s) && (s[n] >= 'A' && s[n] <= 'Z' || s[n] == '/' && n > 1) {
		n++
	}
	gap := char.Spaces(s[n:])
	k, _ := Digits(s[n+gap:])
	return n >= 2 && n <= 7 && k >= 2
}

// closesName reports whether r is a bracket after the name of a book.
func closesName(r rune) bool {
	switch r {
	case '》', '】', ']', '」', '〕', '）':
		return true
	}
	return false
}

// mayEndSerial reports whether the title of a serial may end with r. It is asked
// first, for few lines do.
func mayEndSerial(r rune) bool {
	switch r {
	case '）', ')', ' ', '-', '_':
		return true
	}
	return char.Digit(r) >= 0 || HanDigit(r) >= 0
}

// serial reads a number after the title: 渡口（三）, 分节阅读_3, 五帝本纪第一.
// Such a line has no number before its title, so that Bytes is 0.
func serial(s string) Candidate {
	if !mayEndSerial(char.Last(s)) {
		return Candidate{}
	}
	if utf8.RuneCountInString(s) > 30 || strings.ContainsAny(s, "。，；：！？“”,;*•-+") && !strings.Contains(s, "分节阅读") || !strings.ContainsFunc(s, char.IsHan) {
		return Candidate{}
	}
	body := strings.TrimRight(s, "）)")
	if len(body) < len(s) {
		i := strings.LastIndexAny(body, "（(")
		if i <= 0 || !char.IsHan(char.Last(strings.TrimRightFunc(body[:i], char.IsSpace))) && !strings.ContainsAny(body[:i], "！？…”》") {
			return Candidate{}
		}
		_, size := utf8.DecodeRuneInString(body[i:])
		if k, val := Numeral(body[i+size:]); k > 0 && i+size+k == len(body) && val > 0 && val < 1000 {
			return Candidate{Form: Serial, Value: val, Weak: true}
		}
		if v := strings.Index("上中下", body[i+size:]); v >= 0 && len(body[i+size:]) == len("上") {
			return Candidate{Form: Serial, Value: v/len("上") + 1, Weak: true}
		}
		return Candidate{}
	}
	if i := strings.LastIndex(s, "》"); i > 0 && strings.HasPrefix(s, "《") { // 《渡口》12
		rest := strings.TrimLeft(s[i+len("》"):], " \u3000")
		if k, val := Numeral(rest); k > 0 && k == len(rest) && val < 1000 {
			return Candidate{Form: Serial, Value: val, Weak: true}
		}
	}
	if i := strings.LastIndex(s, "卷"); i > 0 { // 渡口集卷一
		rest := strings.TrimPrefix(s[i+len("卷"):], "第")
		if k, val := Numeral(rest); k > 0 && k == len(rest) && val < 1000 {
			return Candidate{Form: Serial, Value: val, Weak: true}
		}
	}
	if i := strings.LastIndex(s, "第"); i > 0 {
		if k, val := Numeral(s[i+len("第"):]); k > 0 && i+len("第")+k == len(s) && HanDigit(char.Last(s)) >= 0 {
			return Candidate{Form: Serial, Value: val, Weak: true}
		}
	}
	if i := strings.Index(s, "分节阅读"); i >= 0 {
		rest := strings.TrimLeft(s[i+len("分节阅读"):], "_ -　")
		if k, val := Digits(rest); k > 0 && strings.Trim(rest[k:], " -_") == "" {
			return Candidate{Form: Serial, Value: val, Weak: true}
		}
	}
	return Candidate{}
}
