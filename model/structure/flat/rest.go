package flat

import (
	"slices"
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/lexis"
)

// A run-in heading has four characters to eighteen.
const (
	leastRunIn = 4
	mostRunIn  = 18
)

// rest appends what each cut of h would leave before the next full stop. Where a
// run-in heading follows h with nothing between, one full stop ends both:
// 着力深化改革开放激发经营主体活力。 What is left must then be like the other short
// sentences of the section. It mends headings with a run-in heading at their end.
func (f *flat) rest(h *head, from int, places []cutPlace) {
	full := from + strings.IndexFunc(f.src[from:h.limit], stops)
	if full < from || !strings.HasPrefix(f.src[full:], "。") {
		return
	}
	others := shortSentences(f.src[full+len("。") : h.limit])
	alike, same := false, false
	for i := range places {
		c := &places[i]
		left := f.src[from+c.at : full]
		if n := utf8.RuneCountInString(left); !c.stop && n <= mostRunIn && !strings.ContainsAny(left, "，,") {
			has := leaves(left, n, others)
			c.has = append(c.has, has...)
			alike, same = alike || slices.Contains(has, leavesAlike), same || slices.Contains(has, leavesSame)
		}
	}
	if i := stopAt(places); i >= 0 {
		has := when(places[i].has, len(others) >= 2, stopAmong)
		has = when(has, alike, stopAlike)
		places[i].has = when(has, same, stopSame)
	}
}

// stops reports whether r ends what a heading may run on into.
func stops(r rune) bool { return r == '。' || r == '！' || r == '？' || r == '；' || r == '\n' }

// leaves lists what holds when a cut leaves so many characters before the full
// stop, in a section with other short sentences.
func leaves(left string, runes int, others []short) []feature {
	if runes < leastRunIn {
		return []feature{leavesTiny}
	}
	alike, same, kinds := 0, 0, 0
	kind := firstKind(left)
	for _, o := range others {
		if max(o.runes-runes, runes-o.runes) <= 1 {
			alike++
		}
		if o.runes == runes {
			same++
		}
		if o.kind == kind {
			kinds++
		}
	}
	has := []feature{leavesShort}
	has = when(has, len(others) >= 2, leavesRunIn)
	has = when(has, alike > 0, leavesAlike)
	has = when(has, same > 1, leavesSame)
	has = when(has, len(others) >= 2 && kinds*2 > len(others), leavesKind)
	return when(has, len(others) >= 2 && kinds == 0, leavesOdd)
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

// shortSentences returns the sentences of s that may be run-in headings by
// their form alone: Han between the end of another, white space or nothing, and 。.
func shortSentences(s string) []short {
	var out []short
	for stop := 0; ; stop += len("。") {
		i := strings.Index(s[stop:], "。")
		if i < 0 {
			return out
		}
		stop += i
		n, from := 0, stop
		for from > 0 && n <= mostRunIn {
			r, size := char.DecodeLast(s[:from])
			if !char.IsHan(r) {
				if !char.EndsSentence(r) && !char.IsSpace(r) {
					n = 0
				}
				break
			}
			n, from = n+1, from-size
		}
		if n >= leastRunIn && n <= mostRunIn {
			out = append(out, short{n, firstKind(s[from:stop])})
		}
	}
}
