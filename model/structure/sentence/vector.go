package sentence

import (
	"slices"
	"strings"

	"juan/model/char"
	"juan/model/structure/lexis"
	"juan/model/structure/number"
	"juan/model/structure/weigh"
)

// lenience is added to the odds where no white space shows that a paragraph
// begins: a run-in missed is as bad as one invented, and of those at less than
// even odds many are right.
const lenience = 0.8

// weighs sets the score of each sentence of s: the logarithm of its odds to be
// a run-in heading.
func weighs(src string, s *Section, text share, weights []float32) {
	begin := beginnings(src, s)
	own := shareOf(src, s)
	for k := range s.Sentences {
		t := &s.Sentences[k]
		t.score = -9
		if mayLead(src, s, k) {
			t.score = weigh.Sum(weights, vector(src, s, k, begin, own, text))
			if !t.Opens {
				t.score += lenience
			}
		}
	}
}

// mayLead reports whether sentence k of s may be a run-in heading at all: a
// short statement with another sentence behind it in its paragraph.
func mayLead(src string, s *Section, k int) bool {
	t := &s.Sentences[k]
	if t.mark != '。' || t.runes < 5 || t.runes > 36 || k+1 == len(s.Sentences) || s.Sentences[k+1].Opens {
		return false
	}
	if k == 0 && s.Level <= 1 && (OpensParagraph(src[t.From:]) || OpensWithTime(src[t.From:])) {
		return false // it introduces the section: 今年要做三件事。
	}
	return t.runes >= 8 || !char.Closes(char.LastMark(src[t.From:t.To-len("。")]))
}

// A share is how many paragraphs open with a sentence short enough for a
// heading, of all that have two sentences.
type share struct{ short, all, first, sections int }

func shareOf(src string, s *Section) share {
	var n share
	for k := range s.Sentences {
		if t := &s.Sentences[k]; t.Opens && k+1 < len(s.Sentences) && !s.Sentences[k+1].Opens {
			n.all++
			if t.mark == '。' && t.runes <= 22 {
				n.short++
			}
		}
	}
	if len(s.Sentences) > 3 {
		n.sections = 1
		if leadsSection(src, s) {
			n.first = 1
		}
	}
	return n
}

// leadsSection reports whether the first sentence of s could be a run-in by its
// length.
func leadsSection(src string, s *Section) bool {
	return mayLead(src, s, 0) && s.Sentences[0].runes <= 22
}

// add returns the shares of two stretches taken together.
func (n share) add(m share) share {
	return share{n.short + m.short, n.all + m.all, n.first + m.first, n.sections + m.sections}
}

// vector lists what holds of sentence k of s.
func vector(src string, s *Section, k int, begin map[string]int, own, all share) []runInFeature {
	t := &s.Sentences[k]
	text := src[t.From : t.To-len("。")]
	v := make([]runInFeature, 0, 20)
	v = append(v, always, place(s, k), lengthOf(t.runes-1))
	v = words(v, text)
	v = around(v, s, k)
	v = alike(v, src, t, begin)
	switch {
	case own.all < 2:
		v = append(v, aloneInIt)
	case own.short*10 >= own.all*6:
		v = append(v, mostOpen)
	case own.short*10 >= own.all*3:
		v = append(v, someOpen)
	default:
		v = append(v, fewOpen)
	}
	if all.short*10 >= all.all*5 && all.all > 3 {
		v = append(v, textMost)
	} else if all.short*10 >= all.all*3 && all.all > 3 {
		v = append(v, textSome)
	}
	if s.Level >= 2 {
		v = append(v, deepSection)
	}
	if all.first*2 >= all.sections && all.sections > 2 {
		v = append(v, textFirst)
	}
	return company(v, s, k, own)
}

// company appends what the other sentences of the section say.
func company(v []runInFeature, s *Section, k int, own share) []runInFeature {
	if k == 0 {
		v = append(v, isFirst)
		if slices.Contains(v, timeFirst) {
			v = append(v, tellsWhen)
		}
	}
	if own.first > 0 {
		v = append(v, firstShort)
	} else {
		v = append(v, firstLong)
	}
	if s.Sentences[k+1].runes >= 30 && (k == 0 || s.Sentences[k-1].runes >= 30) {
		v = append(v, sparse)
	}
	if k+2 < len(s.Sentences) && s.Sentences[k+2].runes <= 20 || s.Sentences[k+1].runes <= 20 {
		v = append(v, crowded)
	}
	if s.breaks <= 1 && len(s.Sentences) > 8 {
		v = append(v, inTheMidst)
	}
	return v
}

