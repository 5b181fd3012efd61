package flat

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/lexis"
	"juan/model/structure/number"
	"juan/model/structure/sentence"
)

// A gap is a place between two words of a heading and the body behind it.
type gap struct {
	text   string
	words  []lexis.Word
	k      int // the gap is before words[k]
	runes  int // before it
	commas int // before it
	first  int // runes before the first comma
}

func (g *gap) at(k int) string {
	if k < 0 || k >= len(g.words) {
		return ""
	}
	return g.text[g.words[k].From:g.words[k].To]
}

func (g *gap) left() string   { return g.at(g.k - 1) }
func (g *gap) right() string  { return g.at(g.k) }
func (g *gap) head() string   { return g.text[:g.words[g.k].From] }
func (g *gap) body() string   { return g.text[g.words[g.k].From:] }
func (g *gap) before() string { return g.text[:g.words[g.k-1].From] } // the heading less its last word

func (g *gap) classes() (l, r lexis.Class) { return g.words[g.k-1].Class, g.words[g.k].Class }

// possible reports whether grammar lets a heading end here at all.
func (g *gap) possible() bool {
	r := char.First(g.right())
	particle := len(g.right()) == len("的") && strings.ContainsRune("的地得了着等之与和及或者", r) // not 地区 着力 及时
	return !endsClause(g.left()) && !char.Closes(r) && !particle && !g.begun() &&
		!strings.ContainsRune("、，,：:；;%", r) &&
		!strings.ContainsRune("的与和及或、在对把被", char.Last(g.head())) &&
		g.words[g.k-1].Class != lexis.Pronoun && !(g.words[g.k-1].Class == lexis.Adverb && !lexis.On(lexis.Tail, g.left())) && !g.splits()
}

// begun reports whether the heading would end with a clause that has only
// begun: 坚持治水为本,建设.
func (g *gap) begun() bool {
	head := g.head()
	i := strings.LastIndexAny(head, "，,")
	return i >= 0 && utf8.RuneCountInString(head[i:]) <= 3
}

// splits reports whether the gap is inside words that open a body, 坚持|以.
func (g *gap) splits() bool {
	s := g.text[g.words[g.k-1].From:]
	n := char.Cut(s, 4)
	for n > len(g.left()) {
		if lexis.On(lexis.Opening, s[:n]) {
			return true
		}
		_, size := utf8.DecodeLastRuneInString(s[:n])
		n -= size
	}
	return false
}

// features lists what holds of the gap.
func (g *gap) features() []feature {
	has := make([]feature, 0, 16)
	has = g.ending(has)
	has = g.beginning(has)
	has = g.pair(has)
	return g.size(has)
}

// when appends f when it holds.
func when(has []feature, holds bool, f feature) []feature {
	if holds {
		return append(has, f)
	}
	return has
}

// ending appends what the heading's last words say.
func (g *gap) ending(has []feature) []feature {
	l, _ := g.classes()
	adverb := g.k > 1 && lexis.Behind(g.before())&lexis.Qualifier != 0
	isTail := sentence.EndsAsHeading(g.head())
	has = append(has, tailFeature(g.head(), g.left(), l))
	has = when(has, isTail, tail)
	has = when(has, isPlaceName(g.head(), g.left(), l), tailPlace)
	has = when(has, len(g.left()) == len("字"), tailSingle)
	has = when(has, adverb && strings.IndexByte("vag", byte(l)) >= 0, tailPredicate)
	has = when(has, lexis.Behind(g.head())&lexis.Hang != 0, hang)
	has = when(has, !adverb && (lexis.Behind(g.head())&lexis.Half != 0 || isTail && l == 'v' && lexis.On(lexis.Begin|lexis.Maybe|lexis.Half|lexis.Qualifier, g.left())), hangAlone)
	has = when(has, g.bare(), bareVerb)
	has = when(has, g.loose(), looseVerb)
	return when(has, hasVerb(g.words[:g.k-1]), headVerb)
}

// bare reports whether the last clause before the gap has nothing but verbs and
// adverbs, 努力建设; 工作回顾 begins with a noun.
func (g *gap) bare() bool {
	first := lexis.Mark
	for i := g.k - 1; i >= 0 && g.words[i].Class != lexis.Mark; i-- {
		switch first = g.words[i].Class; first {
		case lexis.Verb, lexis.Adverb, lexis.VerbalNoun, lexis.Adjective:
		default:
			return false
		}
	}
	return first == lexis.Verb || first == lexis.Adverb
}

