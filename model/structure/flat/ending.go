package flat

import (
	"slices"
	"strings"
	"unicode/utf8"

	"juan/model/structure/number"
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
// 提升发展能级, to the white space after the second.
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
