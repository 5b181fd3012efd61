package lines

import (
	"strings"

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
		if l.runes > 120 || l.role != body || !l.mayHavePage() || l.form == number.Serial || !l.gaps && l.form == number.NoForm && !hasPageDigit(l, d.text(l)) {
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
	found := d.bareNumbers() || foot
	found = d.runningHeads() || found
	found = d.repeatedHeads() || found
	for _, k := range keys {
		i := k.line
		least := 2
		if strings.HasPrefix(k.key, chapterHead) {
			least = 3
		}
		if p := pages[k.key]; p.count >= least && p.rises*4 >= (p.count-1)*3 {
			d.lines[i].role, found = furniture, true
		}
	}
	if !found {
		return
	}
	d.besidePages()
	d.mendPages()
}

// besidePages marks the lines that stand again and again right under the foot of a
// page, or right over its head: the title of the book. The first of those with a
// number stays, for the chapter that it names begins there. It cannot fire on a line
// that ends a sentence.
func (d *Document) besidePages() {
	beside := map[string][]int{}
	for i := range d.lines {
		l := &d.lines[i]
		if l.role != body || l.runes > 40 || l.ends && !l.gaps {
			continue
		}
		if i > 0 && d.lines[i-1].role == furniture || i+1 < len(d.lines) && d.lines[i+1].role == furniture {
			beside[d.text(l)] = append(beside[d.text(l)], i)
		}
	}
	for _, lines := range beside {
		if len(lines) < 2 {
			continue
		}
		if d.lines[lines[0]].form != number.NoForm {
			lines = lines[1:]
		}
		for _, i := range lines {
			d.lines[i].role = furniture
		}
	}
}

// footKey ends the key of the foot of a page of an RFC: Jiang  Informational  [Page 3].
const footKey = "[Page#"

// isPageFoot reports whether s is such a foot.
func isPageFoot(s string) bool {
	return s[len(s)-1] == ']' && strings.Contains(s, " [Page ")
}

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