// loose reports whether the last clause before the gap begins with a verb that
// has its object, and ends with another verb.
func (g *gap) loose() bool {
	i := g.k - 1
	for i > 0 && g.words[i-1].Class != lexis.Mark {
		i--
	}
	if i+2 >= g.k || g.words[g.k-1].Class != lexis.Verb && lexis.Behind(g.head())&(lexis.Begin|lexis.Half) == 0 {
		return false
	}
	if c := g.words[g.k-2].Class; c == lexis.Adverb || c == lexis.Adjective || c == lexis.Verb {
		return false
	}
	first := g.words[i]
	switch g.at(i) {
	case "促进", "推动", "推进", "确保", "实现", "带动", "保持": // 促进收入水平提高
		return false
	}
	return first.Class == lexis.Verb || first.Class == lexis.VerbalNoun || lexis.On(lexis.Begin|lexis.Maybe, g.text[first.From:first.To])
}

// beginning appends what the body's first words say.
func (g *gap) beginning(has []feature) []feature {
	_, r := g.classes()
	opens := sentence.OpensParagraph(g.body())
	begins := lexis.Before(g.body())&lexis.Begin != 0 && !opens
	has = append(has, openFeature(g.body(), g.right(), r))
	has = when(has, g.at(g.k+1) == "的", openOf)
	has = when(has, lexis.Before(g.body())&lexis.Maybe != 0, beginMaybe)
	has = when(has, begins, begin)
	has = when(has, lexis.Before(g.body())&lexis.Predicate != 0, predicateSure)
	has = when(has, lexis.On(lexis.Tail, g.right()), openTail)
	adverb := r == 'd' || r == 'a' || lexis.On(lexis.Qualifier, g.right())
	has = when(has, adverb && lexis.On(lexis.Tail, g.at(g.k+1)), predicate)
	bare := strings.IndexByte("ngaxb", byte(r)) >= 0 && !opens && !begins && !sentence.OpensWithPlace(g.body())
	return when(has, bare && sentence.EndsAsHeading(g.head()), attributive)
}

// pair appends what the words on both sides say together.
func (g *gap) pair(has []feature) []feature {
	l, r := g.classes()
	noun := r == 'n' || r == 'g'
	one := lexis.Known(g.left() + g.right())
	has = append(has, pairFeature(l, r))
	has = when(has, echoes(g.left(), g.right()), echo)
	has = when(has, unclosed(g.head()), frameOpen)
	has = when(has, l == '?' && r == '?', inside)
	has = when(has, l == 'g' && noun, pairedVN)
	has = when(has, l == 'v' && noun, paired)
	has = when(has, strings.IndexByte("ngs", byte(l)) >= 0 && strings.IndexByte("vgdpi", byte(r)) >= 0, nounVerb)
	has = when(has, one, joined4)
	return when(has, takesUp(g.head(), g.body(), g.right()), repeats)
}

// echoes reports whether two words end or begin with the same character.
func echoes(l, r string) bool {
	return len(l) >= len("力量") && len(r) >= len("力量") && l != r && (char.Last(l) == char.Last(r) || char.First(l) == char.First(r))
}

// unclosed reports whether the last clause of a heading has opened what it has
// not closed: 在推进改革, 以创建试验区, 把绿色发展.
func unclosed(head string) bool {
	clause := head[strings.LastIndexAny(head, "，,")+1:]
	for _, frame := range [...][2]string{{"在", "中上下里方面"}, {"以", "为引领推动促进带动赋能保障提升"}, {"把", "作贯摆落放成到得好"}, {"将", "作贯摆落放成到"}} {
		if i := strings.LastIndex(clause, frame[0]); i >= 0 && (i == 0 || frame[0] != "以" && frame[0] != "将") {
			rest := clause[i+len(frame[0]):]
			return !strings.HasPrefix(rest, "建") && !strings.ContainsAny(rest, frame[1])
		}
	}
	return false
}

// size appends what lengths and commas say.
func (g *gap) size(has []feature) []feature {
	has = append(has, lengthFeature(g.runes))
	second := g.runes - g.first - 1
	has = when(has, g.commas == 1 && second == g.first, couplet)
	switch {
	case g.commas > 1:
		has = append(has, severalCommas)
	case g.commas == 1 && second*2 >= g.first && second <= g.first*3:
		has = append(has, comma, even)
	case g.commas == 1:
		has = append(has, comma, uneven)
	}
	rest := restOfClause(g.body())
	has = when(has, rest < 3, shortRest)
	return when(has, rest > 12, longRest)
}

