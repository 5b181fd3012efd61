package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// poems marks the titles of poems in a collection of them: a line of a few Han
// without a mark, set off by a blank line, over verse that a blank line ends. Between
// the two the poet may stand, set in. It mends collections whose titles were lines of
// verse: 忆江南 over 江南忆，最忆是盐仓。
//
// It cannot fire on a single poem, nor where less than a third of the text is verse,
// as in a story that quotes two. Lines without marks are a poem only under a title
// that has blank lines on both sides or a poet under it, for else the title may as
// well be the first line.
func (d *Document) poems() {
	if d.latin {
		return
	}
	var found []int
	covered := 0
	names := map[string]bool{}
	for _, i := range d.others {
		if !d.isPoemTitle(i) {
			continue
		}
		from := i + 1
		if poet := &d.lines[from]; poet.runes <= 8 && poet.indent > d.lines[i].indent && !poet.ends && poet.form == number.NoForm && from+1 < len(d.lines) {
			from++
		}
		end := from + 1
		for end < len(d.lines) && !d.lines[end].after {
			end++
		}
		if d.isPoem(from, end) || (from > i+1 || d.lines[from].after) && d.isFreeVerse(from, end) {
			found, covered = append(found, i), covered+end-i
			names[d.text(&d.lines[i])] = true
		}
	}
	if len(found) < 2 || len(names) < 2 || covered*3 < len(d.lines) {
		return
	}
	for _, i := range found {
		d.below(i)
	}
}

// isPoemTitle reports whether line i may be the title of a poem by its look.
func (d *Document) isPoemTitle(i int) bool {
	l := &d.lines[i]
	if !l.after && i > 0 || i+1 == len(d.lines) || l.role != body || l.form != number.NoForm || l.runes > 16 || l.ends || !char.IsHan(l.first) && l.first != '《' {
		return false
	}
	s := d.text(l)
	return !strings.ContainsAny(s, "，。！？；：、“”") && !hasDigit(s) && (l.runes <= 8 && d.titleWords(i) || isTune(s) || strings.ContainsAny(s, "·《（ \u3000") || hasNoSpeech(s))
}

// hasNoSpeech reports whether s is Han alone and has no word of speech.
func hasNoSpeech(s string) bool {
	return !strings.ContainsAny(s, "他她我你它了着过就都也还吗吧呢啊的") && !strings.ContainsFunc(s, func(r rune) bool { return !char.IsHan(r) })
}

// isPoem reports whether lines[i:j] are verse with marks: clauses of nine Han at most,
// four or more of them, hardly a word of speech.
func (d *Document) isPoem(i, j int) bool {
	clauses, spoken := 0, 0
	for k := i; k < j; k++ {
		l := &d.lines[k]
		if l.role != body || l.form != number.NoForm || l.runes > longestVerse || opensTalk(l.first) {
			return false
		}
		s := d.text(l)
		if !shortClauses(s) || isLabelled(s) {
			return false
		}
		for _, r := range s {
			switch r {
			case '，', '。', '！', '？', '；':
				clauses++
			case '的', '了', '着', '吗', '呢', '吧':
				spoken++
			}
		}
	}
	return clauses >= 4 && spoken*3 < clauses
}

// isFreeVerse reports whether lines[i:j] are four short lines or more of which most
// end without a mark.
func (d *Document) isFreeVerse(i, j int) bool {
	open := 0
	for k := i; k < j; k++ {
		l := &d.lines[k]
		if l.role != body || l.form != number.NoForm || l.runes > 20 || l.indent >= 8 || isLabelled(d.text(l)) || listMark(d.text(l)) {
			return false
		}
		if !closesVerse(l.last) {
			open++
		}
	}
	return j-i >= 4 && open*10 >= (j-i)*7
}
