package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// runningHeads marks lines with the title of a book or of a chapter and the
// number of a page that are set apart by one blank only: 12　渡船记 on the left
// pages, 第二章　江雾　13 on the right ones. The numbers rise, and two of three
// stand in the middle of a sentence. It reports whether there are any.
//
// It mends scans whose heads of pages were taken for chapters, or were left in the
// text. It cannot fire on chapters whose titles end in a number, 渡口 1 and 渡口 2,
// before which sentences end, nor on the rows of a table, which stand by each other:
// 只有老船工还坐在船头抽 / 12　渡船记 / 烟，一口一口，慢慢地。
func (d *Document) runningHeads() bool {
	type head struct {
		pageLine
		inside bool
	}
	var found []head
	keys := map[string]int{}
	last, rises, inside := 0, 0, 0
	for _, i := range d.others {
		key, page := d.runningHead(i)
		if key == "" {
			continue
		}
		if page > last && page <= last+9 {
			rises++
		}
		h := head{pageLine{i, key}, d.insideSentence(i)}
		if h.inside {
			inside++
		}
		last = page
		keys[key]++
		found = append(found, h)
	}
	if len(found) < 3 || rises*4 < (len(found)-1)*3 || inside*3 < len(found)*2 {
		return false
	}
	for _, h := range found {
		if h.inside || keys[h.key] >= 2 {
			d.lines[h.line].role = furniture
		}
	}
	return true
}

// repeatedHeads marks the title of a book or of a chapter that stands in the middle of
// three sentences or more, without the number of a page. It reports whether there
// are any.
//
// It cannot fire on a refrain, whose lines are short, nor on a line that ends a
// sentence or begins with a number, nor where what follows is set in, nor where most
// stand under titles, 案情回顾 under 【案例二】某公司诉某厂买卖合同纠纷案: 只有老船工还坐在船头抽 /
// 渡船记 / 烟，一口一口，慢慢地。
func (d *Document) repeatedHeads() bool {
	count, titled := map[string]int{}, map[string]int{}
	var found []int
	for _, i := range d.others {
		l := &d.lines[i]
		if l.role != body || l.ends || l.form != number.NoForm || l.runes < 2 || l.runes > 24 || i+1 == len(d.lines) || !d.insideSentence(i) || !d.titleOnPage(l) {
			continue
		}
		if d.lines[i-1].form != number.NoForm || d.lines[i+1].form != number.NoForm || d.lines[i+1].indent > d.lines[i-1].indent { // 基本案情 under 案例一
			continue
		}
		count[d.text(l)]++
		if d.titleOnPage(&d.lines[i-1]) {
			titled[d.text(l)]++
		}
		found = append(found, i)
	}
	any := false
	for _, i := range found {
		if s := d.text(&d.lines[i]); count[s] >= 3 && titled[s]*2 < count[s] {
			d.lines[i].role, any = furniture, true
		}
	}
	return any
}

// titleOnPage reports whether l may be a title over a page: Han without a mark, or
// capitals.
func (d *Document) titleOnPage(l *line) bool {
	s := d.text(l)
	if l.cells > l.runes {
		return !strings.ContainsAny(s, "，。；：！？、“”{}();=")
	}
	return strings.ToUpper(s) == s && strings.ToLower(s) != s && !strings.ContainsAny(s, ".,;:{}()=")
}

// runningHead returns line i without the number of a page at one of its ends,
// and that number; "" where it has none, or stands by another such line.
func (d *Document) runningHead(i int) (key string, page int) {
	if key, page = d.numberAtEdge(i); key == "" {
		return "", 0
	}
	for _, by := range []int{i - 1, i + 1} {
		if by >= 0 && by < len(d.lines) {
			if k, _ := d.numberAtEdge(by); k != "" {
				return "", 0
			}
		}
	}
	return key, page
}

// numberAtEdge is runningHead without a look at the lines around.
func (d *Document) numberAtEdge(i int) (key string, page int) {
	l := &d.lines[i]
	if char.Digit(l.first) < 0 && !char.IsDigit(l.last) || l.role != body || l.runes < 3 || l.runes > 40 || l.ends || l.wide() {
		return "", 0
	}
	s := d.text(l)
	digits, page := number.Digits(s)
	key = s[digits:]
	if digits == 0 {
		key = strings.TrimRight(s, "0123456789")
		digits, page = number.Digits(s[len(key):])
	}
	if blank := strings.TrimFunc(key, char.IsSpace); digits > 0 && digits <= 4 && len(blank) < len(key) && blank != "" {
		return blank, page
	}
	return "", 0
}

// insideSentence reports whether a long line before line i breaks off in the
// middle of a sentence.
func (d *Document) insideSentence(i int) bool {
	return i > 0 && d.lines[i-1].role == body && d.lines[i-1].cells >= 30 && !d.lines[i-1].ends
}
