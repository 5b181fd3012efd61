package lines

import (
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// longestVerse is how many characters a line of verse has at most.
const longestVerse = 70

// shortVerse is how many it has at most where nothing but its length shows it.
const shortVerse = 26

// verseFrom returns the end of the short lines that begin at lines[i], and
// whether they are verse. Verse is four or more short lines together that are
// not talk and not facts, 电话：010-5550123: many end with a comma or nothing, or all are of one length. Lines
// of regulated verse are verse in pairs.
func (d *Document) verseFrom(i int) (end int, verse bool) {
	if end := d.regulated(i); end > i {
		return end, true
	}
	if d.latin {
		if end := d.latinVerse(i); end > i {
			return end, true
		}
	}
	if d.lines[i].mark == '：' { // 他念道： leads verse in
		return i + 1, false
	}
	j, open, same, facts, labels, bracketed := i, 0, 0, 0, 0, 0
	letter := d.closesLetter(i)
	longest := int32(0)
	for ; j < len(d.lines); j++ {
		l := &d.lines[j]
		if j > i && !letter && d.closesLetter(j) {
			break
		}
		if l.role != body || l.runes > shortVerse || opensTalk(l.first) || l.form != number.NoForm && l.form != number.Item {
			break
		}
		if j >= i+4 && l.ends && l.runes > 2*longest { // prose under it
			break
		}
		longest = max(longest, l.runes)
		if !closesVerse(l.last) {
			open++
		}
		if j > i && l.runes == d.lines[j-1].runes {
			same++
		}
		if s := d.text(l); l.mayHave(hasWideColon|hasColon) && isLabelled(s) {
			facts, labels = facts+1, labels+1
		} else if l.mayHave(hasDigits) && hasDigit(s) {
			facts++
		} else if l.first == '【' && labelledInBrackets(s) {
			bracketed++
		}
	}
	n := j - i
	if bracketed > 1 { // 【时间】三月五日 over 【地点】渡口; one alone is a tune, 【天净沙】秋思
		facts, labels = facts+bracketed, labels+bracketed
	}
	if facts*3 >= n && facts > 1 && labels > 0 { // addresses, the parties to a case
		return j, false
	}
	if labels > 0 && n < 8 { // the name of a mail's author, over 电话：010-5550123
		return j, false
	}
	return j, n >= 4 && !letter && (open*10 >= n*4 || same*10 >= n*7)
}

// closesLetter reports whether line i is one with which a letter closes, its name
// and its date after it. It mends letters whose last four lines were verse: 此致 /
// 敬礼 / 渡口管理所 / 2026年3月2日. It cannot fire on a line of more than eight
// characters, nor on one that does not begin so.
func (d *Document) closesLetter(i int) bool {
	l := &d.lines[i]
	if l.runes > 8 {
		return false
	}
	switch l.first {
	case '此', '敬', '顺', '順', '即', '谨', '謹', '特', '祝':
	default:
		return false // most lines
	}
	s := d.text(l)
	for _, w := range [...]string{"此致", "此颂", "此頌", "敬礼", "敬禮", "敬颂", "敬祝", "顺颂", "順頌", "顺祝", "即颂", "谨启", "謹啟", "谨祝", "特此", "祝您", "祝你", "祝好"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return strings.TrimRight(s, "：:，") == "祝"
}

// closesVerse reports whether a line that ends with r is no verse that goes on.
func closesVerse(r rune) bool {
	switch r {
	case '”', '：', ':', '；':
		return true
	}
	return char.EndsSentence(r)
}

// opensTalk reports whether r is a mark that opens a quotation.
func opensTalk(r rune) bool {
	return r == '“' || r == '"' || r == '「' || r == '『' || r == '‘'
}

// regulated returns the end of the lines from lines[i] on that are regulated
// verse: each of two or more clauses of five or of seven characters, all of one
// length, four clauses at least in all.
//
// It mends quatrains whose couplets share a line, too long for verse otherwise:
// 昨夜西风过小楼，满城黄叶报新秋。江边独立无人问，一叶渔舟自在流。 Prose seldom has
// four clauses of five or seven, and then it has the particles of speech: 甲走得最快，乙走得最慢。
func (d *Document) regulated(i int) int {
	if end := d.tune(i); end > i {
		return end
	}
	clauses, foot, spoken := 0, 0, 0
	j := i
	for ; j < len(d.lines); j++ {
		l := &d.lines[j]
		if l.role != body || !l.metred || l.runes > longestVerse {
			break
		}
		n, f := feet(d.text(l))
		if n == 0 || foot > 0 && f != foot {
			break
		}
		clauses, foot = clauses+n, f
		for _, w := range [...]string{"的", "了", "得", "着", "吗", "呢", "是"} {
			spoken += strings.Count(d.text(l), w)
		}
	}
	if clauses >= 4 && j > i && spoken*3 < clauses {
		return j
	}
	return i
}

// feet returns how many clauses s has and of how many characters, where all
// have five or all have seven; 0 otherwise.
func feet(s string) (clauses, foot int) {
	n := 0
	for i := 0; i < len(s); {
		r, size := char.Decode(s[i:])
		i += size
		switch {
		case char.IsHan(r):
			if n++; n > 7 {
				return 0, 0
			}
			continue
		case r == ' ' || r == '\u3000':
			if n == 0 {
				continue
			}
		case r != '，' && r != '。' && r != '！' && r != '？' && r != '；' && r != '、':
			return 0, 0
		}
		if n != 5 && n != 7 || foot > 0 && n != foot {
			return 0, 0
		}
		clauses, foot, n = clauses+1, n, 0
	}
	if n > 0 { // a last clause without its mark
		if n != 5 && n != 7 || foot > 0 && n != foot {
			return 0, 0
		}
		clauses, foot = clauses+1, n
	}
	return clauses, foot
}

// mayBeMetred reports whether the first clause of s may have five or seven
// characters; most lines of prose are dismissed by it.
func mayBeMetred(s string) bool {
	n := 0
	for n < 8 && n*3 < len(s) && s[n*3] >= 0xe4 && s[n*3] <= 0xe9 { // Han, but neither 〇 nor rare ones
		n++
	}
	if n == 5 || n == 7 || n*3 >= len(s) {
		return n < 8
	}
	c := s[n*3]
	return n < 8 && (c < 0xe2 || c == 0xe3 || c >= 0xf0)
}
