package sentence

// shownCompany appends what the section and the text say of sentence k where
// white space shows paragraphs: how many of them open with a short sentence.
func (v *view) shownCompany(has []runInFeature, k int) []runInFeature {
	has = append(has, v.beginsWith(k))
	switch next := v.Sentences[k+1].runes; {
	case next >= 40:
		has = append(has, nextLong)
	case next >= 28:
		has = append(has, nextMedium)
	case next < 18:
		has = append(has, nextShort)
	}
	switch {
	case v.begin == nil || v.isRefrain(k):
	case v.begin[v.beginning(k, 3)] >= 3:
		has = append(has, alike3)
	case v.begin[v.beginning(k, 2)] >= 3:
		has = append(has, alike2)
	}
	switch own := v.own; {
	case own.all < 2:
		has = append(has, aloneInIt)
	case own.short*10 >= own.all*6:
		has = append(has, mostOpen)
	case own.short*10 >= own.all*3:
		has = append(has, someOpen)
	default:
		has = append(has, fewOpen)
	}
	switch text := v.text; {
	case text.all <= 3:
	case text.short*10 >= text.all*5:
		has = append(has, textMost)
	case text.short*10 >= text.all*3:
		has = append(has, textSome)
	}
	has = when(has, v.Level >= 2, deepSection)
	has = when(has, v.text.first*2 >= v.text.sections && v.text.sections > 2, textFirst)
	has = when(has, k == 0, isFirst)
	has = when(has, v.Sentences[k+1].runes >= 30 && (k == 0 || v.Sentences[k-1].runes >= 30), sparse)
	return when(has, v.breaks <= 1 && len(v.Sentences) > 8, inTheMidst)
}
