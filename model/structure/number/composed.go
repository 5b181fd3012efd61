package number

import (
	"strings"

	"juan/model/char"
)

// isComposedName reports whether s names a preface, a postscript or a note, with its
// author or edition: 作者后记, 译者前言, 再版序, 修订版说明, 作者有话说. It mends books whose last part had
// no heading because the list of names lacked it. It cannot fire on either half alone,
// except for those that isName knows, nor where a word stands between them.
func isComposedName(s string) bool {
	switch char.Last(s) {
	case '序', '言', '记', '記', '跋', '明', '传', '语', '述', '说', '說', '话', '話':
	default:
		return false // isPreface would find none
	}
	if !opensName(char.First(s)) || len(s) > len("作者有话要说的话") {
		return false
	}
	for _, who := range [...]string{"作者", "译者", "譯者", "编者", "編者", "编辑", "主编", "校者", "整理者", "出版者", "中文版", "再版", "重版", "新版", "初版", "修订版", "增订版", "修訂版", "出版", "重印", "译", "譯", "编", "校", "代", "自", "总", "總", "原"} {
		if what, ok := strings.CutPrefix(s, who); ok && isPreface(strings.TrimPrefix(what, "的")) {
			return true
		}
	}
	return false
}

// isPreface reports whether s is what somebody writes before or after a book.
func isPreface(s string) bool {
	switch s {
	case "序", "序言", "前言", "后记", "後記", "自序", "跋", "附记", "附記", "补记", "感言", "说明", "說明", "小传", "寄语", "手记", "札记", "后序", "自述", "有话说", "有话要说", "有話要說", "的话", "的話", "题记", "引言", "导言", "结语":
		return true
	}
	return false
}

// opensRareName is opensName for the names that few books have. A line that begins so
// and ends with a full stop is prose all the same: no name has one.
func opensRareName(r rune) bool {
	switch r {
	case '作', '译', '譯', '编', '編', '主', '校', '整', '出', '中', '再', '重', '新', '初', '修', '增', '代', '自', '总', '總', '原',
		'幕', '之', '余', '末', '首', '补', '補', '弁', '小', '例', '谱', '族', '致', '完', '大', '征', '索', '人', '图', '终', '終':
		return true
	}
	return false
}
