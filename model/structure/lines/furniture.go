package lines

import (
	"slices"
	"strings"

	"juan/model/structure/number"
)

// furniture marks the heads and feet of pages that a scan or a typesetter left
// in the text: lines that come again and again with nothing but the number of
// the page changed.
//
// It mends pages whose foot stands in the middle of a sentence. It cannot fire
// on headings that count, 第3章 or 3., since the number must be set off as a page's
// is: · 12 ·, - 12 -, [Page 12], 第 12 页, or after a gap of four cells.
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
// number stays where a sentence ends before it, for the chapter that it names begins
// there. It cannot fire on a line that ends a sentence, nor on a long one with a comma: a
// sentence that is written twice may stand at the edge of a page twice.
func (d *Document) besidePages() {
	beside := map[string][]int{}
	for i := range d.lines {
		l := &d.lines[i]
		if l.role != body || l.runes > 40 || l.ends && !l.gaps || l.runes >= 20 && strings.ContainsAny(d.text(l), "，；。") {
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
		if d.lines[lines[0]].form != number.NoForm && !d.insideSentence(d.before(lines[0])+1) {
			lines = lines[1:]
		}
		for _, i := range lines {
			d.lines[i].role = furniture
		}
	}
}

// before returns the line of text before line i, past heads and feet of pages; -1 where
// there is none.
func (d *Document) before(i int) int {
	for i--; i >= 0 && d.lines[i].role == furniture; i-- {
	}
	return i
}

// footKey ends the key of the foot of a page of an RFC: Jiang  Informational  [Page 3].
const footKey = "[Page#"

// isPageFoot reports whether s is such a foot.
func isPageFoot(s string) bool {
	return s[len(s)-1] == ']' && strings.Contains(s, " [Page ")
}

// headBehind marks the head of the next page, RFC 9999 … March 2021, after the
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
	if len(found) < 3 || rises*4 < (len(found)-1)*3 || inside*2 < len(found) && !d.evenPages(found) {
		return false
	}
	for _, i := range found {
		d.lines[i].role = furniture
	}
	return true
}

// evenPages reports whether numbers that have lines for themselves are those of pages
// because the pages are about equally long, and most of them have a head that comes
// again by the number: 31 / 渡船记, and 34 lines on 32 / 渡船记. It mends scans of talk,
// where nearly every line ends a sentence. It cannot fire on chapters, whose lengths differ.
func (d *Document) evenPages(found []int) bool {
	if len(found) < 5 {
		return false
	}
	gaps := make([]int, len(found)-1)
	for k := range gaps {
		gaps[k] = found[k+1] - found[k]
	}
	slices.Sort(gaps)
	middle, even := gaps[len(gaps)/2], 0
	for _, gap := range gaps {
		if max(gap-middle, middle-gap) <= 3 {
			even++
		}
	}
	if middle < 15 || middle > 60 || even*5 < len(gaps)*4 {
		return false
	}
	count := map[string]int{}
	for _, i := range found {
		d.besideNumber(i, func(s string) { count[s]++ })
	}
	headed := 0
	for _, i := range found {
		most := 0
		d.besideNumber(i, func(s string) { most = max(most, count[s]) })
		if most >= 3 {
			headed++
		}
	}
	return headed*3 >= len(found)*2
}

// besideNumber calls see with the texts of the lines before and after line i that
// may be the head of a page.
func (d *Document) besideNumber(i int, see func(string)) {
	for _, k := range [...]int{i - 1, i + 1} {
		if k >= 0 && k < len(d.lines) && d.lines[k].role == body && d.lines[k].runes <= 40 && !d.lines[k].ends {
			see(d.text(&d.lines[k]))
		}
	}
}

// A pageLine is a line that may be the head or the foot of a page.
type pageLine struct {
	line int
	key  string // its text without the page's number
}

// chapterHead begins the key of a line that may as well stand in a table of
// contents: 第一章　　　　12.
const chapterHead = "\x00"

// mendPages lets a sentence go on after the foot of its page: what parts the
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
