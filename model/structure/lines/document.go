package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/part"
)

// A Document is a text whose lines are its paragraphs and headings.
type Document struct {
	src   string
	lines []line
	usual int32 // cells of the usual longest line when the text is hard-wrapped, else 0
	latin bool  // hardly any number.Han
}

// Split takes src, which is UTF-8, into its lines.
func Split(src string) *Document { return &Document{src: src, lines: splitLines(src)} }

// Flattened reports whether the text may have lost its line breaks: it has few
// lines, one of them as long as the others together, or its lines are far too
// long for paragraphs.
func (d *Document) Flattened() bool {
	longest, all := 0, 0
	for i := range d.lines {
		n := int(d.lines[i].runes)
		longest, all = max(longest, n), all+n
	}
	return longest >= 150 && (longest*2 >= all && (len(d.lines) <= 6 || longest >= 1500) || all/len(d.lines) >= 800)
}

// Parts finds the parts of the text, whose line breaks are believed.
func (d *Document) Parts() []part.Part {
	d.number()
	if d.wrappedReport() {
		return d.unwrapped()
	}
	d.survey()
	return d.parts()
}

// survey finds the role of every line; they are numbered.
func (d *Document) survey() {
	d.tableOfContents()
	d.chapters()
	d.articles()
	d.numbered()
	d.brackets()
	d.plain()
	d.front()
	d.depths()
	d.runIns()
	d.wrapping()
}

// number reads the number of each line that has one.
func (d *Document) number() {
	for i := range d.lines {
		l := &d.lines[i]
		s := d.src[l.from:l.to]
		n, form, val := lineNumber(s)
		if n == 0 {
			if k := number.Name(s); k > 0 {
				l.n, l.form = int32(k), number.Named
			}
			continue
		}
		l.n, l.form, l.val = int32(n), form, int32(val)
		if form >= number.Bian && form <= number.Chapter && l.runes <= 60 {
			d.inner(l)
		}
	}
}

// lineNumber is number for a whole line: there 正文 or an ornament may stand
// before 第…章, and a number.Han numeral may be all there is.
func lineNumber(s string) (int, number.Form, int) {
	n, form, val := number.Parse(s)
	if n > 0 || len(s) > 240 {
		return n, form, val
	}
	if k, v := number.Numeral(s); k == len(s) && v > 0 && v < 200 && number.HanDigit(char.First(s)) > 0 {
		return k, number.Han, v
	}
	if k, v := number.Digits(s); k > 0 && k < 3 && v > 0 && k < len(s) && char.IsSpace(char.First(s[k:])) && char.IsHan(char.First(strings.TrimLeftFunc(s[k:], char.IsSpace))) {
		return k, number.Digit, v // 1 引言, above 1.1 背景
	}
	at := len(s) - len(strings.TrimLeft(s, "【〖[《「=＝*＊#-—~～☆★◎●◆■▲◇□ \u3000"))
	if strings.HasPrefix(s[at:], "正文") {
		at += len("正文")
		at += char.Spaces(s[at:])
	}
	if at == 0 {
		return 0, number.NoForm, 0
	}
	n, form, val = number.Parse(s[at:])
	if n == 0 || form < number.Bian || form > number.Section {
		return 0, number.NoForm, 0
	}
	return at + n, form, val
}

// inner looks for a lower number behind a higher one in the same line,
// 第一卷 第三章 风起 or 第一卷 风起 第三章: the line opens the lower part.
func (d *Document) inner(l *line) {
	s := d.src[l.from:l.to]
	for at := int(l.n); at < len(s); {
		i := strings.Index(s[at:], "第")
		if i < 0 {
			return
		}
		at += i
		n, form, val := number.Parse(s[at:])
		if n > 0 && form > l.form && form <= number.Section && (at == int(l.n) || char.IsSpace(char.Last(s[:at])) || char.Closes(char.Last(s[:at])) || char.Last(s[:at]) == '·') {
			if strings.TrimFunc(s[l.n:at], char.IsSpace) == "" {
				l.n = int32(at + n)
			}
			l.form, l.val = form, int32(val)
		}
		at += len("第")
	}
}

