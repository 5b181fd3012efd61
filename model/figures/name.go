package figures

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/lexis"
)

// named reports whether an amount is a part of a name, or says which things are
// meant and not how many there are.
func named(s string, a amount) bool {
	before, after := s[:a.from], s[a.end:]
	switch {
	case strings.HasSuffix(before, "第") && a.unit != "" && a.unit != "位" && a.unit != "名": // 第3次, 第2批
		return true
	case a.unit == "" && char.HasAnyPrefix(after, "年", "月", "日", "号", "时", "版", "强", "大", "级", "型", "式", "后"):
		return true
	case a.unit != "" && char.HasAnyPrefix(after, "级", "型", "代表团"): // 500亿级
		return true
	case char.HasAnyPrefix(a.unit+after, "个方面", "个环节", "个层面", "个维度", "个部分", "个原则", "个关键", "大类", "日起", "日以", "日在", "位数", "人论坛", "万人口以上", "%人口抽样"):
		return true
	case a.unit == "年" && isYear(s[a.from:a.to]):
		return true
	}
	return a.attribute(s) || quoted(s, a.from)
}

// isYear reports whether digits are those of a year.
func isYear(digits string) bool { return len(digits) == 4 && digits > "1800" && digits < "2200" }

// attribute reports whether an amount says which things are meant: 80岁以上老人,
// 超10亿元企业, 10亿元以上重大项目. How many households there are is a figure, 40户以上
// 困难家庭, and so is a share, 40%以上事项.
func (a amount) attribute(s string) bool {
	after := s[a.end:]
	if !char.IsHan(char.First(after)) || a.percent() || isPower(a.unit) {
		return false
	}
	if a.bounded && oneOf(a.unit, "户", "人") && strings.HasSuffix(a.qual, "以上") { // 全省50户以上村寨, but 帮扶50户以上困难家庭
		words := split(s[max(0, a.begin-window/10):a.begin])
		return len(words) > 0 && words[len(words)-1].class == lexis.Noun && !is(taker|govern, words[len(words)-1].text)
	}
	if isPiece(a.unit) {
		return false
	}
	if a.bounded && !strings.HasSuffix(a.qual, "左右") && !strings.HasSuffix(a.qual, "多") && !strings.HasSuffix(a.qual, "余") {
		return !strings.HasPrefix(after, "的") || isTime(a.unit)
	}
	return a.begin < a.from && strings.HasSuffix(a.unit, "元") && char.HasAnyPrefix(after, "企业", "项目", "产业", "集群", "园区", "重大项目")
}

// longestQuotation is how many characters a quotation has at most that is a name.
const longestQuotation = 18

// quoted reports whether byte i of s lies in a short quotation without a clause of
// its own, or in a title: “33条”, 《规划（2019）》.
func quoted(s string, i int) bool {
	from := max(0, i-window)
	for _, q := range [...][2]string{{"“", "”"}, {"《", "》"}, {"「", "」"}} {
		open := strings.LastIndex(s[from:i], q[0])
		if open < 0 || strings.Contains(s[from+open:i], q[1]) {
			continue
		}
		shut := strings.Index(s[i:min(len(s), i+window)], q[1])
		if shut < 0 {
			continue
		}
		inside := s[from+open+len(q[0]) : i+shut]
		if q[0] == "《" || utf8.RuneCountInString(inside) <= longestQuotation && strings.IndexFunc(inside, endsClause) < 0 {
			return true
		}
	}
	return false
}

