package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// A line is one line of the text that is not blank, or several that stand as
// they are: a table, code.
type line struct {
	from, to int         // bytes, trimmed of white space
	path     uint64      // all parts of a decimal number
	runes    int32       // its length
	cells    int32       // its width: 2 for what is wide, 1 for the rest
	n        int32       // bytes of its number
	val      int32       // the number's value
	lead     int32       // bytes of heading text it opens with, number included
	indent   int16       // cells of white space before it
	form     number.Form // of its number
	role     role
	level    uint8 // when it is, or opens with, a heading
	after    bool  // a blank line stands before it
	weak     bool  // its number counts only with its neighbours
	under    uint8 // of a heading without a number, levels below the highest
	prose    bool  // it can be nothing but a sentence or more, by how it begins and ends
	metred   bool  // its first clause may be one of five or seven characters
	gaps     bool  // white space of two cells or more, or a tab, stands inside it
}

// role is what a line was found to be.
type role uint8

const (
	body      role = iota
	own            // a heading that has the line to itself
	opens          // a paragraph that opens with a numbered heading
	leads          // a paragraph that opens with a run-in heading
	article        // a paragraph that opens with 第…条
	contents       // a line of a table of contents
	title          // a line before the text proper
	verbatim       // what stands as it is: a table, code, a drawing
	rule           // a line of dashes, or one that underlines a heading
	furniture      // the head or the foot of a page
	listed         // an item of a list
)

// isProse reports whether the line s, of so many characters, can be nothing but
// prose: talk, or what begins with a character that no number and no name of a
// part begins with, and that ends as a sentence does.
//
// It dismisses most lines of a book at once: none is asked for a heading, an
// item, a border or the foot of a page. A line that may be any of these is never
// prose: 第三章 and 一 begin as numbers do, 渡口（三） and 名称│说明 have no full stop,
// 某书　第三章　谁？ has a mark that titles have as well.
func isProse(s string, runes int32) bool {
	if len(s) < 6 || s[0] < 0xe2 || s[0] > 0xe9 {
		return false
	}
	r := rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f)
	talk := opensTalk(r)
	if !talk && !char.IsHan(r) {
		return false
	}
	if !strings.HasSuffix(s, "。") {
		if last := char.LastMark(s); last != '。' && !((talk || runes > 60) && char.EndsSentence(last)) {
			return false
		}
	}
	return talk || !number.MayBegin(r)
}

// indented reports whether l begins as a paragraph does, 　　 or two blanks.
func (l *line) indented() bool { return l.indent >= 2 }

// text is the words of l.
func (d *Document) text(l *line) string { return d.src[l.from:l.to] }

// titleLike reports whether l reads like a heading that has its line to
// itself: short, and no sentence or part of one.
func (l *line) titleLike(src string, most int32) bool {
	if l.cells == l.runes { // Latin letters take half the room
		most = most * 8 / 5
	}
	if l.runes > most {
		return false
	}
	s := src[l.from:l.to]
	switch char.LastMark(s) {
	case '。', '；', '，', '、', '：', ';', ',', ':', '—':
		return false
	}
	switch char.First(s) {
	case '“', '「', '『':
		if l.n == 0 { // 「第一章」 is a number
			return false
		}
	}
	return !strings.Contains(s, "。") && !strings.Contains(s, "；")
}

// rest is the line after its number, trimmed, and whether white space or a
// mark parts the two.
func (l *line) rest(src string) (text string, parted bool) {
	s := src[l.from+int(l.n) : l.to]
	t := strings.TrimLeft(s, " \t\u3000\u00a0:：、.．—-·】]》")
	return t, len(t) < len(s) || t == "" || char.Opens(char.First(t))
}