// chapters marks the 第…章 lines and the named parts that have their line to
// themselves. Files keep to one style: where most such lines part number and
// title, one that does not must count on from the one before to be believed.
func (d *Document) chapters() {
	var parted, joined [number.Forms]int
	numerals := 0 // 一, alone in its line
	for i := range d.lines {
		l := &d.lines[i]
		if d.maybeChapter(l) {
			if _, ok := l.rest(d.src); ok {
				parted[l.form]++
			} else {
				joined[l.form]++
			}
		} else if l.form == number.Han && int(l.n) == l.to-l.from {
			numerals++
		}
	}
	var last [number.Forms]int32
	for i := range d.lines {
		l := &d.lines[i]
		if l.form == number.Named && l.role == body && l.titleLike(d.src, 30) && i+1 < len(d.lines) && (l.runes > 1 || parted[number.Chapter]+joined[number.Chapter]+parted[number.Volume]+numerals > 0) {
			l.role = own
			continue
		}
		if !d.maybeChapter(l) {
			continue
		}
		text, ok := l.rest(d.src)
		if !ok && !d.joined(l, text, last[l.form], parted[l.form] > 4*joined[l.form], parted[l.form] == 0 && joined[l.form] >= 3) {
			continue
		}
		if l.val == last[l.form] && i > 0 && d.src[l.from:l.to] == d.src[d.lines[i-1].from:d.lines[i-1].to] {
			continue // the title once more
		}
		l.role = own
		last[l.form] = l.val
	}
}

// joined reports whether l, whose number and title nothing parts, is a
// heading: 第三章初雪 is, 第三回了 and 第一章的稿子 are not.
func (d *Document) joined(l *line, title string, last int32, unusual, usual bool) bool {
	if strings.ContainsRune("的了着过呢吗吧啊，,、", char.First(title)) {
		return false
	}
	follows := l.val == last+1 || l.val == last+2 && !unusual
	odd := strings.ContainsRune("是在就也都还中里上下没有和与及", char.First(title))
	if usual && (!odd || l.val == 1 || follows) && l.runes <= 20 && !strings.ContainsAny(title, "，。；：、！？,") {
		return true
	}
	if odd {
		return follows && !unusual
	}
	return follows || l.val == 1 && !unusual && !strings.ContainsAny(title, "，,")
}

func (d *Document) maybeChapter(l *line) bool {
	return l.form >= number.Bian && l.form <= number.Section && l.role == body && l.titleLike(d.src, 50)
}

// articles marks the 第…条 of statutes, which are leaves, and in contracts,
// where they have lines of their own, headings.
func (d *Document) articles() {
	count, alone, parted, last := 0, 0, 0, int32(0)
	for i := range d.lines {
		if l := &d.lines[i]; l.form == number.Article && l.role == body {
			count++
			if _, ok := l.rest(d.src); ok {
				parted++
			}
			if l.titleLike(d.src, 28) && i+1 < len(d.lines) && d.lines[i+1].form != number.Article {
				alone++
			}
		}
	}
	if count < 2 {
		return
	}
	for i := range d.lines {
		l := &d.lines[i]
		if l.form != number.Article || l.role != body {
			continue
		}
		_, ok := l.rest(d.src)
		switch {
		case alone*10 >= count*6 && l.titleLike(d.src, 28):
			l.role = own
		case ok, l.val == last+1, parted*5 < count*4: // 第三条规定的 may begin a wrapped line
			l.role, l.lead, last = article, l.n, l.val
		}
	}
}

// statute reports whether the text is one: its 第…条 lead paragraphs.
func (d *Document) statute() bool {
	n := 0
	for i := range d.lines {
		if d.lines[i].role == article {
			n++
		}
	}
	return n >= 3
}

// depths gives every heading its level: a form that stands on the stack of
// open forms closes what is inside it, another opens inside what outranks it.
func (d *Document) depths() {
	var open []number.Form
	for i := range d.lines {
		l := &d.lines[i]
		switch l.role {
		case own, opens, article:
		default:
			continue
		}
		if l.form == number.Named {
			l.level = 1
			continue
		}
		k := 0
		for k < len(open) && open[k] < l.form {
			k++
		}
		open = append(open[:k], l.form)
		l.level = uint8(k + 1)
	}
}
