package sentence

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/lexis"
	"juan/model/structure/number"
)

// EndsAsHeading reports whether s ends as headings do: 回顾 任务 新变化.
func EndsAsHeading(s string) bool {
	if lexis.Behind(s)&lexis.Tail != 0 {
		return true
	}
	_, b := utf8.DecodeLastRuneInString(s) // 新变化 新提高
	_, a := utf8.DecodeLastRuneInString(s[:len(s)-b])
	return strings.HasSuffix(s[:len(s)-a-b], "新")
}

// OpensParagraph reports whether s begins with words that open paragraphs.
func OpensParagraph(s string) bool { return lexis.Before(s)&lexis.Opening != 0 }

// OpensWithTime reports whether s begins with a stretch of time that is no single
// word: 过去五年, 一年来, “十四五”时期, 5月.
func OpensWithTime(s string) bool {
	k, _ := number.Numeral(s)
	if k > 0 {
		for _, w := range [...]string{"年来", "年", "月", "个月", "季度"} {
			if strings.HasPrefix(s[k:], w) {
				return true
			}
		}
	}
	if strings.HasPrefix(s, "“十") {
		i := strings.Index(s, "”")
		return i > 0 && i < 20 && (strings.HasPrefix(s[i:], "”时期") || strings.HasPrefix(s[i:], "”期间") || strings.HasPrefix(s[i:], "”以来"))
	}
	return false
}

// OpensWithPlace reports whether s begins with the name of a city, county and so on:
// two to four characters and 市 县 区 省 州 镇.
func OpensWithPlace(s string) bool {
	n := 0
	before := rune(0)
	for i, r := range s {
		if n++; n > 5 || !char.IsHan(r) {
			return false
		}
		if n >= 3 && strings.ContainsRune("市县省州", r) {
			next := char.First(s[i+utf8.RuneLen(r):])
			return !strings.ContainsRune("城都上股超夜门节", before) && !strings.ContainsRune("场民政长级域容值价份略心", next)
		}
		before = r
	}
	return false
}

// countsAloud reports whether s begins with 首先 or another word that counts what is
// said: 首先，修堤。已修三里。 goes on with 其次，…, in sentences. It mends such sentences
// two of which in three were run-in headings. It cannot fire on 一是 and 第一，.
func countsAloud(s string) bool {
	for _, w := range [...]string{"首先", "其次", "再次", "最后", "最後"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return strings.HasPrefix(rest, "，") || strings.HasPrefix(rest, ",")
		}
	}
	return false
}
