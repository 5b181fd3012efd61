package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// furniture marks the heads and feet of pages that a scan or a typesetter left
// in the text: lines that come again and again with nothing but the number of
// the page changed.
//
// It mends pages whose foot stands in the middle of a sentence. It cannot fire
// on headings that count, 第3章 or 3., since the number must be set off as a page's
// is: · 12 ·, - 12 -, [Page 12], 第 12 页, or behind a gap of four cells.
// 某书　第一章　　　· 12 ·  and  某书　第一章　　　· 13 ·  are furniture.
func (d *Document) furniture() {
	type seen struct{ count, last, rises int }
	pages := map[string]seen{}
	var keys []pageLine
	foot := false
	for _, i := range d.others {
		l := &d.lines[i]
		if l.runes > 120 || l.role != body || !l.mayHavePage() || l.form == number.Serial || !l.gaps && l.form == number.NoForm && (l.wide() || !hasDigit(d.text(l))) {
			continue
		}
		key, page := pageKey(d.text(l), l.gaps)
		if key == "" {
			continue
		}
		if strings.HasSuffix(key, footKey) { // [Page 3] at the edge: sure alone
			l.role, foot = furniture, true
			d.headBehind(i)
		}
		keys = append(keys, pageLine{i, key})
		p := pages[key]
		if p.count > 0 && page > p.last && page <= p.last+9 {
			p.rises++
		}
		p.count, p.last = p.count+1, page
		pages[key] = p
	}
	heads := map[string]int{} // lines before and behind a page's foot that come again: running heads
	found := d.bareNumbers() || foot
	found = d.runningHeads() || found
	for _, k := range keys {
		i := k.line
		least := 2
		if strings.HasPrefix(k.key, chapterHead) {
			least = 3
		}
		if p := pages[k.key]; p.count >= least && p.rises*4 >= (p.count-1)*3 {
			d.lines[i].role, found = furniture, true
			if i+1 < len(d.lines) && d.lines[i+1].role == body && d.lines[i+1].gaps {
				heads[d.text(&d.lines[i+1])]++
			}
		}
	}
	if !found {
		return
	}
	for i := range d.lines {
		l := &d.lines[i]
		if i > 0 && d.lines[i-1].role == furniture && l.role == body && l.gaps && heads[d.text(l)] >= 2 {
			l.role = furniture
		}
	}
	d.mendPages()
}

// footKey ends the key of the foot of a page of an RFC: Jiang  Informational  [Page 3].
const footKey = "[Page#"

// headBehind marks the head of the next page, RFC 9999 … March 2021, behind the
// foot of a page in line i. It cannot fire on a line without columns.
func (d *Document) headBehind(i int) {
	if i+1 < len(d.lines) && d.lines[i+1].role == body && d.lines[i+1].gaps && d.lines[i+1].indent == 0 {
		d.lines[i+1].role = furniture
	}
}

// bareNumbers marks the numbers of pages that have nothing but a number in their
// line: they count up, and half of them or more stand in the middle of a sentence.
// It reports whether there are any.
//
// It mends scans whose page numbers were taken for chapters. It cannot fire on
// chapters that are 1, 2, 3, before which sentences end: 还有许多没有寄出的信， / 39 /
// 一封也没有署名。
func (d *Document) bareNumbers() bool {
	var found []int
	last, rises, inside := 0, 0, 0
	for _, i := range d.others {
		l := &d.lines[i]
		if l.runes > 4 || l.role != body {
			continue
		}
		k, page := number.Digits(d.text(l))
		if k != l.to-l.from {
			continue
		}
		if page > last && page <= last+9 {
			rises++
		}
		if d.insideSentence(i) {
			inside++
		}
		found, last = append(found, i), page
	}
	if len(found) < 3 || rises*4 < (len(found)-1)*3 || inside*2 < len(found) {
		return false
	}
	for _, i := range found {
		d.lines[i].role = furniture
	}
	return true
}

// A pageLine is a line that may be the head or the foot of a page.
type pageLine struct {
	line int
	key  string // its text without the page's number
}

