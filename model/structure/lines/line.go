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
	first    rune        // the character it begins with
	last     rune        // the one it ends with
	mark     rune        // the last one that closes nothing
	n        int32       // bytes of its number
	val      int32       // the number's value
	lead     int32       // bytes of heading text it opens with, number included
	indent   int16       // cells of white space before it
	form     number.Form // of its number
	role     role
	level    uint8   // when it is, or opens with, a heading
	after    bool    // a blank line stands before it
	weak     bool    // its number counts only with its neighbours
	under    uint8   // of a heading without a number, levels below the highest
	ends     bool    // it ends a sentence, the mark of a note after it not counted
	prose    bool    // it can be nothing but a sentence or more, by how it begins and ends
	metred   bool    // its first clause may be one of five or seven characters
	joins    bool    // it goes on with the paragraph of the line before
	gaps     bool    // white space of two cells or more, or a tab, stands inside it
	quiet    bool    // it has no look of code, of a table or of a drawing: prose, and most headings
	content  content // what kinds of characters stand in it, where it is no prose; see has
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
	verbatim       // preformatted: a table, code, a drawing
	rule           // a line of dashes, or one that underlines a heading
	furniture      // the head or the foot of a page
	listed         // an item of a list
)

// look reads off s, the text of l whose length and width are known, what many
// rules ask for.
func (l *line) look(s string) {
	l.bounds(s)
	l.sort(s)
	l.metred = mayBeMetred(s)
}

// sort finds whether l, whose text is s, is prose, and which kinds of characters it has
// where it is not.
func (l *line) sort(s string) {
	if l.prose = l.isProse(s); !l.prose && !l.wide() {
		l.content = contentOf(s, int(l.runes))
	} else {
		l.content = 0
	}
}

// has reports whether any of the kinds of characters stands in l, which is no prose and
// a line of src. A line without ASCII is looked through when that is asked first: few are.
func (l *line) has(src string, kinds content) bool {
	if l.content == 0 {
		l.content = contentOf(src[l.from:l.to], int(l.runes))
	}
	return l.content&kinds != 0
}

// mayHave reports whether any of the kinds of characters may stand in l; what was looked
// through has one.
func (l *line) mayHave(kinds content) bool { return l.content == 0 || l.content&kinds != 0 }

// bounds reads off s, the text of l, how it begins and ends.
func (l *line) bounds(s string) {
	l.first, l.last = char.First(s), char.Last(s)
	l.mark = l.last
	if char.Closes(l.last) {
		l.mark = char.LastMark(s)
	}
	l.ends = endsSentence(l.last, l.mark)
	if isNote(l.last) {
		s := withoutNote(s)
		l.ends = endsSentence(char.Last(s), char.LastMark(s))
	}
}

// endsSentence reports whether a line that ends with last ends a sentence; mark
// is its last character that closes nothing.
func endsSentence(last, mark rune) bool {
	switch mark {
	case '。', '！', '？', '…', '!', '?', '：', ':', '；', '.':
		return true
	}
	return last == '”' || last == '」' || last == '』'
}

// isNote reports whether r is the mark of a note after a sentence.
func isNote(r rune) bool { return r >= '①' && r <= '⑳' }

// withoutNote returns s without the mark of a note at its end: 盼着了。①.
func withoutNote(s string) string {
	if isNote(char.Last(s)) {
		return s[:len(s)-len("①")]
	}
	return s
}

// wide reports whether every character of l takes two cells: then it has no
// Latin letter, no digit of ASCII and no blank.
func (l *line) wide() bool { return l.cells == 2*l.runes }

// isProse reports whether l, whose text is s, can be nothing but
// prose: talk, or what begins with a character that no number and no name of a
// part begins with, and that ends as a sentence does.
//
// It dismisses most lines of a book at once: none is asked for a heading, an
// item, a border or the foot of a page. A line that may be any of these is never
// prose: 第三章 and 一 begin as numbers do, 渡口（三） and 名称│说明 have no full stop,
// 某书　第三章　谁？ has a mark that titles have as well.
func (l *line) isProse(s string) bool {
	if len(s) < 6 || l.first < 0x2000 || l.first > 0x9fff {
		return false
	}
	talk := opensTalk(l.first)
	if !talk && !char.IsHan(l.first) {
		return false
	}
	if l.mark != '。' && !((talk || l.runes > 60) && char.EndsSentence(l.mark)) {
		return false
	}
	return talk || !number.MayBegin(l.first)
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
	switch l.mark {
	case '。', '；', '，', '、', '：', ';', ',', ':', '—':
		return false
	}
	switch l.first {
	case '“', '「', '『':
		if l.n == 0 { // 「第一章」 is a number
			return false
		}
	}
	if l.prose {
		s := src[l.from:l.to]
		return !strings.Contains(s, "。") && !strings.Contains(s, "；")
	}
	return !l.has(src, hasStop)
}

// rest is the line after its number, trimmed, and whether white space or a
// mark parts the two.
func (l *line) rest(src string) (text string, parted bool) {
	s := src[l.from+int(l.n) : l.to]
	t := s[leading(s, partsTitle):]
	return t, len(t) < len(s) || t == "" || char.Opens(char.First(t))
}

// partsTitle reports whether r may stand between a number and its title.
func partsTitle(r rune) bool {
	switch r {
	case ' ', '\t', '\u3000', '\u00a0', ':', '：', '、', '.', '．', '—', '-', '·', '】', ']', '》':
		return true
	}
	return false
}

// leading returns how many bytes of s the characters take that it begins with
// and of which is holds.
func leading(s string, is func(rune) bool) int {
	for i, r := range s {
		if !is(r) {
			return i
		}
	}
	return len(s)
}
