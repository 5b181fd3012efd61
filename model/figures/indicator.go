package figures

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/lexis"
)

// An indication is all that says what amount k of a sentence is about.
type indication struct {
	s      *sentence
	k      int
	a      amount
	p      predicate // before it, a place among others taken off
	right  string    // what stands after it, before the next amount
	ranked bool
}

// indicator returns the noun phrase that names what the amount is about, and whether it
// is certain. In this order: what stands between a predicate and the clause’s beginning, or
// what is counted, whichever fits; else what came before.
func (in indication) indicator() (of string, certain bool) {
	clause := lastClause(in.p.rest)
	own := coordinated(clause)
	named := own != "" && !is(generic, own)
	right := pastAttribute(in.right)
	if strings.HasSuffix(in.s.left(in.k), "连续") && (isTime(in.a.unit) || in.a.unit == "次") {
		return in.running(own, named)
	}
	if named && strings.HasPrefix(right, "的") && (in.p.level || in.p.change || in.a.begin < in.a.from) { // 总量突破5万亿元的城市
		return own, true
	}
	if of := in.counted(right, named && !bareVerb(own) && !strings.HasSuffix(trim(in.s.left(in.k)), "等")); of != "" {
		return of, true
	}
	if of := shareOf(in.p.rest); of == "占" {
		return in.carried(true)
	} else if of != "" {
		return of, true
	}
	if named {
		if bareVerb(own) && isPiece(in.a.unit) { // 竣工24个
			if last, ok := in.carried(false); ok {
				return last, true
			}
		}
		return own, true
	}
	return in.elsewhere(clause, right, own)
}

// elsewhere is indicator where neither the words before the amount nor those after it
// name what it is about.
func (in indication) elsewhere(clause, right, own string) (string, bool) {
	if of := subject(clause); of != "" && !is(generic, of) { // 重大项目开工390个
		if last, ok := in.carried(false); ok {
			return last, true
		}
		return of, !isPiece(in.a.unit)
	}
	if of := in.shared(); of != "" {
		return of, in.right == ""
	}
	if of := in.topic(); of != "" && (strings.TrimSpace(clause) == "" || own != "") {
		return of, true
	}
	if of, ok := in.carried(in.ranked || in.p.change || in.p.level || strings.TrimSpace(clause) == ""); of != "" {
		return of, ok
	}
	if of := after(right); of != "" {
		return of, false
	}
	if strings.TrimSpace(clause) != "" {
		return "", false
	}
	last := lastClause(strings.TrimRightFunc(in.p.rest, endsClause)) // the clause before
	if of := topicOf(last); of != "" {
		return of, false
	}
	return coordinated(strip(last).rest), false
}

// lastClause returns what of s stands after its last mark.
func lastClause(s string) string {
	i := strings.LastIndexFunc(s, endsClause)
	if i < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[i+size:]
}

// running returns what something happened in a row: 连续6年进入全国百强县.
func (in indication) running(own string, named bool) (string, bool) {
	if w := prefix(honour, in.right); w != "" && in.a.unit != "次" {
		return after(in.right[len(w):]), true
	}
	if named {
		return own, true
	}
	if of, ok := in.carried(true); of != "" {
		return of, ok
	}
	return after(in.right), false
}

// counted returns what follows an amount where that is counted or measured by it: 80个重点
// 项目, 5000亩蔬菜基地, 80%以上的镇, 99%乡镇, but not 75亿元加快建设 where what the money is, named,
// stands before it.
func (in indication) counted(right string, named bool) string {
	first := char.First(right)
	switch {
	case in.ranked, in.a.unit == "":
		return ""
	case strings.HasPrefix(right, "的"):
	case !char.IsHan(first) && !char.IsLatin(first) && first != '“':
		return ""
	case in.a.percent() && !in.a.bounded && (in.p.rest != "" && !in.p.bare || in.p.change || in.p.level):
		return ""
	case named && verbal(right):
		return ""
	}
	if strings.HasSuffix(in.right, "定、") && in.k+1 < len(in.s.amounts) && in.s.amounts[in.k+1].unit == in.a.unit { // 11件省定、10件市定民生实事
		if of := after(in.s.right(in.k + 1)); of != "" {
			return of
		}
	}
	return after(right)
}

