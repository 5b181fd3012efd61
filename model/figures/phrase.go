package figures

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/lexis"
)

// A word is a stretch of a sentence that noun phrases are made of: one of the
// lexicon, a quotation or a bracket as a whole, or letters with digits.
type word struct {
	from, to int
	class    lexis.Class
	text     string
	whole    bool // a quotation or a bracket
}

// split returns the words of s. Quotations and brackets are one word each, as what
// stands in them says nothing of the sentence around them.
func split(s string) []word {
	var all []word
	for i := 0; i < len(s); {
		to, whole := sealed(s, i)
		if to > i {
			all = append(all, word{i, to, lexis.Noun, s[i:to], whole})
			i = to
			continue
		}
		for to = i; to < len(s); {
			_, size := char.Decode(s[to:])
			if to += size; to < len(s) {
				if end, _ := sealed(s, to); end > to {
					break
				}
			}
		}
		for _, w := range lexis.Segment(s[i:to]) {
			all = append(all, word{i + w.From, i + w.To, w.Class, s[i+w.From : i+w.To], false})
		}
		i = to
	}
	return all
}

// longestBracket is how many bytes a quotation or a bracket takes at most that is one
// word.
const longestBracket = 90

// sealed returns where the quotation, the bracket, or the letters with digits end that
// begin at byte i of s, i where none does; whole says that it is one of the former.
func sealed(s string, i int) (to int, whole bool) {
	r, size := char.Decode(s[i:])
	if shut := closing(r); shut != "" {
		if k := strings.Index(s[i+size:], shut); k >= 0 && k <= longestBracket {
			return i + size + k + len(shut), true
		}
		return i, false
	}
	if char.IsLatin(r) {
		return wordEnd(s, i), false
	}
	if char.Digit(r) >= 0 {
		if end, _ := run(s, i); char.IsLatin(char.First(s[end:])) { // 5G
			return wordEnd(s, i), false
		}
	}
	return i, false
}

func closing(r rune) string {
	switch r {
	case '“':
		return "”"
	case '《':
		return "》"
	case '(':
		return ")"
	case '（':
		return "）"
	}
	return ""
}

// bracket reports whether a word is a bracket, which no noun phrase needs.
func (w word) bracket() bool { return w.whole && char.HasAnyPrefix(w.text, "(", "（") }

// before returns the noun phrase that s ends with; "" where there is none.
func before(s string) string {
	if terms, ok := strings.CutSuffix(s, "之比"); ok { // 研发费用与营收之比
		if of := conjoined(terms); strings.HasSuffix(terms, of) {
			return of + "之比"
		}
	}
	all := split(trim(s))
	i := len(all)
	for i > 0 && !all[i-1].ends(all[:i-1], all[i:]) {
		i--
	}
	if rest := all[i:]; len(rest) == 1 && rest[0].text == "就业" && i > 0 && all[i-1].text == "新增" { // 城镇新增就业
		if i--; i > 0 && (all[i-1].class == lexis.Noun || all[i-1].class == lexis.Place) && len(all[i-1].text) <= len("城镇") {
			i--
		}
	}
	all = all[i:]
	for len(all) > 1 && all[0].leads(all[1:]) {
		all = all[1:]
	}
	return tidy(s, all)
}

