package flat

import (
	"math"
	"strings"
	"unicode/utf8"

	"juan/model/structure/number"
)

// siblingKey is what headings have in common that end alike: level, form and, where it matters, parent.
type siblingKey struct {
	level  int
	form   number.Form
	parent int // 1 + the heading they stand under, 0 when that does not matter
}

// siblings gathers headings of one level and form, within one parent when
// asked; there fewer than three go with those of other parents.
func siblings(heads []head, within bool) map[siblingKey][]*head {
	keys := make([]siblingKey, len(heads))
	count := map[siblingKey]int{}
	var under [8]int
	for i := range heads {
		h := &heads[i]
		keys[i] = siblingKey{level: h.level, form: h.form}
		if within {
			keys[i].parent = 1 + under[h.level-1]
		}
		count[keys[i]]++
		under[h.level] = i + 1
	}
	groups := map[siblingKey][]*head{}
	for i, k := range keys {
		if count[k] < 3 {
			k.parent = 0
		}
		groups[k] = append(groups[k], &heads[i])
	}
	return groups
}

// agree favours the cuts that make siblings alike: bodies that begin alike,
// words at the end that come again, and one length and number of clauses that
// serve all of them best.
func (f *flat) agree(heads []*head) {
	if len(heads) < 2 {
		return
	}
	begins, ends := map[string]int{}, map[string]int{}
	for _, h := range heads {
		best := bestOf(h.cuts)
		seen := map[string]bool{}
		for _, c := range h.cuts {
			if c.score < h.cuts[best].score-4 || seen[c.begin] {
				continue
			}
			seen[c.begin] = true
			begins[c.begin]++
			ends[c.tail]++
		}
	}
	for _, h := range heads {
		for i := range h.cuts {
			c := &h.cuts[i]
			if !c.stop {
				c.score += 0.6 * float32(min(begins[c.begin]-1, 3))
			}
			c.score += 0.3 * float32(min(ends[c.tail]-1, 3))
		}
	}
	length, clauses := f.common(heads)
	for _, h := range heads {
		for i := range h.cuts {
			h.cuts[i].score += alike(h.cuts[i].runes, h.cuts[i].commas, length, clauses)
		}
	}
}

// common returns the length in runes and the number of commas that let the
// siblings end best, those whose end shows included.
func (f *flat) common(heads []*head) (length, commas int) {
	best := float32(math.Inf(-1))
	for n := 3; n <= 40; n++ {
		for k := range 3 {
			sum := float32(0)
			for _, h := range heads[:min(len(heads), 200)] {
				if h.kind == space || h.kind == nextHead {
					text := f.src[h.at+int(h.n) : h.end]
					sum += alike(utf8.RuneCountInString(text), strings.Count(text, "，")+strings.Count(text, ","), n, k)
					continue
				}
				top := float32(-9)
				for _, c := range h.cuts {
					top = max(top, c.score+alike(c.runes, c.commas, n, k))
				}
				sum += top
			}
			if sum > best {
				best, length, commas = sum, n, k
			}
		}
	}
	return length, commas
}

// alike is how well a heading of so many runes and commas goes with siblings.
func alike(runes, commas, length, clauses int) float32 {
	s := -min(0.2*float32(max(runes-length, length-runes)), 2.4)
	switch {
	case commas != clauses:
		s -= 1
	case clauses == 2: // three clauses are odd in one heading, not in all
		s += 1.5
	}
	return s
}
