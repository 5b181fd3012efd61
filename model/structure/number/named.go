package number

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// named reports how many bytes of the heading s are the name of a part that
// has no number: 序 前言 楔子 附录 …; 0 when s is no such heading.
func Name(s string) int {
	if len(s) > 120 {
		return 0
	}
	bare := s
	if strings.ContainsAny(s, " \u3000") && utf8.RuneCountInString(s) <= 6 { // 前　言
		bare = strings.Map(func(r rune) rune {
			if char.IsSpace(r) {
				return -1
			}
			return r
		}, s)
		if isName(bare) {
			return len(s)
		}
	}
	for n := range s {
		if n == 0 {
			continue
		}
		if n > 18 {
			return 0
		}
		if isName(s[:n]) && partsName(s[:n], s[n:]) {
			return n
		}
	}
	if isName(s) {
		return len(s)
	}
	return 0
}

// partsName reports whether what follows a name leaves it a name: a mark, a
// space, or for those that come several times a number.
func partsName(name, rest string) bool {
	if utf8.RuneCountInString(rest) > 24 || strings.ContainsAny(rest, "。，；") {
		return false
	}
	r, size := utf8.DecodeRuneInString(rest)
	if char.IsSpace(r) || strings.ContainsRune("：:·—", r) && len(rest) > size {
		return true
	}
	switch name {
	case "番外", "附录", "附錄", "附件", "附表", "外传", "外傳", "外篇", "序", "番外篇", "后记", "间章":
		k, _ := Numeral(rest)
		if k == 0 && r >= 'A' && r <= 'Z' {
			k = 1
		}
		r, _ := utf8.DecodeRuneInString(rest[k:])
		return k > 0 && (k == len(rest) || char.IsSpace(r) || strings.ContainsRune("：:、.．", r))
	}
	return false
}

func isName(s string) bool {
	switch s {
	case "序", "序言", "序章", "序幕", "序曲", "自序", "代序", "原序", "总序", "總序", "前言", "引言", "引子", "导言", "導言", "导论", "導論", "导读",
		"绪论", "緒論", "绪言", "楔子", "卷首语", "卷首語", "题记", "題記", "尾声", "尾聲", "终章", "終章", "终曲", "后记", "後記", "后序", "跋", "跋语",
		"结语", "結語", "结束语", "結束語", "结论", "結論", "余论", "番外", "番外篇", "外传", "外傳", "外篇", "间章", "插曲", "附录", "附錄", "附件", "附表", "附则", "附則",
		"致谢", "致謝", "鸣谢", "参考文献", "參考文獻", "参考书目", "摘要", "内容提要", "内容简介", "内容摘要", "作者简介", "编后记", "译后记", "译者序", "再版序", "再版前言", "出版说明", "凡例", "完本感言", "上架感言", "卷末感言", "作者的话", "写在前面", "写在最后", "大结局":
		return true
	}
	return false
}

// isContents reports whether s heads a table of contents.
func IsContents(s string) bool {
	if len(s) > 64 {
		return false // no name with spaces between its letters is so long
	}
	switch strings.Map(func(r rune) rune {
		if char.IsSpace(r) {
			return -1
		}
		return r
	}, s) {
	case "目录", "目錄", "目次", "总目录", "章节目录":
		return true
	}
	return false
}
