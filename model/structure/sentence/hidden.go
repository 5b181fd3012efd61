package sentence

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/lexis"
)

// How many characters around a sentence are looked through for its words.
const topicRunes = 150

// hiddenCompany appends the features of the sentences around k where nothing shows
// paragraphs. A run-in heading names the field of what follows it, 扩大有效投资, so that its
// words come again, and before it they do not; a short sentence inside a paragraph
// tells of one measure more, 落实带薪休假. It mends paragraphs broken at every short
// sentence, and a text whose run-in headings all went unseen.
func (v *view) hiddenCompany(has []runInFeature, k int) []runInFeature {
	t := &v.Sentences[k]
	text := v.words(k)
	words := lexis.Segment(text)
	behind := v.src[t.To:]
	behind = behind[:char.Cut(behind, topicRunes)]
	switch taken := comeAgain(text, words, behind); {
	case taken == 1:
		has = append(has, taken1)
	case taken > 1:
		has = append(has, taken2)
	}
	switch given := comeAgain(text, words, lastRunes(v.src[:t.From], topicRunes)); {
	case given == 1:
		has = append(has, given1)
	case given > 1:
		has = append(has, given2)
	}
	next := v.src[v.Sentences[k+1].From:v.Sentences[k+1].To]
	first, last := text[:words[0].To], text[words[len(words)-1].From:]
	has = when(has, isAim(first), aimFirst)
	has = when(has, isMeasure(first), measureFirst)
	has = when(has, isField(last), fieldLast)
	has = when(has, isMeans(last), meansLast)
	has = when(has, strings.ContainsAny(text, "等区县号项条家"), concrete)
	has = when(has, isBroad(next[:char.Cut(next, 2)]), nextBroad)
	has = when(has, isMeasure(next[:char.Cut(next, 2)]), nextMeasure)
	has = when(has, lexis.Before(next)&(lexis.Begin|lexis.Maybe) != 0 || firstClass(next) == lexis.Verb, nextVerb)
	has = when(has, v.Sentences[k+1].plain, nextPlain)
	has = when(has, t.plain && v.sameLength(k) >= 2, sameLength)
	if k == 0 {
		return has
	}
	before := v.src[v.Sentences[k-1].From:v.Sentences[k-1].To]
	has = when(has, isMeasure(before[:char.Cut(before, 2)]), afterMeasure)
	has = when(has, hopes(before), afterAim)
	return when(has, v.Sentences[k-1].plain, afterPlain)
}

// sameLength counts the sentences around k that look like headings and have
// exactly its length, ten at most to each side.
func (v *view) sameLength(k int) int {
	n := 0
	for _, step := range [...]int{-1, 1} {
		near := 0
		for i := k + step; i >= 0 && i < len(v.Sentences) && near < 10; i += step {
			if t := &v.Sentences[i]; t.plain {
				near++
				if t.runes == v.Sentences[k].runes {
					n++
				}
			}
		}
	}
	return n
}

// comeAgain counts the words of a heading that stand in a stretch of text,
// without those that any report is full of.
func comeAgain(text string, words []lexis.Word, in string) int {
	n := 0
	for _, w := range words {
		s := text[w.From:w.To]
		if len(s) < len("投资") || strings.IndexByte("ngva", byte(w.Class)) < 0 || lexis.On(lexis.Begin|lexis.Maybe, s) || s == "发展" || s == "建设" {
			continue
		}
		if stands(s, in) {
			n++
		}
	}
	return n
}

// stands reports whether a word of Chinese stands in a text. Its third byte is looked
// for, which is rarer than the first: a third of all characters begin alike.
func stands(word, in string) bool {
	for at := 2; at < len(in); at++ {
		i := strings.IndexByte(in[at:], word[2])
		if i < 0 {
			return false
		}
		if at += i; strings.HasPrefix(in[at-2:], word) {
			return true
		}
	}
	return false
}

// lastRunes returns the last n characters of s.
func lastRunes(s string, n int) string {
	i := len(s)
	for n > 0 && i > 0 {
		if i--; utf8.RuneStart(s[i]) {
			n--
		}
	}
	return s[i:]
}

// hopes reports whether a sentence states the result of a paragraph.
func hopes(s string) bool {
	for _, w := range [...]string{"力争", "确保", "努力", "推动", "让"} {
		if stands(w, s) {
			return true
		}
	}
	return false
}
