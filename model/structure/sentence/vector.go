package sentence

import (
	"strings"

	"juan/model/char"
	"juan/model/lexis"
	"juan/model/structure/number"
)

// when appends f when it holds.
func when(has []runInFeature, holds bool, f runInFeature) []runInFeature {
	if holds {
		return append(has, f)
	}
	return has
}

// alone appends what k says by itself, and where it stands.
func (v *view) alone(has []runInFeature, k int) []runInFeature {
	v.led = runInFeatures
	has = append(has, always, v.place(k), lengthOf(v.Sentences[k].runes-1))
	has = form(has, v.words(k))
	has = when(has, v.isRefrain(k), refrain)
	return v.around(has, k)
}

// company appends what the section and the text say.
func (v *view) company(has []runInFeature, k int) []runInFeature {
	if v.shown {
		return v.shownCompany(has, k)
	}
	has = append(has, v.group.feature())
	has = when(has, k == 0 && !v.Stopped, firstBehind)
	has = when(has, k == 0 && v.Stopped, firstInLine)
	return v.hiddenCompany(has, k)
}

// place says where in its paragraph sentence k stands.
func (v *view) place(k int) runInFeature {
	t := &v.Sentences[k]
	switch {
	case t.Opens && v.breaks > 1 && (k > 0 || !v.Glued):
		return opens
	case t.Opens:
		return opensSection
	case v.shown:
		return inLong
	}
	return inUnknown
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

// form appends what the words of a sentence say.
func form(has []runInFeature, text string) []runInFeature {
	if n, form, _ := number.Parse(text); form == number.Item && n < len(text) {
		if strings.HasSuffix(text[:n], "要") {
			has = append(has, urged)
		} else {
			has = append(has, counted)
		}
		text = text[n:]
	}
	has = when(has, strings.HasPrefix(text, "——"), dashed)
	text = strings.TrimLeft(text, "—")
	in := marksIn(text)
	has = when(has, in.commas == 1, oneComma)
	has = when(has, in.commas > 1, moreCommas)
	has = when(has, EndsAsHeading(text), headingTail)
	lists := lexis.Before(text)
	has = when(has, lists&lexis.Opening != 0 || OpensWithTime(text), opener)
	has = when(has, in.figures, figures)
	has = when(has, in.done, done)
	has = when(has, lists&lexis.Deed != 0, deed)
	has = when(has, in.states, states)
	has = when(has, in.quotes, quotes)
	has = when(has, in.lists == 1, oneList)
	return when(has, in.lists > 1, manyList)
}

// marks is what a sentence has of some marks and words of one character.
type marks struct {
	commas, lists                 int  // ， and 、
	figures, done, states, quotes bool // digits; 了 已; 是 要做; “ 《 (
}

func marksIn(text string) (m marks) {
	before := rune(0)
	for i := 0; i < len(text); {
		r, size := char.Decode(text[i:])
		switch r {
		case '，', ',':
			m.commas++
		case '、':
			m.lists++
		case '了', '已':
			m.done = true
		case '是':
			m.states = true
		case '做':
			m.states = m.states || before == '要'
		case '“', '《', '(', '（':
			m.quotes = true
		default:
			m.figures = m.figures || char.Digit(r) >= 0
		}
		i, before = i+size, r
	}
	return m
}

// beginsWith is the feature of the first word of sentence k, which is weighed.
func (v *view) beginsWith(k int) runInFeature {
	if v.led == runInFeatures { // not yet known
		v.led = beginsWith(v.words(k))
	}
	return v.led
}

// beginsWith is the feature of the first word of a sentence.
func beginsWith(text string) runInFeature {
	if n, form, _ := number.Parse(text); form == number.Item && n < len(text) {
		text = text[n:]
	}
	text = strings.TrimLeft(text, "—")
	switch c := firstClass(text); {
	case lexis.Before(text)&(lexis.Begin|lexis.Maybe) != 0, strings.IndexByte("vdiag?", byte(c)) >= 0:
		return verbFirst
	case isTime(c):
		return timeFirst
	case EndsAsHeading(text):
		return nounLed
	}
	return nounFirst
}

// around appends what the sentences next to k say.
func (v *view) around(has []runInFeature, k int) []runInFeature {
	if k == 0 {
		has = when(has, v.beginsWith(k) == timeFirst, tellsWhen)
	} else {
		before := &v.Sentences[k-1]
		has = when(has, before.address, behindCall)
		has = when(has, !before.address && before.runes < 16 && !v.Sentences[k].Opens, behindShort)
	}
	if v.own.first > 0 {
		has = append(has, firstShort)
	} else {
		has = append(has, firstLong)
	}
	near := v.Sentences[k+1].runes <= 20 || k+2 < len(v.Sentences) && v.Sentences[k+2].runes <= 20
	return when(has, near, crowded)
}

// beginnings counts the first two and three characters of the sentences that
// may lead, three or more: 坚持政治为本 坚持法治为上.
func (v *view) beginnings() map[string]int {
	all := 0
	for k := range v.Sentences {
		if v.Sentences[k].may {
			all++
		}
	}
	if all < 3 {
		return nil // nothing is asked of fewer
	}
	begin := make(map[string]int, 2*all)
	for k := range v.Sentences {
		if v.Sentences[k].may {
			begin[v.beginning(k, 2)]++
			begin[v.beginning(k, 3)]++
		}
	}
	return begin
}

func (v *view) beginning(k, runes int) string {
	text := v.words(k)
	if _, form, _ := number.Parse(text); form == number.Item {
		return "一是"
	}
	return text[:char.Cut(text, runes)]
}

// isRefrain reports whether four sentences or more of the section begin as k
// does, with a comma: 这五年，.
func (v *view) isRefrain(k int) bool {
	if v.begin == nil {
		return false
	}
	three := v.beginning(k, 3)
	text := v.words(k)
	return v.begin[three] >= 4 && strings.HasPrefix(text, three) && strings.ContainsRune("，,", char.First(text[len(three):]))
}