// pastAttribute returns s without an amount at its start that only says which things are
// meant: 老人 of 80岁以上老人.
func pastAttribute(s string) string {
	if char.Digit(char.First(s)) < 0 {
		return s
	}
	if a, _, ok := scan(s, 0); ok && a.attribute(s) {
		return s[a.end:]
	}
	return s
}

// verbal reports whether s begins with a verb, which counts nothing: 75亿元加快项目落地.
func verbal(s string) bool {
	all := split(s[:char.Cut(s, 6)])
	if len(all) == 0 || all[0].whole {
		return false
	}
	switch all[0].class {
	case lexis.Verb:
		return !is(nounVerb, all[0].text) && !oneOf(all[0].text, "在建", "新建", "改扩建")
	case lexis.Preposition:
		return true
	}
	return all[0].class == lexis.Adverb && len(all) > 1 && all[1].class == lexis.Verb
}

// shareOf returns what 占 says is a part of something; 占 itself where that is said
// before, "" where nothing is.
func shareOf(s string) string {
	clause := lastClause(s)
	if i := strings.LastIndex(clause, "、"); i >= 0 {
		clause = clause[i+len("、"):]
	}
	i := strings.LastIndex(clause, "占")
	if i < 0 || char.HasAnyPrefix(clause[i:], "占地", "占用") || strings.HasSuffix(clause[:i], "抢") {
		return ""
	}
	of := before(strip(clause[:i]).rest)
	if of == "" {
		return "占"
	}
	if whole := of + clause[i:]; char.HasAnySuffix(clause, "比重", "比例", "份额") && strings.HasSuffix(clause[:i], of) && utf8.RuneCountInString(whole) <= longestPhrase {
		return whole
	}
	return of
}

// coordinated returns the noun phrase that a clause ends with, and those before it that
// share its number: 人大议案、建议92件.
func coordinated(clause string) string {
	clause = trim(clause)
	i := strings.LastIndex(clause, "、")
	if i < 0 {
		return conjoined(clause)
	}
	of := conjoined(clause[i+len("、"):])
	if of == "" || !strings.HasPrefix(clause[i+len("、"):], of) {
		return of
	}
	for i >= 0 {
		part, j := clause[:i], strings.LastIndex(clause[:i], "、")
		if j >= 0 {
			part = clause[j+len("、") : i]
		}
		first := before(part)
		if first == "" || !strings.HasSuffix(part, first) || utf8.RuneCountInString(first+of) >= longestPhrase || bareVerb(first) {
			return of
		}
		of = first + "、" + of
		if first != part {
			return of
		}
		i = j
	}
	return of
}

// conjoined returns the noun phrase that s ends with, and the one that 和 joins to it.
func conjoined(s string) string {
	of := before(s)
	if of == "" {
		return ""
	}
	ahead := strings.TrimSuffix(trim(s), of)
	for _, and := range [...]string{"和", "及", "与"} {
		if ahead, ok := strings.CutSuffix(ahead, and); ok {
			if first := before(ahead); first != "" && strings.HasSuffix(ahead, first) && utf8.RuneCountInString(first+of) < 20 {
				return first + and + of
			}
		}
	}
	return of
}

// bareVerb reports whether a phrase is a verb without an object.
func bareVerb(of string) bool {
	if is(ender, of) {
		return true
	}
	all := split(of)
	return len(all) == 1 && !all[0].whole && (all[0].class == lexis.Verb || all[0].governs())
}

// subject returns the noun phrase before the verbs that a clause ends with: 自治区重大项目 of
// 自治区重大项目开工; "" where it does not end with any.
func subject(clause string) string {
	all := split(clause)
	n := len(all)
	for n > 0 && !all[n-1].whole && (all[n-1].governs() || all[n-1].class == lexis.Verb) {
		n--
	}
	if n == 0 || n == len(all) {
		return ""
	}
	return before(clause[:all[n-1].to])
}