// ends reports whether no noun phrase goes on from w, after the words ahead, with those
// after it.
func (w word) ends(ahead, after []word) bool {
	if w.whole {
		return false
	}
	switch w.class {
	case lexis.Mark:
		return !oneOf(w.text, "·", "-", "/") || len(after) == 0
	case lexis.Digits:
		return len(after) == 0 || !strings.HasSuffix(after[0].text, "元") && !strings.HasPrefix(after[0].text, "元") // 10亿元企业
	case lexis.Pronoun, lexis.Conjunction:
		return w.text != "本" || len(after) == 0
	case lexis.Adverb:
		return w.adverb()
	case lexis.Preposition:
		return !oneOf(w.text, "对", "本", "用") || len(after) == 0
	case lexis.Particle:
		return w.text != "地" && (w.text != "的" || !relates(after)) // 易地搬迁
	}
	switch {
	case !w.governs(), len(after) == 1 && utf8.RuneCountInString(after[0].text) == 1, w.compounds(after): // 问题解决率, 改造面积
		return false
	case len(ahead) > 0 && len(after) == 0: // 信贷投放, but 重大项目开工
		return is(ender, w.text)
	case len(ahead) > 0 && (ahead[len(ahead)-1].class == lexis.Noun || ahead[len(ahead)-1].class == lexis.VerbalNoun):
		return lexis.On(lexis.Deed, w.text) || is(govern, w.text) || w.text == "实施" // 设备更新项目, but 企业引进人才
	}
	return true
}

// governs reports whether a verb takes what follows as its object, so that no noun
// phrase goes on through it: 完成, 新增, 打造. Verbs that nouns are made with, 扶贫项目, 退休
// 人员, do not.
func (w word) governs() bool {
	switch {
	case w.whole || is(nounVerb, w.text):
		return false
	case w.class == lexis.VerbalNoun:
		return w.text == "发放" || w.text == "开展"
	case w.class == lexis.Verb:
		return lexis.On(lexis.Deed|lexis.Begin, w.text) || is(govern, w.text)
	}
	return w.class != lexis.Noun && lexis.On(lexis.Deed, w.text)
}

// adverb reports whether a word of the class of adverbs is one and no part of a name: 均, 先后;
// not 易 of 易地搬迁.
func (w word) adverb() bool {
	if utf8.RuneCountInString(w.text) == 1 {
		return oneOf(w.text, "均", "也", "已", "又", "再", "还", "就", "更", "都", "仅", "只", "共", "约", "不", "未")
	}
	return !oneOf(w.text, "直接", "高效", "特别", "人均", "公共", "日均", "年均", "综合", "就地", "就近")
}

// compounds reports whether a verb makes a noun with what is after it and does not
// govern it: 改造面积, 提升工程, 接待人次.
func (w word) compounds(after []word) bool {
	return relates(after) || len(after) == 1 && is(head, after[0].text)
}

// relates reports whether words are the bare name of a relation, which says nothing
// without what it is a relation of: 的比重, 的贡献率.
func relates(all []word) bool {
	switch len(all) {
	case 1:
		return is(relation, all[0].text)
	case 2:
		return is(relation, all[0].text+all[1].text)
	}
	return false
}

// leads reports whether w stands before a noun phrase and is no part of it.
func (w word) leads(after []word) bool {
	next := after[0]
	switch {
	case w.whole:
		return w.bracket()
	case is(taker, w.text) && !(w.text == "生产" && next.text == "安全"):
		return (len(after) > 1 || utf8.RuneCountInString(next.text) > 1) && !w.compounds(after)
	case oneOf(w.text, "全年", "年内", "当年", "力争", "累计", "其中", "目前", "截至", "同比", "我市", "我省", "我区", "预计", "落地"):
		return true
	}
	switch w.class {
	case lexis.Adverb:
		return w.adverb()
	case lexis.Preposition:
		for _, x := range after {
			if x.text == "的" {
				return w.text != "对" // 对工业的贡献率
			}
		}
		return true
	case lexis.Time:
		return strings.ContainsAny(w.text, "年月日") || oneOf(w.text, "目前", "当前", "现在", "今后", "过去", "同期")
	case lexis.Particle, lexis.Conjunction, lexis.Mark:
		return true
	case lexis.Position:
		return oneOf(w.text, "以来", "期间", "其中", "以上", "以下", "内", "后", "前")
	case lexis.Digits:
		return !strings.HasSuffix(next.text, "元")
	case lexis.Measure:
		return w.text == "度" || w.text == "个"
	case lexis.VerbalNoun:
		return w.text == "建设" && !char.HasAnyPrefix(next.text, "项目", "用地", "工程", "规模", "资金")
	case lexis.Numeral:
		return w.text == "第" || w.text == "年"
	case lexis.Adjective:
		return w.text == "新" && (next.class == lexis.Verb || is(taker, next.text))
	}
	return false
}