// sizes reports whether a count is that of the things that are named before it: A、B、C
// 等3个园区, or of a list that follows: 10件实事:一是…. A number of more than those, A、B等20个
// 项目, is a figure.
func (s *sentence) sizes(a amount) bool {
	n, ok := small(s.text[a.from:a.to])
	if !ok || !isPiece(a.unit) {
		return false
	}
	after := s.text[a.end:min(len(s.text), a.end+window)]
	if i := strings.IndexFunc(after, endsClause); i >= 0 && char.HasAnyPrefix(after[i:], ":", "：") &&
		char.HasAnyPrefix(strings.TrimLeft(after[i:], ":： "), "一是", "一、", "(一)", "（一）", "1.", "①") {
		return true
	}
	clause := s.text[s.clause(a.begin):a.begin]
	last := strings.LastIndex(clause, "、")
	if last < 0 || strings.ContainsAny(clause, "0123456789") {
		return false
	}
	parts := 1 + strings.Count(clause, "、")
	for _, w := range [...]string{"和", "及", "与"} {
		parts += strings.Count(clause[last:], w)
	}
	return parts == n
}

// small returns the value of digits, not much over a hundred.
func small(s string) (n int, ok bool) {
	for _, r := range s {
		if char.Digit(r) < 0 || n > 100 {
			return 0, false
		}
		n = 10*n + char.Digit(r)
	}
	return n, n > 1
}

// states reports whether what stands around an amount says that it is a figure. One with a
// unit is, except for times and ages and for numbers in Han, which are figures of nothing
// unless a predicate says so: 连续6年, 压缩至1个工作日, 预期寿命达80岁, 增长三成; not 三年行动, 距年底
// 7个月, 80岁老人, 五元钱.
func (s *sentence) states(a amount) bool {
	before, after := s.text[s.clause(a.begin):a.begin], s.text[a.end:]
	time := isTime(a.unit)
	switch {
	case a.unit == "" && !a.han && char.IsHan(char.First(after)) && !char.HasAnyPrefix(after, "的", "位"): // 第18届
		return false
	case strings.HasSuffix(before, "第"), a.unit == "":
		return s.orders(a) || a.han && !strings.HasSuffix(before, "第")
	case a.unit == "番":
		return strings.HasSuffix(before, "翻")
	case !a.han && !time:
		return true
	case a.han && a.qual != "":
		return !time
	case time && strings.HasSuffix(before, "连续"):
		return true
	case time && (s.text[a.from:a.to] == "24" || strings.Contains(before, "距") || strings.HasSuffix(before, "未来") || strings.HasSuffix(before, "今后")):
		return false
	}
	p := strip(before)
	if time && char.IsHan(char.First(after)) && !a.bounded && !char.HasAnyPrefix(after, "缩", "压", "减", "降", "延", "提", "增", "以") { // 15分钟生活圈
		p.level, p.change = false, p.change && char.HasAny(before[max(0, len(before)-len("延长")):], "延长", "缩短", "压缩", "提前")
	}
	if p.change || p.level && !strings.HasSuffix(before, "实现") && !strings.HasSuffix(before, "完成") {
		return true
	}
	return time && !a.han && char.HasAnyPrefix(after, "建成", "完成", "投产", "竣工") || // 58天建成
		(strings.HasSuffix(before, "由") || strings.HasSuffix(before, "从")) && strings.ContainsAny(s.text[a.end:min(len(s.text), a.end+window)], arabicDigits)
}

// arabicDigits are the digits of half width.
const arabicDigits = "0123456789"

// orders reports whether a number is a place among others: 居全省第2位, 全国第一; not 放在第一
// 位, which has no others.
func (s *sentence) orders(a amount) bool {
	before, ok := strings.CutSuffix(s.text[s.back(a.begin):a.begin], "第")
	if !ok {
		return false
	}
	if _, _, ok := place(before); ok {
		return true
	}
	return !a.han && a.unit != ""
}

// ranks reports whether an amount of a sentence names a place among others: one after 第,
// or 位 after a verb of ranking, 居33位.
func ranks(s string, a amount) bool {
	before, ok := strings.CutSuffix(s[:a.begin], "第")
	if ok || a.unit != "位" {
		return ok
	}
	_, word, _ := place(before[max(0, len(before)-window):])
	return word != ""
}
