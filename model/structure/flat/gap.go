package flat

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/lexis"
	"juan/model/structure/sentence"
)

// A gap is a place between two words of a heading and the body after it.
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

// features lists the features of the gap.
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
	has = when(has, g.unclosed(), frameOpen)
	has = when(has, l == '?' && r == '?', inside)
	has = when(has, l == 'g' && noun, pairedVN)
	has = when(has, l == 'v' && noun, paired)
	has = when(has, strings.IndexByte("ngs", byte(l)) >= 0 && strings.IndexByte("vgdpi", byte(r)) >= 0, nounVerb)
	has = when(has, one, joined4)
	return when(has, takesUp(g.head(), g.body(), g.right()), repeats)
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
