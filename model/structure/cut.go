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
	shortRest     // hardly anything is left of the clause
	longRest      // the clause goes on for long
	nounVerb      // a noun, then what a predicate begins with
	headVerb      // the heading has a verb before its last word
	tailPlace     // the heading would end with the name of a place
	openTail      // the body would begin as headings end
	predicate     // … with an adverb and such a word: 持续增强
	pairedVN      // a noun that is a verb too, and a noun
	begin         // the body would begin with one of begins
	hang          // the heading would end with one of hangs
	hangAlone     // … and no adverb stands before it
	tailSingle    // the heading would end with a word of one character
	swallows      // the heading has within it what paragraphs begin with
	swallowsVerb  // … or a verb or adverb that clauses begin with
	tailPredicate // a verb ends the heading, with an adverb before it
	predicateSure // the body would begin with an adverb that ends headings: 更加鲜亮
	attributive   // the heading would end with one of tails, and a bare noun follows
	beginMaybe    // the body would begin with one of maybes
	openOf        // the body would begin with a word and 的
	stop22        // a full stop ends the heading after up to 22, 30, 38 … runes
	stop30
	stop38
	stopLonger
	pairs    // from here: one for each two classes, see pairFeature
	features = pairs + 7*8
)

// A cutPlace is a place where a heading may end.
type cutPlace struct {
	at     int // byte
	runes  int // of the heading's words before it
	commas int
	stop   bool
	has    []feature
	begin  string // what the body would begin with: two characters
	tail   string // what the heading would end with
	score  float32
}

// cuts lists where h may end, each weighed by its features and by what the
// whole text says of it.
func (f *flat) cuts(h *head) []cutPlace {
	from := h.at + int(h.n)
	from += spaces(f.src[from:h.limit])
	text := f.src[from:window(f.src, from, h.limit)]
	places := cutPlaces(text)
	if h.kind == stop {
		places = append(places, cutPlace{at: h.end - from, stop: true, has: stopFeatures(f.src[from:h.end])})
	}
	for i := range places {
		c := &places[i]
		c.score = score(c.has)
		if !c.stop {
			c.score += f.bias(text, c.at)
		}
		c.runes = utf8.RuneCountInString(text[:c.at])
		c.commas = strings.Count(text[:c.at], "，") + strings.Count(text[:c.at], ",")
		c.begin = text[c.at : c.at+cutAt(text[c.at:], 2)]
		_, m := utf8.DecodeLastRuneInString(text[:c.at])
		_, n := utf8.DecodeLastRuneInString(text[:c.at-m])
		c.tail = text[c.at-m-n : c.at]
		c.at += from
	}
	return places
}

// stopFeatures lists what holds when a full stop ends the heading text.
func stopFeatures(text string) []feature {
	words := segment(text)
	if len(words) == 0 {
		return []feature{stopLonger}
	}
	l := words[len(words)-1]
	has := []feature{stopLonger, tailFeature(text, text[l.from:l.to], l.class)}
	switch n := utf8.RuneCountInString(text); {
	case n <= 22:
		has[0] = stop22
	case n <= 30:
		has[0] = stop30
	case n <= 38:
		has[0] = stop38
	}
	if isTail(text) {
		has = append(has, tail)
	}
	return has
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
	swallowed, swallowedVerb := false, false
	for k := range words {
		w := text[words[k].from:words[k].to]
		if k > 0 && depth == 0 && !isCommaWord(words[k-1], text) && words[k].class != ' ' {
			if r := firstRune(w); !closes(r) && !strings.ContainsRune("、，,：:；;%的地得了着等之与和及或者", r) && !strings.ContainsRune("的与和及或、在对把被", lastRune(text[:words[k].from])) {
				has := featuresAt(text, words, k, runes, commas, lastComma)
				opens, begins := opening(has)
				if swallowed {
					has = append(has, swallows)
				} else if swallowedVerb {
					has = append(has, swallowsVerb)
				}
				swallowed, swallowedVerb = swallowed || opens, swallowedVerb || begins
				places = append(places, cutPlace{at: words[k].from, has: has})
			}
		}
		if (w == "把" || w == "将") && k > 0 && !isCommaWord(words[k-1], text) {
			break // a sentence, not a heading, goes on
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
	has = append(has, pairFeature(l.class, r.class))
	if isPlaceName(text[:l.to], left, l.class) {
		has = append(has, tailPlace)
	}
	if k+1 < len(words) && text[words[k+1].from:words[k+1].to] == "的" {
		has = append(has, openOf)
	}
	if firstOf(right, maybes) {
		has = append(has, beginMaybe)
	}
	if l.to-l.from == len("字") {
		has = append(has, tailSingle)
	}
	if firstOf(right, begins) && !isOpener(right) {
		has = append(has, begin)
	}
	if k > 1 && strings.IndexByte("vag", l.class) >= 0 && lastOf(text[:l.from], adverbs) {
		has = append(has, tailPredicate)
	}
	if firstOf(right, predicates) {
		has = append(has, predicateSure)
	}
	if lastOf(text[:l.to], hangs) {
		has = append(has, hang)
	}
	if (lastOf(text[:l.to], halves) || l.class == 'v' && isTail(text[:l.to])) && (k < 2 || !lastOf(text[:l.from], adverbs)) {
		has = append(has, hangAlone)
	}
	if strings.Contains(tails, " "+text[r.from:r.to]+" ") {
		has = append(has, openTail)
	}
	if isTail(text[:l.to]) && strings.IndexByte("ngaxb", r.class) >= 0 && !isOpener(right) && !firstOf(right, begins) && !isPlace(right) {
		has = append(has, attributive)
	}
	if (r.class == 'd' || r.class == 'a' || strings.Contains(adverbs, " "+text[r.from:r.to]+" ")) && k+1 < len(words) && strings.Contains(tails, " "+text[words[k+1].from:words[k+1].to]+" ") {
		has = append(has, predicate)
	}
	if l.class == 'g' && (r.class == 'n' || r.class == 'g') {
		has = append(has, pairedVN)
	}
	if l.class == 'v' && (r.class == 'n' || r.class == 'g') {
		has = append(has, paired)
	}
	if strings.IndexByte("ngs", l.class) >= 0 && strings.IndexByte("vgdpi", r.class) >= 0 {
		has = append(has, nounVerb)
	}
	if hasVerb(words[:k-1]) {
		has = append(has, headVerb)
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
	case commas == 1 && second*2 >= firstComma && second <= firstComma*3:
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

// pairFeature is the feature of two classes side by side.
func pairFeature(l, r byte) feature {
	i, j := strings.IndexByte("ngvadw", l), strings.IndexByte("ngvadpw", r)
	if i < 0 {
		i = 6
	}
	if j < 0 {
		j = 7
	}
	return pairs + feature(i*8+j)
}

// isPlaceName reports whether before ends with the name of a place.
func isPlaceName(before, w string, class byte) bool {
	if class == 's' {
		return true
	}
	return (w == "市" || w == "县" || w == "省" || w == "区") && utf8.RuneCountInString(before) > 2
}

func hasVerb(words []word) bool {
	for _, w := range words {
		if w.class == 'v' || w.class == 'g' {
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
	case len(w) == len("型") && strings.Contains("型性化率度感力者式效级", w):
		return openBad
	case yearAt(right) || class == 't' || startsTime(right):
		return openTime
	case isOpener(right), len(w) == len("在") && strings.Contains(openings, " "+w+" "):
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
