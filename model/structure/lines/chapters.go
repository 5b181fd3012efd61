package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// chapters marks the 第…章 lines and the named parts that have their line to
// themselves. Files keep to one style: where most such lines part number and
// title, one that does not must count on from the one before to be believed.
func (d *Document) chapters() {
	var parted, joined [number.Forms]int
	var values [number.Forms]map[int32]bool
	numerals := 0 // 一, alone in its line
	asides := 0   // 作者有话说, under one chapter and another
	for _, i := range d.others {
		l := &d.lines[i]
		if d.maybeChapter(l) {
			if _, ok := l.rest(d.src); ok {
				parted[l.form]++
			} else {
				joined[l.form]++
			}
			if values[l.form] == nil {
				values[l.form] = map[int32]bool{}
			}
			values[l.form][l.val] = true
		} else if l.form == number.Bare && int(l.n) == l.to-l.from {
			numerals++
		} else if l.form == number.Named && number.IsAside(d.text(l)) {
			asides++
		}
	}
	some := parted[number.Chapter]+joined[number.Chapter]+parted[number.Volume]+numerals > 0
	d.latinSentences()
	var last [number.Forms]int32
	for _, i := range d.others {
		l := &d.lines[i]
		if l.form == number.Named && l.role == body && l.titleLike(d.src, 30) && i+1 < len(d.lines) && (l.runes > 1 || some) && (asides < 2 || !number.IsAside(d.text(l))) {
			l.role = own
			continue
		}
		if !d.maybeChapter(l) {
			continue
		}
		text, ok := l.rest(d.src)
		if !ok {
			of := values[l.form]
			neighbours := of[l.val+1] || of[l.val-1] || of[l.val+2] || of[l.val-2]
			usual := parted[l.form] == 0 && joined[l.form] >= 3
			if !neighbours && !(usual && l.val > last[l.form]) || !d.joined(l, text, last[l.form], parted[l.form] > 4*joined[l.form], usual) {
				continue
			}
		}
		if l.val == last[l.form] && d.repeats(i) {
			l.role = furniture // the title once more
			continue
		}
		l.role = own
		last[l.form] = l.val
	}
}

// repeats reports whether line i says the same as the heading right before it,
// as where a page's title stands again at the head of its text.
func (d *Document) repeats(i int) bool {
	if i == 0 {
		return false
	}
	a, b := d.text(&d.lines[i-1]), d.text(&d.lines[i])
	return d.lines[i-1].role == own && (a == b || strings.HasSuffix(a, b))
}

// joined reports whether l, whose number and title nothing parts, is a
// heading: 第三章初雪 is, 第三回了 and 第一章的稿子 are not.
func (d *Document) joined(l *line, title string, last int32, unusual, usual bool) bool {
	if strings.ContainsRune("的了着呢吗吧啊，,、", char.First(title)) || title == "过" || strings.HasPrefix(title, "过了") || strings.HasPrefix(title, "过后") { // 第19章过河 is
		return false
	}
	if strings.ContainsRune("了吗呢吧", char.Last(title)) && (l.form == number.Volume || !usual) { // 第一部分考卷收上去了
		return false
	}
	follows := l.val == last+1 || l.val == last+2 && !unusual
	odd := strings.ContainsRune("是在就也都还中里上下没有和与及", char.First(title))
	if usual && (!odd || l.val == 1 || follows) && l.runes <= 20 && !strings.ContainsAny(title, "，。；：、！？,") {
		return true
	}
	if odd {
		return follows && !unusual && l.form != number.Volume // 第二部分还没有开始
	}
	return follows || l.val == 1 && !unusual && !strings.ContainsAny(title, "，,")
}

// endsInColon reports whether l is a title with a colon after it, 第三章 付款：.
func (d *Document) endsInColon(l *line) bool {
	s := d.text(l)
	title := strings.TrimSuffix(strings.TrimSuffix(s, "："), ":")
	return len(title) < len(s) && l.runes <= 24 && !strings.ContainsAny(title, "，。；：“") && !announces(title)
}

// tellsOfPoints reports whether l is a part of an examination that says in brackets at its
// end what its questions give: 第一节（共3小题；每小题2分）. It cannot fire on a sentence.
func (d *Document) tellsOfPoints(l *line) bool {
	if l.last != '）' && l.last != ')' || l.runes > 60 {
		return false
	}
	s := d.text(l)
	at := strings.LastIndexAny(s, "（(")
	return at > 0 && (strings.Contains(s[at:], "分") || strings.Contains(s[at:], "题") || strings.Contains(s[at:], "題")) && !strings.ContainsAny(s[:at], "。；，！？")
}

func (d *Document) maybeChapter(l *line) bool {
	return l.form >= number.Bian && l.form <= number.Section && !l.weak && l.role == body && (l.titleLike(d.src, 50) || d.endsInColon(l) || d.tellsOfPoints(l))
}