// opening reports whether a body could well begin at a place with these
// features, and whether a clause could.
func opening(has []feature) (body, clause bool) {
	ends := false
	for _, f := range has {
		switch f {
		case tailNoun, tailVerbal, tail:
			ends = true
		case openTime, openSure, openPrep, openPlace:
			body = true
		case begin:
			clause = true
		}
	}
	return ends && body, ends && clause
}

// stopFeatures lists what holds when a full stop ends the heading text. Of
// open siblings, whose ends no white space shows, so many have a full stop in
// reach. In a spaced text, white space stands where paragraphs began; in
// another a run-in may follow the heading with nothing between.
func stopFeatures(text string, open, stops int, spaced bool) []feature {
	has := make([]feature, 0, 8)
	switch n := utf8.RuneCountInString(text); {
	case n <= 22:
		has = append(has, stop22)
	case n <= 30:
		has = append(has, stop30)
	case n <= 38:
		has = append(has, stop38)
	default:
		has = append(has, stopLonger)
	}
	words := lexis.Segment(text)
	if len(words) == 0 {
		return has
	}
	l := words[len(words)-1]
	has = append(has, tailFeature(text, text[l.From:l.To], l.Class))
	has = when(has, sentence.EndsAsHeading(text), tail)
	switch {
	case stops*10 >= open*8 && open > 1:
		has = append(has, stopsAll)
	case stops*2 >= open && open > 1:
		has = append(has, stopsMost)
	case open > 1:
		has = append(has, stopsFew)
	}
	switch strings.Count(text, "，") + strings.Count(text, ",") {
	case 0:
		has = append(has, stopPlain)
	case 1:
		has = append(has, stopComma)
	default:
		has = append(has, stopCommas)
	}
	if spaced {
		has = append(has, stopSpaced)
	} else {
		has = append(has, clauseFeature(text))
	}
	has = when(has, twoPredicates(text, words), stopTwice)
	return when(has, tells(text, words), stopTells)
}

// clauseFeature grades the longest clause of a heading. Where a run-in follows
// a heading with nothing between, the two make one long clause:
// 全力促进经济平稳健康发展稳增长政策措施加快落地见效.
func clauseFeature(text string) feature {
	longest := 0
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '，' || r == ',' }) {
		longest = max(longest, utf8.RuneCountInString(clause))
	}
	switch {
	case longest <= 10:
		return clause10
	case longest <= 13:
		return clause13
	case longest <= 16:
		return clause16
	case longest <= 19:
		return clause19
	case longest <= 23:
		return clause23
	}
	return clauseLonger
}

// twoPredicates reports whether the last clause of text has a subject with its
// predicate, an adverb and a verb, and goes on with a noun: a heading and the
// run-in heading behind it, 发展内生动力有效激发|消费有力提振.
func twoPredicates(text string, words []lexis.Word) bool {
	at := func(k int) string { return text[words[k].From:words[k].To] }
	from := len(words)
	for from > 0 && words[from-1].Class != lexis.Mark {
		from--
	}
	subject := false
	for k := from; k+2 < len(words); k++ {
		c := words[k].Class
		adverb := c == lexis.Adverb || c == lexis.Adjective || lexis.On(lexis.Qualifier, at(k))
		verb := words[k+1].Class == lexis.Verb || lexis.On(lexis.Tail, at(k+1)) && words[k+1].Class != lexis.Noun
		next := words[k+2].Class
		noun := next == lexis.Noun || next == lexis.VerbalNoun || next == lexis.Place || next == lexis.Adjective
		if subject && adverb && verb && noun {
			return true
		}
		subject = subject || c == lexis.Noun || c == lexis.VerbalNoun || c == lexis.Place
		if k == from && (c == lexis.Verb || c == lexis.Adverb) {
			return false // its verb comes first: 持续优化营商环境
		}
	}
	return false
}

// tells reports whether text has inside it what sentences of a body begin or
// predicate with: 工作回顾|2025年是…, 我们, a figure with its unit.
func tells(text string, words []lexis.Word) bool {
	for k, w := range words {
		switch t := text[w.From:w.To]; {
		case t == "是" || t == "我们" || t == "达到":
			return true
		case k > 1 && w.Class != lexis.Digits && w.Class != lexis.Mark && words[k-1].Class != lexis.Mark && sentence.OpensParagraph(text[w.From:]) && words[k-1].Class != lexis.Verb:
			return true
		case k > 1 && number.Year(text[w.From:]):
			return true
		}
	}
	return false
}