// place says where in its paragraph sentence k stands.
func place(s *Section, k int) runInFeature {
	t := &s.Sentences[k]
	switch {
	case t.Opens && s.breaks > 1 && (k > 0 || !s.Glued):
		return opens
	case t.Opens:
		return opensSection
	case s.breaks <= 2:
		return inUnknown
	}
	switch n := paragraphRunes(s, k); {
	case n >= 400:
		return inLong
	case n >= 250:
		return inMedium
	}
	return inShort
}

// paragraphRunes returns the length of the paragraph around sentence k, 500 at
// most.
func paragraphRunes(s *Section, k int) int32 {
	runes := int32(0)
	for i := k; i >= 0 && runes < 500; i-- {
		runes += s.Sentences[i].runes
		if s.Sentences[i].Opens {
			break
		}
	}
	for i := k + 1; i < len(s.Sentences) && !s.Sentences[i].Opens && runes < 500; i++ {
		runes += s.Sentences[i].runes
	}
	return runes
}

func lengthOf(runes int32) runInFeature {
	switch {
	case runes <= 8:
		return runes8
	case runes <= 12:
		return runes12
	case runes <= 16:
		return runes16
	case runes <= 20:
		return runes20
	case runes <= 24:
		return runes24
	}
	return runesMore
}

// words appends what the words of a sentence say.
func words(v []runInFeature, text string) []runInFeature {
	when := func(holds bool, f runInFeature) {
		if holds {
			v = append(v, f)
		}
	}
	if n, form, _ := number.Parse(text); form == number.Item && n < len(text) {
		if strings.HasSuffix(text[:n], "要") {
			v = append(v, urged)
		} else {
			v = append(v, counted)
		}
		text = text[n:]
	}
	when(strings.HasPrefix(text, "——"), dashed)
	text = strings.TrimLeft(text, "—")
	switch n := strings.Count(text, "，") + strings.Count(text, ","); {
	case n == 1:
		v = append(v, oneComma)
	case n > 1:
		v = append(v, moreCommas)
	}
	ends := EndsAsHeading(text)
	when(ends, headingTail)
	lists := lexis.Before(text)
	if split := lexis.Segment(text[:char.Cut(text, 12)]); len(split) > 0 {
		switch c := split[0].Class; {
		case lists&(lexis.Begin|lexis.Maybe) != 0, strings.IndexByte("vdiag?", byte(c)) >= 0:
			v = append(v, verbFirst)
		case strings.IndexByte("trcpm0w", byte(c)) >= 0:
			v = append(v, timeFirst)
		case ends:
			v = append(v, nounLed)
		default:
			v = append(v, nounFirst)
		}
	}
	when(lists&lexis.Opening != 0 || OpensWithTime(text), opener)
	when(strings.ContainsFunc(text, func(r rune) bool { return char.Digit(r) >= 0 }), figures)
	when(strings.Contains(text, "了") || strings.Contains(text, "已"), done)
	when(lists&lexis.Deed != 0, deed)
	when(strings.Contains(text, "是") || strings.Contains(text, "要做"), states)
	when(strings.ContainsAny(text, "“《(（"), quotes)
	switch n := strings.Count(text, "、"); {
	case n == 1:
		v = append(v, oneList)
	case n > 1:
		v = append(v, manyList)
	}
	return v
}

// around appends what the sentences next to k say: a heading is followed by
// longer ones.
func around(v []runInFeature, s *Section, k int) []runInFeature {
	switch next := s.Sentences[k+1].runes; {
	case next >= 40:
		v = append(v, nextLong)
	case next >= 28:
		v = append(v, nextMedium)
	case next < 18:
		v = append(v, nextShort)
	}
	if k > 0 {
		switch before := &s.Sentences[k-1]; {
		case before.address:
			v = append(v, behindCall)
		case before.runes < 16 && !s.Sentences[k].Opens:
			v = append(v, behindShort)
		}
	}
	return v
}

// beginnings counts the first two and three characters of the sentences of s
// that may lead: 坚持政治为本 坚持法治为上.
func beginnings(src string, s *Section) map[string]int {
	begin := map[string]int{}
	for k := range s.Sentences {
		if mayLead(src, s, k) {
			t := &s.Sentences[k]
			begin[beginning(src, t, 2)]++
			begin[beginning(src, t, 3)]++
		}
	}
	return begin
}

func beginning(src string, t *Sentence, runes int) string {
	text := src[t.From:t.To]
	if _, form, _ := number.Parse(text); form == number.Item {
		return "一是"
	}
	return text[:char.Cut(text, runes)]
}

func alike(v []runInFeature, src string, t *Sentence, begin map[string]int) []runInFeature {
	three := beginning(src, t, 3)
	switch n := begin[three]; {
	case n >= 4 && strings.ContainsRune("，,", char.First(src[t.From+len(three):])):
		return append(v, refrain)
	case n >= 3:
		return append(v, alike3)
	case begin[beginning(src, t, 2)] >= 3:
		return append(v, alike2)
	}
	return v
}
