package number

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// ordinal reads 第…章 and its kin. A unit that is the start of another word,
// as in 第一节课 第六回合 第三部门, is no section number.
func ordinal(s string) (int, Form, int) {
	at := len("第")
	at += char.Spaces(s[at:])
	k, val := Numeral(s[at:])
	if one := dashForOne(s[at+k:]); one > 0 {
		k, val = k+one, val+1
	}
	if k == 0 || k > 36 {
		return 0, NoForm, 0
	}
	at += k
	if k := insertion(s[at:]); k > 0 {
		at += k
	} else if k, last := through(s[at:]); k > 0 && last > val {
		at, val = at+k, last
	}
	if r := char.First(s[at:]); val <= 20 && strings.ContainsRune("，、,", r) && HanDigit(char.First(s[len("第"):])) >= 0 {
		return at + utf8.RuneLen(r), Item, val // 第一，
	}
	at += char.Spaces(s[at:])
	size, form, not := unit(s[at:])
	if form == NoForm {
		return 0, NoForm, 0
	}
	n := at + size
	next := s[n:]
	if r := char.First(next); next != "" && strings.ContainsRune(not, r) && !char.HasAnyPrefix(next, "目标", "目的", "约定", "约束") {
		return 0, NoForm, 0
	}
	if form == Article && strings.HasPrefix(next, "之") {
		if k, _ := Numeral(next[len("之"):]); k > 0 {
			n += len("之") + k
		}
	}
	return n, form, val
}

// dashForOne returns the bytes of a dash that s begins with and that was read for 一, right
// before 章 and its kin: 第—章, 第十—回. It cannot fire on 第3—4章.
func dashForOne(s string) int {
	switch r := char.First(s); r {
	case '—', '―', 'ー', '─':
		n := utf8.RuneLen(r)
		if _, form, _ := unit(s[n:]); form >= Bian && form <= Section {
			return n
		}
	}
	return 0
}

// ordinalMisread reports whether s, which begins with 笫, is 第…章 as a scan was misread, and not
// the mat of a bed: 笫四章.
func ordinalMisread(s string) bool {
	n, form, _ := ordinal(s)
	return n > 0 && form >= Bian && form <= Section
}

// unit returns the bytes and form of the unit that s begins with, 章 or 部分,
// and the characters that make another word of it.
func unit(s string) (size int, form Form, not string) {
	switch {
	case char.HasAnyPrefix(s, "部分"):
		return len("部分"), Volume, "的人是在地为"
	case char.HasAnyPrefix(s, "分编", "分編"):
		return len("分编"), Volume, ""
	case char.HasAnyPrefix(s, "单元", "專題", "专题", "板块", "模块"):
		return len("单元"), Volume, "的是在" // over 第1课
	}
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '编', '編', '篇':
		return size, Bian, "辑制写文幅"
	case '卷':
		return size, Volume, "入起宗烟"
	case '部':
		return size, Volume, "门門队隊电電影署长下手车"
	case '集':
		return size, Volume, "团團中合市体结"
	case '季':
		return size, Volume, "度节"
	case '장', '화', '회', '막':
		return size, Chapter, ""
	case '편', '부', '권':
		return size, Volume, ""
	case '절':
		return size, Section, ""
	case '册', '冊':
		return size, Volume, ""
	case '章':
		return size, Chapter, "鱼程"
	case '回':
		return size, Chapter, "合到家来头去答应"
	case '幕', '折':
		return size, Chapter, "后扣"
	case '步':
		return size, Chapter, "是要就的走"
	case '讲', '講', '课', '課':
		return size, Chapter, "话师述堂时本程座"
	case '话', '話':
		return size, Chapter, "题"
	case '场', '場':
		return size, Section, "比雪雨戏戲战戰仗演电電官次大景面地合"
	case '节', '節':
		return size, Section, "课課车日目奏点假省约比"
	case '条', '條':
		return size, Article, "件约路船腿狗河街鱼线裤"
	}
	return 0, NoForm, ""
}

// volume reads 卷一 卷之三 卷第一 卷上 and 上卷 中册 下篇, where nothing but a mark or a
// space follows.
func volume(s string) (int, Form, int) {
	r, at := utf8.DecodeRuneInString(s)
	val := 0
	if r == '卷' {
		if strings.HasPrefix(s[at:], "之") || strings.HasPrefix(s[at:], "第") {
			at += len("之")
		}
		blanks := char.Spaces(s[at:])
		k, v := Numeral(s[at+blanks:])
		if i := strings.Index("上中下", s[at+blanks:]); k == 0 && i >= 0 && at+blanks+len("上") == len(s) { // 卷上
			k, v = len("上"), i/len("上")+1
		}
		if at += blanks; k == 0 || v > 999 {
			return 0, NoForm, 0
		}
		at, val = at+k, v
	} else {
		unit, size := utf8.DecodeRuneInString(s[at:])
		if !strings.ContainsRune("卷部篇册集编編冊", unit) {
			return 0, NoForm, 0
		}
		at, val = at+size, strings.IndexRune("上中下", r)/len("上")+1
	}
	if r := char.First(s[at:]); at < len(s) && !char.IsSpace(r) && !strings.ContainsRune("：:·.、，—", r) {
		return 0, NoForm, 0
	}
	return at, Volume, val
}

// through reads the end of a range of chapters that stand as one, the -4 of 第3-4章,
// and returns its bytes and value; 0 when s begins with none. It mends chains that
// lacked what two chapters became. It cannot fire on 第3-1条, which goes down.
func through(s string) (n, last int) {
	for _, mark := range [...]string{"-", "－", "~", "～", "至", "—"} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			k, v := Numeral(rest)
			if _, form, _ := unit(rest[k:]); k > 0 && form >= Volume && form <= Section {
				return len(mark) + k, v
			}
		}
	}
	return 0, 0
}

// insertion returns the bytes of what numbers an article put in after
// another, the -1 of 第3-1條; 0 when s begins with none.
func insertion(s string) int {
	if strings.HasPrefix(s, "-") || strings.HasPrefix(s, "－") {
		_, size := utf8.DecodeRuneInString(s)
		if k, _ := Digits(s[size:]); k > 0 && strings.ContainsRune("条條", char.First(s[size+k+char.Spaces(s[size+k:]):])) {
			return size + k
		}
	}
	return 0
}
