package lines

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/number"
)

// hashes marks the headings of a text that was written as Markdown and is not
// read as it: # 水路, ## 上游, two or more of them over text. It mends notes of a
// .txt whose headings were paragraphs that begin with a #.
//
// It cannot fire on comments of settings and programs, which stand as they are,
// nor on tags, #渡口 #夜船, several in a line.
func (d *Document) hashes() {
	if !d.firsts.mayHave("#") {
		return
	}
	found := d.having(func(l *line, s string) bool {
		if l.first != '#' {
			return false
		}
		n := hashesOf(s)
		return n > 0 && strings.Count(s, "#") == n
	})
	if len(found) < 2 || len(d.withText(found))*3 < len(found)*2 {
		return
	}
	for _, i := range found {
		n := hashesOf(d.text(&d.lines[i]))
		d.head(i)
		d.lines[i].under, d.lines[i].n = uint8(n-1), int32(n)
	}
}

// hashesOf returns how many # a heading begins with, four at most; 0 where s is none.
func hashesOf(s string) int {
	n := 0
	for n < len(s) && s[n] == '#' {
		n++
	}
	if n == 0 || n > 4 || n == len(s) || !char.IsSpace(char.First(s[n:])) {
		return 0
	}
	return n
}

// having returns the short lines of which a rule holds.
func (d *Document) having(holds func(l *line, s string) bool) []int {
	var found []int
	for _, i := range d.others {
		if l := &d.lines[i]; l.role == body && l.runes <= 40 && !l.ends && holds(l, d.text(l)) {
			found = append(found, i)
		}
	}
	return found
}

// versions marks the heads of a list of changes, v1.2.0 (2020-03-02) over what
// is new: two or more, each with something under it. It mends lists of changes
// that were one section from end to end.
//
// It cannot fire on numbered headings, 1.2 水路, for after a version stands
// nothing or a date; nor on a bare number, 1.2, which has to have a v, a word or a
// date with it.
func (d *Document) versions() {
	found := d.having(func(_ *line, s string) bool { return isVersion(s) })
	if len(found) < 2 || len(d.withText(found)) < len(found) {
		return
	}
	for _, i := range found {
		d.below(i)
	}
}

// isVersion reports whether s is a version, alone or with a date.
func isVersion(s string) bool {
	if strings.IndexByte("VvRr[\xe70123456789", s[0]) < 0 { // \xe7 begins 版本
		return false
	}
	named := false
	for _, w := range [...]string{"Version ", "version ", "Release ", "版本 ", "版本", "v", "V", "[v", "["} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			s, named = rest, true
			break
		}
	}
	points, n := 0, 0
	for n < len(s) && (char.IsDigit(rune(s[n])) || s[n] == '.' && n > 0) {
		if s[n] == '.' {
			points++
		}
		n++
	}
	if points == 0 || points > 3 || s[n-1] == '.' {
		return false
	}
	rest := strings.TrimLeft(s[n:], " ]-–—(（:：\u3000")
	if rest == "" {
		return named
	}
	if len(rest) == len(s[n:]) { // nothing parts the two
		return false
	}
	return strings.TrimRight(rest[dateAt(rest):], " )）") == ""
}

// diary marks the days of a diary: lines that are a date, with the day of the
// week or the weather after it, over text: five or more of them, three that all say
// the year, the day of the week or the weather, or four with a sentence before and a
// paragraph under each. It mends diaries whose days ran into each other: 3月2日 星期一 晴 is
// the heading of what was written on it.
//
// It cannot fire on a chronicle, whose lines stand one under the other, nor on
// the date under a letter.
func (d *Document) diary() {
	found := d.having(func(l *line, s string) bool {
		if d.latin && isLatinDate(s) {
			return true
		}
		if char.Digit(l.first) < 0 && number.HanDigit(l.first) < 0 {
			return false
		}
		n := dateAt(s)
		rest := s[n:]
		return n > 0 && utf8.RuneCountInString(rest) <= 12 && (rest == "" || !char.IsHan(char.First(rest))) &&
			!strings.ContainsAny(rest, "，。；：、“”,;:0123456789")
	})
	told, between := 0, 0 // that say more than the day; that stand between paragraphs
	for _, i := range found {
		if d.saysMore(i) {
			told++
		}
		if i+1 < len(d.lines) && d.lines[i+1].runes >= 24 && (i < 2 || d.lines[i-1].ends) {
			between++
		}
	}
	n := len(found)
	if n < 3 || n < 5 && told < n && (n < 4 || between < n) || len(d.withText(found))*10 < n*8 {
		return
	}
	for _, i := range found {
		if d.lines[i].role == body {
			d.head(i)
		}
	}
}

