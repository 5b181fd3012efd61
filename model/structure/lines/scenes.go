package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// scenes marks the heads of scenes in a script for film: 1-1 码头 日 外, 码头 夜 内,
// INT. FERRY HOUSE - NIGHT, two or more. It mends scripts whose episodes had no scenes
// under them. It cannot fire on a line that does not say both whether it is day and
// whether one is inside, the two apart from other words, nor on one with a mark of a
// sentence.
func (d *Document) scenes() {
	var found []int
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role == body && l.form <= number.Section && l.runes >= 6 && l.runes <= 50 && !l.ends && i+1 < len(d.lines) && isScene(d.text(l)) {
			found = append(found, i)
		}
	}
	if len(found) < 2 {
		return
	}
	for _, i := range found {
		l := &d.lines[i]
		l.role, l.form, l.n, l.val = own, number.Section, 0, 0
	}
}

// isScene reports whether s is a scene heading, with place and time.
func isScene(s string) bool {
	switch c := s[0]; {
	case c == 'I' || c == 'E' || c == 'i' || c == 'e':
		return char.HasAnyPrefix(s, "INT. ", "EXT. ", "INT/EXT. ", "INT./EXT. ", "EXT./INT. ", "I/E. ", "Int. ", "Ext. ")
	case c < 0x80 && !char.IsDigit(rune(c)), c >= 0x80 && !char.IsHan(char.First(s)):
		return false
	}
	if !char.HasAny(s, "内", "外") || strings.ContainsAny(s, "。！？：“”；") {
		return false
	}
	when, where, other := 0, 0, 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return char.IsSpace(r) || strings.ContainsRune("、，/／·.．-－—,", r) }) {
		switch strings.Trim(w, "（）()") {
		case "日", "夜", "晨", "昏", "晚", "早", "黄昏", "清晨", "傍晚", "白天", "夜晚", "深夜", "凌晨", "上午", "中午", "下午", "午后", "黎明", "早晨", "日景", "夜景":
			when++
		case "内", "外", "内外", "内景", "外景":
			where++
		case "日内", "日外", "夜内", "夜外", "内日", "外日", "内夜", "外夜":
			when, where = when+1, where+1
		default:
			other++
		}
	}
	return when == 1 && where >= 1 && where <= 2 && other >= 1 && other <= 5
}
