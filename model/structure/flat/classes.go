package flat

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/lexis"
	"juan/model/structure/number"
	"juan/model/structure/sentence"
)

// isPlaceName reports whether before ends with the name of a place.
func isPlaceName(before, w string, class lexis.Class) bool {
	if lexis.Behind(before)&lexis.Tail != 0 { // 建设生态强县
		return false
	}
	if class == 's' {
		return !generic(w)
	}
	return (w == "市" || w == "县" || w == "省" || w == "区") && utf8.RuneCountInString(before) > 2
}

// generic reports whether a word of the class of places names none: 建设宜居城市.
func generic(w string) bool {
	switch w {
	case "城市", "城镇", "城区", "农村", "乡村", "山区", "社区", "园区", "地区", "老区", "边区", "港口", "码头", "新城", "县城", "市场", "家园", "家乡":
		return true
	}
	return false
}

func hasVerb(words []lexis.Word) bool {
	for _, w := range words {
		if w.Class == 'v' || w.Class == 'g' {
			return true
		}
	}
	return false
}

func lengthFeature(runes int) feature {
	switch {
	case runes <= 4:
		return len4
	case runes <= 7:
		return len7
	case runes <= 13:
		return len13
	case runes <= 20:
		return len20
	case runes <= 27:
		return len27
	case runes <= 36:
		return len36
	}
	return longer
}

func tailFeature(before, w string, class lexis.Class) feature {
	switch class {
	case 'n', 's', 'i', 'x':
		return tailNoun
	case 'g':
		return tailVerbal
	case 'v', 'a':
		return tailVerb
	case 'd', 'p', 'c', 'u', 'q', 'r', 't', '0', 'm', 'f':
		if w == "年" || class == 'f' || class == 't' {
			return tailOther
		}
		return tailBad
	case 'w':
		if char.Closes(char.Last(before)) {
			return tailOther
		}
		return tailBad
	}
	return tailOther
}

func openFeature(right, w string, class lexis.Class) feature {
	switch {
	case len(w) == len("型") && strings.Contains("型性化率度感力者式效级", w):
		return openBad
	case number.Year(right) || class == 't' || w == "全年" || sentence.OpensWithTime(right):
		return openTime
	case sentence.OpensParagraph(right), len(w) == len("在") && lexis.On(lexis.Opening, w):
		return openSure
	case sentence.OpensWithPlace(right):
		return openPlace
	}
	switch class {
	case 'v':
		return openVerb
	case 'g':
		return openVerb
	case 'p':
		if w == "与" || w == "和" {
			return openBad
		}
		return openPrep
	case 'd':
		return openAdverb
	case 'r':
		return openPronoun
	case 'c', 'u', 'f', 'q':
		return openBad
	case '0':
		return openNumber
	case 'm':
		return openNumeral
	case 's':
		if generic(w) {
			return openNoun
		}
		return openPlace
	case 'w':
		if strings.ContainsRune("“《", char.First(right)) {
			return openQuote
		}
		return openBad
	}
	return openNoun
}

// takesUp reports whether the body, which begins right, begins with a word of
// the heading, 机制 … or a year of it.
func takesUp(heading, right, w string) bool {
	if utf8.RuneCountInString(w) >= 2 {
		return strings.Contains(heading, w)
	}
	n := 0
	for i := range right {
		if n++; n == 4 {
			return strings.Contains(heading, right[:i])
		}
	}
	return false
}

// restOfClause counts the runes of s before its first clause mark.
func restOfClause(s string) int {
	n := 0
	for _, r := range s {
		if strings.ContainsRune("，,。；;：:！!？?", r) {
			break
		}
		n++
	}
	return n
}
