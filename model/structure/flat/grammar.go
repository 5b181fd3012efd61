package flat

import (
	"strings"

	"juan/model/char"
	"juan/model/lexis"
)

// bare reports whether the last clause before the gap has nothing but verbs and
// adverbs. It mends headings that were cut off before the object of their verb:
// 努力建设|现代化渡口. It cannot hold where the clause has a noun, as 工作回顾 has.
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
// has its object, and ends with another verb. It mends headings that ran on to the
// first verb of the body: 提振信心|增强动力 cut after 增强.
//
// It cannot hold for a clause of two words, nor where the last verb has an adverb,
// an adjective or a verb before it (提振信心持续增强), nor after a verb whose object is
// itself a clause, 促进收入水平提高.
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

// echoes reports whether two different words of two characters or more end or
// begin with the same one. It mends headings that were cut inside a row of words
// alike: 获得感|安全感, 做优|做强. It cannot hold for a word that stands twice, nor
// for single characters.
func echoes(l, r string) bool {
	return len(l) >= len("力量") && len(r) >= len("力量") && l != r && (char.Last(l) == char.Last(r) || char.First(l) == char.First(r))
}

// unclosed reports whether the last clause before the gap opens a phrase and does not
// close it. It mends headings that were cut inside the phrase of a preposition:
// 在推进改革|中突破, 以创建试验区|为引领. It cannot hold where one of the characters that close the
// phrase stands after it, 在推进改革中突破, nor where a mark does.
func (g *gap) unclosed() bool {
	for i := g.k - 1; i >= 0 && g.words[i].Class != lexis.Mark; i-- {
		if closers := frame(g.at(i)); closers != "" {
			rest := g.text[g.words[i].To:g.words[g.k].From]
			return !strings.ContainsAny(rest, closers)
		}
	}
	return false
}

// frame returns the characters that close what a preposition opens, "" for a
// word that opens nothing.
func frame(word string) string {
	switch word {
	case "在":
		return "中上下里方面"
	case "以":
		return "为引领推动促进带动赋能保障提升"
	case "把", "将":
		return "作贯摆落放成到得好建"
	}
	return ""
}
