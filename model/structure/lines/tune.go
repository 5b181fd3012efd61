package lines

import (
	"strings"

	"juan/model/char"
)

// tune returns the end of the lines from lines[i] on that are words to the tune that
// the line before them names: clauses of nine Han at most, two lines or more.
//
// It mends poems to a tune, whose lines are of unequal length: 渡口晚来风，灯火朦胧。 under
// 浪淘沙. It cannot fire without the name of a tune, nor on a line that has talk or a
// long clause in it.
func (d *Document) tune(i int) int {
	if !d.underTune(i) {
		return i
	}
	j := i
	for j < len(d.lines) && d.lines[j].role == body && d.lines[j].runes <= 60 && shortClauses(d.text(&d.lines[j])) {
		j++
	}
	if j < i+2 {
		return i
	}
	return j
}

// underTune reports whether the line before line i names a tune, or the one before
// that does and its poet stands between.
func (d *Document) underTune(i int) bool {
	return i > 0 && (d.isTune(i-1) || i > 1 && d.lines[i-1].runes <= 8 && d.isTune(i-2))
}

// isTune reports whether line i is the name of a tune.
func (d *Document) isTune(i int) bool {
	l := &d.lines[i]
	return l.runes <= 24 && opensTune(l.first) && isTune(d.text(l))
}

// opensTune reports whether the name of a tune, or a bracket before it, begins with r.
func opensTune(r rune) bool {
	switch r {
	case '《', '【', '浪', '蝶', '水', '念', '西', '浣', '菩', '临', '满', '清', '沁', '如', '虞', '鹧', '卜', '采', '忆', '点', '渔', '江', '贺', '声', '雨', '青', '破', '一', '相', '南', '生', '踏', '定', '永', '摸', '长', '诉', '望', '天', '八', '苏', '醉', '钗', '减', '玉', '阮', '少', '行', '扬':
		return true
	}
	return false
}

// isTune reports whether s is the name of a tune that poems are written to, alone or
// with what the poem is about: 浪淘沙·渡口.
func isTune(s string) bool {
	s = strings.TrimLeft(s, "《【")
	for _, n := range [...]int{3, 4, 5} {
		if end := n * len("调"); end <= len(s) && namesTune(s[:end]) {
			rest := s[end:]
			return rest == "" || !char.IsHan(char.First(rest)) && !strings.ContainsAny(rest, "，。！？；")
		}
	}
	return false
}

// namesTune holds for the names of tunes.
func namesTune(s string) bool {
	switch s {
	case "浪淘沙", "蝶恋花", "水调歌头", "念奴娇", "西江月", "浣溪沙", "菩萨蛮", "临江仙", "满江红", "清平乐", "沁园春", "如梦令", "虞美人", "鹧鸪天", "卜算子", "采桑子", "忆江南", "忆秦娥", "点绛唇", "渔家傲", "江城子", "贺新郎", "声声慢", "雨霖铃", "青玉案", "破阵子", "一剪梅", "相见欢", "南乡子", "生查子", "踏莎行", "定风波", "永遇乐", "摸鱼儿", "长相思", "诉衷情", "望江南", "渔歌子", "天净沙", "八声甘州", "苏幕遮", "醉花阴", "钗头凤", "减字木兰花", "玉楼春", "阮郎归", "少年游", "行香子", "水龙吟", "扬州慢":
		return true
	}
	return false
}

// shortClauses reports whether s is nothing but clauses of nine Han at most.
func shortClauses(s string) bool {
	n, all := 0, 0
	for _, r := range s {
		switch {
		case char.IsHan(r):
			if n, all = n+1, all+1; n > 9 {
				return false
			}
		case strings.ContainsRune("，。！？；、：", r), char.IsSpace(r):
			n = 0
		default:
			return false
		}
	}
	return all >= 3
}