// saysMore reports whether line i, a date, has the year, or after the day that of
// the week or the weather.
func (d *Document) saysMore(i int) bool {
	s := d.text(&d.lines[i])
	if d.latin && isLatinDate(s) {
		return d.lines[i].after || i == 0
	}
	return strings.Contains(s, "年") || len(s) > 4 && number.Year(s[:4]+"年") || strings.ContainsAny(s[dateAt(s):], "周晴阴陰雨雪云雲风風雾霧霜") || strings.Contains(s, "星期") || strings.Contains(s, "礼拜")
}

// isLatinDate reports whether s is a date and nothing else: March 2, 2026, 2 March,
// Monday, March 2nd.
func isLatinDate(s string) bool {
	if len(s) < 5 || len(s) > 32 {
		return false
	}
	months, days := 0, 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(" ,.", r) }) {
		k, v := number.Digits(w)
		switch {
		case k == len(w) && v > 31:
			if v < 1000 || v > 2999 {
				return false
			}
		case k > 0 && v <= 31 && (k == len(w) || strings.Contains("st nd rd th", w[k:])):
			days++
		case strings.Contains("Monday Tuesday Wednesday Thursday Friday Saturday Sunday", w) && len(w) >= 3:
		case strings.Contains("January February March April May June July August September October November December", w) && len(w) >= 3 && w[0] < 'a':
			months++
		default:
			return false
		}
	}
	return months == 1 && days == 1
}

// dateAt returns the bytes of the date that s begins with: 2020年3月2日, 三月二日,
// 2020-03-02, 2020.3.2; 0 where there is none.
func dateAt(s string) int {
	if k, v := number.Digits(s); v >= 1000 && v < 3000 && k < len(s) && strings.IndexByte("-/.", s[k]) >= 0 {
		n, sep := k+1, s[k]
		k, v = number.Digits(s[n:])
		if k > 0 && v <= 12 && n+k < len(s) && s[n+k] == sep {
			n += k + 1
			if k, v = number.Digits(s[n:]); k > 0 && v <= 31 {
				return n + k
			}
		}
		return 0
	}
	n := 0
	for _, unit := range [...]string{"年", "月", "日"} {
		k, v := number.Numeral(s[n:])
		if k > 0 && strings.HasPrefix(s[n+k:], unit) && (unit == "年" || v <= 31) {
			n += k + len(unit)
		} else if unit != "年" {
			return 0
		}
	}
	return n
}

// underlined marks a short line with a line of dashes right under it; where lines
// of = stand under others, those are the higher ones. It mends texts that underline
// their headings by hand, whose headings were paragraphs: 渡口 over ------.
//
// It cannot fire on a sentence, on a line more than about twice as wide as the
// dashes, nor where another line stands right above that is no long sentence: the head of a
// table, a signature.
func (d *Document) underlined() {
	doubles := false // a line of = underlined one before
	for _, i := range d.others {
		if i == 0 || d.lines[i].role != rule {
			continue // most lines
		}
		l, a := &d.lines[i], &d.lines[i-1]
		if l.after || a.role != body && a.role != own || a.runes > 70 || a.cells > 2*l.cells+8 || a.ends {
			continue
		}
		if i >= 2 && d.lines[i-2].role == body && !a.after && !(d.lines[i-2].cells >= 40 && d.lines[i-2].ends) {
			continue // a table's head, or a signature
		}
		if i+1 == len(d.lines) || a.role == own {
			continue
		}
		if double := l.first == '='; double || doubles {
			d.head(i - 1)
			if !double { // --- under ===
				a.under = 1
			}
		} else {
			d.below(i - 1)
		}
		doubles = doubles || l.first == '='
	}
}
