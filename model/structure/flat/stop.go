package flat

import (
	"strings"
	"unicode/utf8"

	"juan/model/lexis"
	"juan/model/structure/number"
	"juan/model/structure/sentence"
)

// stopFeatures lists what holds when a full stop ends the heading text. Of
// open siblings, whose ends no white space shows, so many have a full stop in
// reach. In a spaced text white space stands where paragraphs began; where it is
// kept after headings as well a full stop ends what it seems to end, elsewhere a
// run-in heading may follow with nothing between.
func stopFeatures(text string, open, stops int, spaced, kept bool) []feature {
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
	has = when(has, spaced && !kept, stopSpaced)
	has = when(has, kept, stopKept)
	has = append(has, clauseFeature(text))
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
// run-in heading after it, 发展内生动力有效激发|消费有力提振.
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

// tells reports whether text contains words that sentences of a body begin or predicate
// with: 工作回顾|2025年是…, 我们, a figure with its unit.
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
