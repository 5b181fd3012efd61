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
	switch n := strings.Count(text, "，") + strings.Count(text, ","); {
	case n == 1:
		has = append(has, oneComma)
	case n > 1:
		has = append(has, moreCommas)
	}
	has = when(has, EndsAsHeading(text), headingTail)
	lists := lexis.Before(text)
	has = when(has, lists&lexis.Opening != 0 || OpensWithTime(text), opener)
	has = when(has, hasDigit(text), figures)
	has = when(has, strings.Contains(text, "了") || strings.Contains(text, "已"), done)
	has = when(has, lists&lexis.Deed != 0, deed)
	has = when(has, strings.Contains(text, "是") || strings.Contains(text, "要做"), states)
	has = when(has, strings.ContainsAny(text, "“《(（"), quotes)
	switch n := strings.Count(text, "、"); {
	case n == 1:
		has = append(has, oneList)
	case n > 1:
		has = append(has, manyList)
	}
	return has
}

func hasDigit(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return char.Digit(r) >= 0 })
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
		has = when(has, beginsWith(v.words(k)) == timeFirst, tellsWhen)
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
