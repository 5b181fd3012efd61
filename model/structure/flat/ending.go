package flat

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/sentence"
	"juan/model/structure/weigh"
)

// ending is what follows a heading's words.
type ending uint8

const (
	nothing  ending = iota // the body, without a break
	space                  // white space
	stop                   // a full stop
	nextHead               // the next heading
)

// longestSpaced is the most runes that a heading may have which white space ends.
const longestSpaced = 60

// end decides where each heading ends. Siblings of one form and level vote:
// an article that sets its headings off in one way does so throughout.
func (f *flat) end(heads []head) {
	f.see(heads)
	for k, hs := range siblings(heads, false) {
		withSecondHalf(hs)
		if k.form >= number.Digit {
			f.lower(hs)
		}
	}
	families := siblings(heads, true)
	votes := map[siblingKey]float32{}
	for k, hs := range families {
		if k.form < number.Digit && k.form != number.Article {
			k.parent = 0
			votes[k] += f.open(hs)
		}
	}
	for k, hs := range families {
		if k.form < number.Digit && k.form != number.Article {
			k.parent = 0
			f.settle(hs, votes[k])
		}
	}
}

// open lists the cuts of those siblings whose end does not show, each with its
// score, and returns what their full stops speak for themselves together.
func (f *flat) open(heads []*head) float32 {
	var open []*head
	stops := 0
	for _, h := range heads {
		if h.kind == stop || h.kind == nothing {
			open = append(open, h)
		}
		if h.kind == stop {
			stops++
		}
	}
	for _, h := range open {
		h.cuts = f.cuts(h, len(open), stops)
	}
	stopsTogether(open, stops)
	for _, h := range open {
		for i := range h.cuts {
			h.cuts[i].score = weigh.Sum(f.weights, h.cuts[i].has)
		}
	}
	f.shared(open)
	vote := float32(0)
	for _, h := range open {
		h.odds = stopOdds(h)
		vote += h.odds
	}
	return vote
}

// stopsTogether marks the full stops of siblings most of which would leave
// alike sentences before them.
func stopsTogether(heads []*head, stops int) {
	alike := 0
	isAlike := func(f feature) bool { return f == stopAlike || f == stopSame }
	for _, h := range heads {
		if i := stopAt(h.cuts); i >= 0 && slices.ContainsFunc(h.cuts[i].has, isAlike) {
			alike++
		}
	}
	if alike < 2 || alike*10 < stops*6 {
		return
	}
	for _, h := range heads {
		if i := stopAt(h.cuts); i >= 0 {
			h.cuts[i].has = append(h.cuts[i].has, stopsAlike)
		}
	}
}

// withSecondHalf moves the ends of siblings most of which have two halves, 聚力转型升级
// 提升发展能级, to the white space behind the second.
func withSecondHalf(heads []*head) {
	n, spaced := 0, 0
	for _, h := range heads {
		if h.kind == space {
			spaced++
			if h.second > 0 {
				n++
			}
		}
	}
	for _, h := range heads {
		if h.second > 0 && n*10 >= spaced*6 && n > 1 {
			h.end, h.body = h.second, h.second
		}
	}
}

// lower decides for siblings with numbers of a lower form, 1. or ①. They count
// paragraphs as often as headings: those are headings that have a near end, if
// most have.
func (f *flat) lower(heads []*head) {
	n := 0
	for _, h := range heads {
		s := f.src[h.at:h.end]
		h.item = h.kind != space && h.kind != stop && h.kind != nextHead || utf8.RuneCountInString(s) > 30 ||
			strings.Count(s, "，")+strings.Count(s, ",") > 1
		if !h.item {
			n++
		}
	}
	if n*10 < len(heads)*6 {
		for _, h := range heads {
			h.item = true
		}
	}
}

// see takes what shows the ends of headings, and notes whether white space does.
func (f *flat) see(heads []head) {
	spaces := 0
	for i := range heads {
		h := &heads[i]
		h.limit = len(f.src)
		if i+1 < len(heads) {
			h.limit = heads[i+1].at
		}
		if f.visible(h); h.kind == space {
			spaces++
		}
	}
	f.kept = f.spaced && spaces >= 2
}

// visible takes the first white space or full stop that can end h, as if
// nothing else could.
func (f *flat) visible(h *head) {
	from := h.at + int(h.n)
	from += char.Spaces(f.src[from:h.limit])
	h.kind, h.end, h.body = nothing, from, from
	runes := 0
	for i := from; i < h.limit; {
		r, size := utf8.DecodeRuneInString(f.src[i:])
		switch {
		case r == '\n', char.IsSpace(r) && !f.insideLatin(i, size):
			if i > from && !(runes == 1 && f.spacedOut(i+size, h.limit)) {
				h.kind, h.end, h.body, h.certain = space, i, i, true
				h.second = f.secondHalf(i, h.limit)
				return
			}
		case r == '。':
			if runes <= sentence.Longest && i > from {
				h.kind, h.end, h.body, h.certain = stop, i, i+size, true
			}
			return
		case char.EndsSentence(r), r == '；', r == ';':
			return
		}
		i += size
		if runes++; runes > longestSpaced {
			return
		}
	}
	if h.limit > from {
		h.kind, h.end, h.body, h.certain = nextHead, h.limit, h.limit, true
		_, h.end = char.Trim(f.src, h.at, h.limit)
	}
}

