package flat

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/lexis"
	"juan/model/structure/weigh"
)

// The window in which a heading is cut from its body, in runes.
const cutWindow = 64

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
func (f *flat) cuts(h *head, open, stops int) []cutPlace {
	from := h.at + int(h.n)
	from += char.Spaces(f.src[from:h.limit])
	text := f.src[from:window(f.src, from, h.limit)]
	places := cutPlaces(text)
	if h.kind == stop {
		places = append(places, cutPlace{at: h.end - from, stop: true, has: stopFeatures(f.src[from:h.end], open, stops, f.spaced)})
	}
	f.run(h, from, places)
	for i := range places {
		c := &places[i]
		if !c.stop {
			c.has = f.customs(c.has, text, c.at)
		}
		c.runes = utf8.RuneCountInString(text[:c.at])
		c.commas = strings.Count(text[:c.at], "，") + strings.Count(text[:c.at], ",")
		c.begin = text[c.at : c.at+char.Cut(text[c.at:], 2)]
		_, m := utf8.DecodeLastRuneInString(text[:c.at])
		_, n := utf8.DecodeLastRuneInString(text[:c.at-m])
		c.tail = text[c.at-m-n : c.at]
		c.at += from
	}
	return places
}

// run appends what a run-in heading behind the cuts of h would be like: where
// its heading and h have nothing between, one full stop ends both.
func (f *flat) run(h *head, from int, places []cutPlace) {
	full := from + strings.IndexAny(f.src[from:h.limit], "。！？；\n")
	if full < from || !strings.HasPrefix(f.src[full:], "。") {
		return
	}
	others := shortSentences(f.src[full+len("。") : h.limit])
	alikeAt, sameAt := false, false
	for i := range places {
		c := &places[i]
		if c.stop {
			continue
		}
		rest := f.src[from+c.at : full]
		n := utf8.RuneCountInString(rest)
		if strings.ContainsAny(rest, "，,") || n > 18 {
			continue
		}
		if n < 4 {
			c.has = append(c.has, leavesTiny)
			continue
		}
		c.has = append(c.has, leavesShort)
		c.has = when(c.has, len(others) >= 2, leavesRunIn)
		alike, same := 0, 0
		kind, kinds := firstKind(rest), 0
		for _, o := range others {
			if max(o.runes-n, n-o.runes) <= 1 {
				alike++
			}
			if o.runes == n {
				same++
			}
			if o.kind == kind {
				kinds++
			}
		}
		c.has = when(c.has, alike > 0, leavesAlike)
		c.has = when(c.has, same > 1, leavesSame)
		c.has = when(c.has, len(others) >= 2 && kinds*2 > len(others), leavesKind)
		c.has = when(c.has, len(others) >= 2 && kinds == 0, leavesOdd)
		sameAt = sameAt || same > 1
		alikeAt = alikeAt || alike > 0
	}
	for i := range places {
		if c := &places[i]; c.stop {
			c.has = when(c.has, len(others) >= 2, stopAmong)
			c.has = when(c.has, alikeAt, stopAlike)
			c.has = when(c.has, sameAt, stopSame)
		}
	}
}

// A short is a sentence that may be a run-in heading: its length, and the part
// of speech that it begins with.
type short struct {
	runes int
	kind  byte
}

// firstKind is v for a verb, an adverb or an adjective at the start of s, n for
// all else.
func firstKind(s string) byte {
	words := lexis.Segment(s[:char.Cut(s, 8)])
	if len(words) > 0 && (strings.IndexByte("vda", byte(words[0].Class)) >= 0 || lexis.Before(s)&(lexis.Begin|lexis.Maybe) != 0) {
		return 'v'
	}
	return 'n'
}

// shortSentences returns the sentences of s that may be run-in
// headings by their form alone.
func shortSentences(s string) []short {
	var out []short
	from := 0
	n, plain := 0, true
	for i, r := range s {
		switch {
		case r == '。':
			if plain && n >= 4 && n <= 18 {
				out = append(out, short{n, firstKind(s[from:i])})
			}
			n, plain, from = 0, true, i+len("。")
		case char.EndsSentence(r), char.IsSpace(r):
			n, plain, from = 0, true, i+utf8.RuneLen(r)
		default:
			n++
			plain = plain && char.IsHan(r)
		}
	}
	return out
}

// window returns the byte where the search for a cut of a heading that begins
// at from ends: a sentence end, the limit, or cutWindow runes.
func window(s string, from, limit int) int {
	runes := 0
	for i, r := range s[from:limit] {
		if char.EndsSentence(r) || r == '；' || r == ';' || r == '\n' || runes > cutWindow {
			return from + i
		}
		runes++
	}
	return limit
}

//go:embed cut.tsv
var cutTable string

// cutWeights are the weights of the features of a cut.
var cutWeights = sync.OnceValue(func() []float32 { return weigh.Read(cutTable, int(features)) })

// cutPlaces lists the places in text, which begins behind the number, where a
// heading could end, with what holds at each.
func cutPlaces(text string) []cutPlace {
	g := gap{text: text, words: lexis.Segment(text)}
	var places []cutPlace
	depth := 0
	swallowed, swallowedVerb := false, false
	for g.k = range g.words {
		w := g.right()
		if g.k > 0 && depth == 0 && g.possible() {
			has := g.features()
			opens, begins := opening(has)
			if swallowed {
				has = append(has, swallows)
			} else if swallowedVerb {
				has = append(has, swallowsVerb)
			}
			swallowed, swallowedVerb = swallowed || opens, swallowedVerb || begins
			places = append(places, cutPlace{at: g.words[g.k].From, has: has})
		}
		if (w == "把" || w == "将") && g.k > 0 && !endsClause(g.left()) {
			break // a sentence, not a heading, goes on
		}
		switch r := char.First(w); {
		case strings.ContainsRune("“《（(【「", r):
			depth++
		case strings.ContainsRune("”》）)】」", r):
			depth = max(0, depth-1)
		case r == '，' || r == ',':
			if g.commas++; g.commas == 1 {
				g.first = g.runes
			}
		}
		g.runes += utf8.RuneCountInString(w)
	}
	return places
}

// endsClause reports whether w is a mark that ends a clause or a member of a list.
func endsClause(w string) bool { return strings.ContainsRune("，,、：:；;", char.First(w)) }
