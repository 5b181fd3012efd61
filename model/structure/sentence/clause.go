package sentence

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// Address returns the bytes of the words with which a speaker turns to the
// hearers, 各位代表： or 同志们!, at the start of s; 0 when it begins otherwise.
func Address(s string) int {
	switch char.First(s) {
	case '各', '同', '朋', '女', '尊', '主':
	default:
		return 0 // most sentences
	}
	for _, w := range [...]string{"各位代表", "各位委员", "各位常委", "各位领导", "各位来宾", "各位嘉宾", "各位同事", "各位老师", "同志们", "朋友们", "女士们", "尊敬的各位", "主任、各位", "主席、各位"} {
		if !strings.HasPrefix(s, w) {
			continue
		}
		n := len(w)
		for i, r := range s[n:] {
			if strings.ContainsRune("：:！!", r) {
				return n + i + len(string(r))
			}
			if i > 60 || r != '、' && r != '，' && r != ',' && !char.IsHan(r) {
				break
			}
		}
	}
	return 0
}

// Longest is the most runes that a heading may have which a full stop ends.
const Longest = 52

// FirstSentence returns the bytes of s before its first full stop, 0 when that
// is more than most runes away or ends the text.
func FirstSentence(s string, most int) int {
	runes := 0
	for i := 0; i < len(s) && runes <= most; runes++ {
		if char.HanAt(s, i) {
			i += 3
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '。' || (r == '！' || r == '？') && runes > 4 {
			if i+size >= len(s) {
				return 0
			}
			return i
		}
		i += size
	}
	return 0
}

// FirstClause returns the bytes of s up to its first clause mark, at most most
// runes; the number at its start does not count as a clause.
func FirstClause(s string, number, most int) int {
	runes := 0
	for i, r := range s {
		if i < number || i == 0 {
			continue
		}
		switch r {
		case '，', '。', '；', '：', '！', '？', ',', ';', ':', '!', '?', '…', '＿', '_', '\n': // a blank to fill in ends it too
			if runes > 0 {
				return i
			}
		}
		if char.IsSpace(r) {
			if runes > 0 { // 第一条　标的物　本合同…
				return i
			}
			continue
		}
		if runes++; runes > most {
			return i
		}
	}
	return len(s)
}
