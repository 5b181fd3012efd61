package structure

import (
	"strings"
	"unicode/utf8"
)

// The window in which a heading is cut from its body, in runes.
const cutWindow = 64

// feature numbers what speaks for or against a cut between two words.
type feature int

const (
	inside     feature = iota // the halves are one word
	tail                      // the heading would end as headings do: 回顾 任务 机制
	tailNoun                  // … with a noun
	tailVerbal                // … with a verb that serves as a noun
	tailVerb
	tailOther
	tailBad  // … with a word that something must follow
	openTime // the body would begin with a time
	openSure // … with words that open paragraphs: 我们 全市 各位代表 作为
	openVerb // … with a verb
	openPrep // … with a preposition
	openAdverb
	openPronoun
	openNoun
	openPlace
	openBad // … with a word that something must stand before
	openNumber
	openQuote
	repeats // the body takes up a word of the heading
	paired  // one verb, one noun: it may be verb and object
	joined4 // the two words are one expression
	len4    // the heading has up to 4, 7, 13 … runes behind its number
	len7
	len13
	len20
	len27
	len36
	longer
	comma  // the heading has a comma
	even   // … and halves of about one length
	uneven // … of very different length
	severalCommas
	shortRest // hardly anything is left of the clause
	longRest  // the clause goes on for long
	features
)

// A cut is a place where a heading may end: a byte behind its number, and the
// features that hold there.
type cutPlace struct {
	at   int
	has  []feature
	bias float32
}

// cut ends h where the evidence is best. When no place is much better than
// another, or none is good, the end is uncertain: number and first clause.
func (f *flat) cut(h *head, typical int, stopped bool) {
	from := h.at + int(h.n)
	from += spaces(f.src[from:h.limit])
	text := f.src[from:window(f.src, from, h.limit)]
	best, second := cutPlace{at: -1, bias: -1e9}, float32(-1e9)
	for _, c := range cutPlaces(text) {
		s := score(c.has) + f.bias(text, c.at) + nearTo(typical, utf8.RuneCountInString(f.src[h.at:from+c.at]))
		if s > best.bias {
			second = max(second, best.bias)
			best = cutPlace{at: c.at, bias: s}
		} else {
			second = max(second, s)
		}
	}
	if h.kind == stop {
		n := utf8.RuneCountInString(f.src[from:h.end])
		s := float32(stopScore(n)) + nearTo(typical, n)
		if stopped {
			s += 3
		}
		if s >= best.bias {
			return
		}
	}
	if best.at < 0 || best.bias < sureScore-4 {
		h.kind, h.certain = nothing, false
		h.end = h.at + firstClause(f.src[h.at:h.limit], int(h.n), 30)
		h.body = h.end
		return
	}
	h.kind, h.end, h.body = nothing, from+best.at, from+best.at
	h.certain = best.bias >= sureScore && best.bias-second >= sureMargin
}

// A cut is certain when it scores this much, and this much more than any other.
const (
	sureScore  = 0
	sureMargin = 0.4
)

// stopScore weighs a full stop as the end by the runes before it.
func stopScore(n int) float32 {
	switch {
	case n <= 22:
		return 2
	case n <= 30:
		return 1
	case n <= 38:
		return -1
	}
	return -3
}

// nearTo favours a heading about as long as its siblings are.
func nearTo(typical, n int) float32 {
	if typical == 0 {
		return 0
	}
	return -min(float32(max(typical-n, n-typical))*0.15, 2.5)
}

// window returns the byte where the search for a cut of a heading that begins
// at from ends: a sentence end, the limit, or cutWindow runes.
func window(s string, from, limit int) int {
	runes := 0
	for i, r := range s[from:limit] {
		if endsSentence(r) || r == '；' || r == ';' || r == '\n' || runes > cutWindow {
			return from + i
		}
		runes++
	}
	return limit
}

func score(has []feature) float32 {
	s := float32(0)
	for _, f := range has {
		s += weights[f]
	}
	return s
}

// cutPlaces lists the places in text, which begins behind the number, where a
// heading could end, with what holds at each.
func cutPlaces(text string) []cutPlace {
	words := segment(text)
	var places []cutPlace
	depth, runes, commas, lastComma := 0, 0, 0, 0
	for k := range words {
		w := text[words[k].from:words[k].to]
		if k > 0 && depth == 0 && !isCommaWord(words[k-1], text) && words[k].class != ' ' {
			if r := firstRune(w); !closes(r) && !strings.ContainsRune("、，,：:；;%", r) {
				places = append(places, cutPlace{at: words[k].from, has: featuresAt(text, words, k, runes, commas, lastComma)})
			}
		}
		switch r := firstRune(w); {
		case strings.ContainsRune("“《（(【「", r):
			depth++
		case strings.ContainsRune("”》）)】」", r):
			depth = max(0, depth-1)
		case r == '，' || r == ',':
			if commas++; commas == 1 {
				lastComma = runes
			}
		}
		runes += utf8.RuneCountInString(w)
	}
	return places
}

func isCommaWord(w word, text string) bool {
	return strings.ContainsRune("，,、：:；;", firstRune(text[w.from:w.to]))
}

// featuresAt lists what holds of a cut before words[k]; runes are before it,
// with so many commas, the first after firstComma runes.
func featuresAt(text string, words []word, k, runes, commas, firstComma int) []feature {
	l, r := words[k-1], words[k]
	left, right := text[l.from:l.to], text[r.from:]
	has := make([]feature, 0, 12)
	has = append(has, tailFeature(text[:l.to], left, l.class), openFeature(right, text[r.from:r.to], r.class))
	if isTail(text[:l.to]) {
		has = append(has, tail)
	}
	if l.class == '?' && r.class == '?' {
		has = append(has, inside)
	}
	if l.class == 'v' && (r.class == 'n' || r.class == 'g') {
		has = append(has, paired)
	}
	if _, ok := lexicon()[text[l.from:r.to]]; ok {
		has = append(has, joined4)
	}
	if takesUp(text[:r.from], right, text[r.from:r.to]) {
		has = append(has, repeats)
	}
	has = append(has, lengthFeature(runes))
	second := runes - firstComma - 1
	switch {
	case commas > 1:
		has = append(has, severalCommas)
	case commas == 1 && second*3 >= firstComma*2 && second <= firstComma*2:
		has = append(has, comma, even)
	case commas == 1:
		has = append(has, comma, uneven)
	}
	switch rest := restOfClause(right); {
	case rest < 3:
		has = append(has, shortRest)
	case rest > 12:
		has = append(has, longRest)
	}
	return has
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

func tailFeature(before, w string, class byte) feature {
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
		if closes(lastRune(before)) {
			return tailOther
		}
		return tailBad
	}
	return tailOther
}

func openFeature(right, w string, class byte) feature {
	switch {
	case yearAt(right) || class == 't' || startsTime(right):
		return openTime
	case isOpener(right):
		return openSure
	case isPlace(right):
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
	case '0', 'm':
		return openNumber
	case 's':
		return openPlace
	case 'w':
		if strings.ContainsRune("“《", firstRune(right)) {
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
