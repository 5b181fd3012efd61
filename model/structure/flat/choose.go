package flat

import (
	"math"

	"juan/model/structure/sentence"
)

// The weight of all other cuts against the best, from which its end is not to
// be relied on, and from which it is not even worth showing. Of the ends below
// the first, 99 in 100 were right in reports without any white space that were in
// no fit; the bound was chosen on these.
const (
	uncertain = 0.012
	noGuess   = 3.0
	confirmed = 0.25 // a run-in heading after it makes it certain up to here
)

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
