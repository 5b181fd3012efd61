package flat

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/lexis"
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

// cuts lists where h may end, each weighed by its features and by how the whole text
// separates headings.
func (f *flat) cuts(h *head, open, stops int) []cutPlace {
	from := h.at + int(h.n)
	from += char.Spaces(f.src[from:h.limit])
	text := f.src[from:window(f.src, from, h.limit)]
	places := cutPlaces(text)
	if h.kind == stop {
		places = append(places, cutPlace{at: h.end - from, stop: true, has: stopFeatures(f.src[from:h.end], open, stops, f.spaced, f.kept)})
		if c := &places[len(places)-1]; f.spaced && char.IsSpace(char.First(f.src[h.body:])) {
			c.has = append(c.has, stopBreaks)
		}
	}
	f.rest(h, from, places)
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

// cutPlaces lists the places in text, which begins after the number, where a
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
