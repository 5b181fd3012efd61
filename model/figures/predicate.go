package figures

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
)

// A predicate is what is said of an indicator before its number: 累计达到, 同比分别增长,
// 由, 占…的比重提高到.
type predicate struct {
	rest   string // what stands before it: the indicator
	change bool   // how much more or less
	level  bool   // 达到, 为, 控制在: what follows is a level
	from   bool   // 由, 从: what follows is what is counted from
	turn   string // the word that says more or less: 增长, 下降; "" for none
	less   bool   // it says less
	more   bool   // 新增: of what was counted before, or of what follows
	timed  bool   // a year stood in it
	bare   bool   // nothing stands before it in its clause: 提升12个镇
}

// strip takes the predicate off the end of what stands before a number.
func strip(s string) predicate {
	p := predicate{rest: trim(s)}
	for p.take() {
	}
	p.bare = p.rest == "" || endsClause(char.Last(p.rest)) || char.Last(p.rest) == '、'
	return p
}

// trim returns s without white space at its end.
func trim(s string) string { return strings.TrimRight(s, " 　") }

// take takes one word of the predicate off.
func (p *predicate) take() bool {
	s := p.rest
	if n := timeBehind(s); n > 0 {
		p.rest, p.timed = trim(s[:len(s)-n]), true
		return true
	}
	w, r := suffix(predicates, s)
	if against, _ := suffix(compare, s); p.timed && w == "" && against != "" { // 比2020年
		p.change = p.change || !p.level
		p.rest = trim(s[:len(s)-len(against)])
		return true
	}
	if w == "" || len(w) == len("字") && !loose(s[:len(s)-len(w)], w) {
		return p.comparison()
	}
	if !p.change && !p.level {
		if p.change = r&(rise|fall|more) != 0; p.change {
			p.turn, p.less = w, r&fall != 0
		}
		p.level = r&level != 0 && w != "有"
	}
	p.more = p.more || r&more != 0
	p.from = p.from || w == "由" || w == "从"
	p.rest = trim(s[:len(s)-len(w)])
	return true
}

// timeBehind returns the bytes of the year or of the plan that s ends with: 2020年, “十二五”末.
func timeBehind(s string) int {
	for _, end := range [...]string{"五”末", "五”时期", "五”期间", "五”"} {
		if plan, ok := strings.CutSuffix(s, end); ok && len(plan) > len("“十二") && strings.HasPrefix(plan[len(plan)-len("“十二"):], "“十") {
			return len("“十二") + len(end)
		}
	}
	rest, ok := strings.CutSuffix(s, "年")
	if n := len(rest); ok && n >= 4 && isYear(rest[n-4:]) && strings.Trim(rest[n-4:], arabicDigits) == "" {
		return 4 + len("年")
	}
	return 0
}

// loose reports whether a word of one character after s is a word of its own: 为, but not
// that of 成为; 在, but not that of 存在.
func loose(s, w string) bool {
	last := char.Last(s)
	switch w {
	case "年":
		return char.IsHan(last) && !strings.ContainsRune("少青童老中成壮五三", last)
	case "为":
		return !strings.ContainsRune("成作行因认", last)
	case "在":
		return last != '存' && last != '现'
	case "有":
		return last != '国' && last != '所' && last != '没'
	case "共":
		return last != '公'
	}
	return true
}

// longestComparison is how many characters there are at most of what a change is measured
// against.
const longestComparison = 14

// comparison takes off what the change is measured against: 高于全省, 比上年, 较2020年.
func (p *predicate) comparison() bool {
	s := p.rest
	from := len(s)
	for n := 0; from > 0 && n < longestComparison; n++ {
		r, size := utf8.DecodeLastRuneInString(s[:from])
		if endsClause(r) || r == '、' || r == ')' || r == '）' {
			return false
		}
		from -= size
		w := prefix(compare, s[from:])
		if w == "" || len(s) == from+len(w) {
			continue
		}
		if next := char.First(s[from+len(w):]); len(w) == len("比") && strings.ContainsRune("重例率高大好", next) {
			continue
		}
		if !p.level && !p.change && len(w) > len("比") {
			p.change, p.turn, p.less = true, w, oneOf(w, "低于", "少于", "慢于")
		}
		p.rest = trim(s[:from])
		return true
	}
	return false
}

// place cuts off the end of s what says that a number is a place among others: 居全省,
// 位列全国, 全省. It returns the indicator before it and the verb; ok is false where s does
// not end with any.
func place(s string) (before, verb string, ok bool) {
	s = trim(s)
	among := s
	for {
		w, _ := suffix(area, among)
		if w == "" {
			break
		}
		among = among[:len(among)-len(w)]
	}
	if w, _ := suffix(rank, among); w != "" {
		return trim(among[:len(among)-len(w)]), w, true
	}
	i := len(among) // 居十五个城市
	for n := 0; i > 0 && n < longestComparison; n++ {
		r, size := utf8.DecodeLastRuneInString(among[:i])
		if endsClause(r) || r == '、' {
			break
		}
		i -= size
		if w := prefix(rank, among[i:]); w != "" && (len(w) > len("居") || w == "居") && w != "保持" && w != "进入" {
			return trim(among[:i]), w, true
		}
	}
	return among, "", len(among) < len(s)
}