// chapterHead begins the key of a line that may as well stand in a table of
// contents: 第一章　　　　12.
const chapterHead = "\x00"

// mendPages lets a sentence go on behind the foot of its page: what parts the
// two lines is no blank line of the text.
func (d *Document) mendPages() {
	before := -1 // the last line that is text
	for i := range d.lines {
		l := &d.lines[i]
		if l.role == furniture {
			continue
		}
		if before >= 0 && before < i-1 && l.role == body && d.lines[before].role == body && !d.lines[before].ends && l.form == number.NoForm {
			l.after = false
		}
		before = i
	}
}

// hasDigit reports whether an ASCII digit stands among the last bytes of s or
// in a line as short as 第 12 页.
func hasDigit(s string) bool {
	for i := max(0, len(s)-24); i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			return true
		}
	}
	return false
}

// mayHavePage reports whether pageKey may find the number of a page in l; in most lines
// it does not.
func (l *line) mayHavePage() bool {
	switch l.last {
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '·', '.', '-', '—', '–', '―', ']', '〕', '】', '|':
		return true
	}
	switch l.first {
	case '第', '-', '—', '·':
		return true
	}
	return l.gaps && char.Digit(l.first) >= 0
}

// pageKey returns the line s without the number of its page, and that number;
// "" when nothing in s is set off as one.
func pageKey(s string, gaps bool) (key string, page int) {
	digits := func(t string) (int, int) { // a number at the end of t, with its marks
		if char.IsHan(char.Last(t)) {
			return -1, 0
		}
		end := strings.TrimRight(t, " \u3000·.-—–―]〕】|")
		at := len(end)
		for at > 0 && end[at-1] >= '0' && end[at-1] <= '9' {
			at--
		}
		if at == len(end) || len(end)-at > 4 {
			return -1, 0
		}
		_, v := number.Digits(end[at:])
		return at, v
	}
	at, v := digits(s)
	if at >= 0 {
		head, tail := s[:at], strings.TrimRight(s[at:], " \u3000")
		marked := strings.ContainsAny(tail, "·-—–―]〕】") && strings.ContainsAny(head, "·-—–―[〔【")
		mark := strings.TrimRight(head, " \u3000")
		word := strings.HasSuffix(mark, "Page") || strings.HasSuffix(mark, "第") || strings.HasSuffix(mark, "page")
		gap := gaps && (strings.HasSuffix(head, "    ") || strings.HasSuffix(head, "\u3000\u3000") || strings.HasSuffix(head, "\t"))
		if strings.HasSuffix(mark, "【") || strings.HasSuffix(mark, "[") {
			marked = marked && strings.TrimRight(mark, "【[") == "" // 渡口【1】 is a title
		}
		if !marked && !word && !gap {
			return "", 0
		}
		text := strings.TrimRight(mark, "·-—–―[〔【 \u3000")
		if n := number.Line(text); gap && !marked && !word && n.Bytes > 0 { // a line of a table of contents, where it does not come again
			return chapterHead + strings.Join(strings.Fields(text), " ") + "#", v
		}
		return strings.Join(strings.Fields(text), " ") + "#", v
	}
	if k, v := number.Digits(s); gaps && k > 0 && k <= 4 { // 12        某书
		rest := s[k:]
		if strings.HasPrefix(rest, "    ") || strings.HasPrefix(rest, "\u3000\u3000") || strings.HasPrefix(rest, "\t") {
			return "#" + strings.TrimFunc(rest, char.IsSpace), v
		}
	}
	if char.IsHan(char.First(s)) && !strings.HasPrefix(s, "第") {
		return "", 0
	}
	if i := strings.Index(s, "页"); i > 0 && strings.HasPrefix(strings.TrimLeft(s, "-—· "), "第") { // 第 12 页 共 30 页
		t := strings.TrimLeft(strings.TrimLeft(s, "-—· ")[len("第"):], " ")
		if k, v := number.Digits(t); k > 0 && strings.HasPrefix(strings.TrimLeft(t[k:], " "), "页") && len(s) < 60 {
			return "第#页", v
		}
	}
	return "", 0
}