// spacedOut reports whether one character stands alone at i, as behind the
// space of 总　则.
func (f *flat) spacedOut(i, limit int) bool {
	i += char.Spaces(f.src[i:limit])
	r, size := utf8.DecodeRuneInString(f.src[i:limit])
	return char.IsHan(r) && (i+size == limit || char.IsSpace(char.First(f.src[i+size:limit])))
}

// insideLatin reports whether the space at i belongs to Latin words.
func (f *flat) insideLatin(i, size int) bool {
	l, r := char.Last(f.src[:i]), char.First(f.src[i+size:])
	return char.IsLatin(l) || char.IsLatin(r) && !char.IsHan(l)
}

// secondHalf returns the white space behind what may be the second half of a
// heading whose first white space is at i: as short as a half and without a
// clause mark; 0 when there is none.
func (f *flat) secondHalf(i, limit int) int {
	if f.src[i] == '\n' {
		return 0
	}
	from := i + char.Spaces(f.src[i:limit])
	runes := 0
	for k, r := range f.src[from:limit] {
		switch {
		case char.IsSpace(r):
			if runes >= 4 && !f.opener(f.src[from:from+k]) {
				return from + k
			}
			return 0
		case !char.IsHan(r) && !strings.ContainsRune("、“”", r):
			return 0
		}
		if runes++; runes > 16 {
			return 0
		}
	}
	return 0
}

// settle decides for siblings together. White space that they have where a
// heading may end is believed. Of the others each has its options, a full stop
// and the cuts that the words allow; the siblings vote on the full stop, and
// then on how long they are and how their bodies begin.
//
// The vote of all their kind in the text counts a little with theirs.
func (f *flat) settle(heads []*head, all float32) {
	vote := 0.3 * all
	for _, h := range heads {
		vote += h.odds
	}
	bonus := min(max(0.5*vote, -2.5), 2)
	for _, h := range heads {
		if i := stopAt(h.cuts); i >= 0 {
			h.cuts[i].score += bonus
		}
	}
	f.agree(heads)
	for _, h := range heads {
		if h.kind == stop || h.kind == nothing {
			f.take(h)
		}
		h.cuts = nil
	}
}

// stopOdds is how far the full stop of h speaks for itself: the logarithm of
// its odds against all cuts, within bounds; a head without one speaks against.
func stopOdds(h *head) float32 {
	i := stopAt(h.cuts)
	if i < 0 {
		return -2
	}
	others := 1e-9
	for k, c := range h.cuts {
		if k != i {
			others += math.Exp(float64(c.score - h.cuts[i].score))
		}
	}
	return float32(min(max(-math.Log(others), -4), 3))
}

func stopAt(cuts []cutPlace) int {
	for i := range cuts {
		if cuts[i].stop {
			return i
		}
	}
	return -1
}

func bestOf(cuts []cutPlace) int {
	best := -1
	for i := range cuts {
		if best < 0 || cuts[i].score > cuts[best].score {
			best = i
		}
	}
	return best
}

// take ends h at the best of its cuts. Where others are nearly as good the end
// is uncertain; where there is none it is the first clause.
func (f *flat) take(h *head) {
	cuts := h.cuts
	best := bestOf(cuts)
	if best < 0 {
		h.kind, h.certain = nothing, false
		return
	}
	others := 0.0
	for i, c := range cuts {
		if i != best {
			others += math.Exp(float64(c.score - cuts[best].score))
		}
	}
	h.doubt = float32(others)
	if cuts[best].stop {
		h.kind, h.certain = stop, others < uncertain
		return
	}
	h.kind, h.end = nothing, cuts[best].at
	if others >= noGuess { // number and first clause
		h.end = h.at + sentence.FirstClause(f.src[h.at:h.limit], int(h.n), 30)
	}
	h.body = h.end
	h.certain = others < uncertain
}

// The weight of all other cuts against the best, from which its end is not to
// be relied on, and from which it is not even worth showing. Of the ends below
// the first, 99 in 100 were right in reports without any white space that were in
// no fit; the bound was chosen on these.
const (
	uncertain = 0.012
	noGuess   = 3.0
	confirmed = 0.25 // a run-in heading behind it makes it certain up to here
)