// longestRight is how many characters after a number its noun phrase lies in.
const longestRight = 30

// after returns the noun phrase that s begins with; "" where there is none.
func after(s string) string {
	s = strings.TrimPrefix(s, "的")
	all := split(s[:char.Cut(s, longestRight)])
	n := 0
	for n < len(all) && (!all[n].stops(all[n+1:], n) || n > 0 && all[n-1].class == lexis.Verb && oneOf(all[n].text, "和", "及", "与")) {
		n++
	}
	toMark := n == len(all) || all[n].class == lexis.Mark
	all = all[:n]
	for len(all) > 1 && all[0].class == lexis.Verb && (all[0].governs() || oneOf(all[0].text, "支持", "加快", "保障", "推进", "建设", "开展")) { // 7亿元实施惠民工程
		all = all[1:]
	}
	kept := all
	for len(kept) > 0 && kept[len(kept)-1].trails() && !(toMark && len(kept) > 1 && oneOf(kept[len(kept)-1].text, "改造", "整治", "治理", "修复", "处置", "升级", "新建", "维修")) {
		kept = kept[:len(kept)-1]
	}
	if len(kept) == 0 && len(all) > 0 && strip(s[:all[len(all)-1].to]).rest != "" { // 348户稳定脱贫, but not 39个拓展到
		kept = all
	}
	return tidy(s, kept)
}

// stops reports whether a noun phrase of n words cannot go on with w, before those
// after it.
func (w word) stops(after []word, n int) bool {
	last := len(after) == 0
	if w.whole {
		return n > 0 && (w.bracket() || last)
	}
	switch w.class {
	case lexis.Mark:
		return w.text != "·" && (w.text != "、" || n != 1 || last)
	case lexis.Preposition:
		return !oneOf(w.text, "本", "用")
	case lexis.Digits, lexis.Pronoun, lexis.Conjunction:
		return w.text != "本"
	case lexis.Adverb, lexis.Time:
		return n > 0 && (last || after[0].class != lexis.Noun && after[0].class != lexis.Attribute)
	case lexis.Particle:
		return w.text != "的" && w.text != "地" || last || n == 0
	case lexis.Verb:
		if n == 0 {
			return oneOf(w.text, "占", "用于", "达到", "增长", "下降", "完成", "投资", "获得", "通过", "进入")
		}
		return w.governs() || is(predicative|manner, w.text)
	}
	return n > 0 && (w.governs() || is(predicative|manner, w.text)) || oneOf(w.text, "我市", "我省", "我区")
}

// trails reports whether w at the end of a noun phrase is no part of it.
func (w word) trails() bool {
	if w.whole {
		return w.bracket()
	}
	switch w.class {
	case lexis.Verb, lexis.Adverb, lexis.Adjective, lexis.Position, lexis.Particle, lexis.Conjunction, lexis.Mark, lexis.Preposition:
		return true
	}
	return oneOf(w.text, "之一", "全部", "全面", "先后", "建设")
}

// longestPhrase is how many characters a phrase has at most.
const longestPhrase = 26

// tidy returns the text of some words that stand together in s, without brackets after
// it and quotation marks around all of it.
func tidy(s string, all []word) string {
	for len(all) > 0 && all[len(all)-1].bracket() {
		all = all[:len(all)-1]
	}
	for len(all) > 0 && all[0].class == lexis.Mark {
		all = all[1:]
	}
	switch {
	case len(all) == 0:
		return ""
	case len(all) == 1 && all[0].whole:
		return strings.Trim(all[0].text, "“”")
	}
	text := strings.Trim(s[all[0].from:all[len(all)-1].to], "、·-—－/ ")
	if utf8.RuneCountInString(text) > longestPhrase {
		return ""
	}
	return text
}
