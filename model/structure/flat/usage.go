package flat

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"juan/model/char"
)

// A usage counts how texts use pairs of characters at the edges of clauses,
// and which four characters stand together.
type usage struct {
	pairs table[edges]
	fours table[int32]
}

// edges counts how often two characters stand, open and end clauses, and start
// sentences.
type edges struct{ all, opens, ends, starts int32 }

//go:embed usage.tsv
var usageTable string

// reportUsage is the usage of reports: pairs with their counts, and fours that
// stand in several.
var reportUsage = sync.OnceValue(func() *usage {
	u := new(usage)
	for row := range strings.Lines(usageTable) {
		f := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(f) == 1 {
			*u.fours.of(fourAt(f[0], 0)) = 1
			continue
		}
		n := [4]int32{}
		for i := range n {
			v, err := strconv.Atoi(f[i+1])
			if err != nil {
				panic("flat: a bad row: " + row)
			}
			n[i] = int32(v)
		}
		*u.pairs.of(pairAt(f[0], 0)) = edges{n[0], n[1], n[2], n[3]}
	}
	return u
})

// usageBytes is how much of a text its usage is counted in, in bytes.
const usageBytes = 2 << 20

// usageOf counts the usage of src, in its first usageBytes.
func usageOf(src string) *usage {
	u := new(usage)
	u.pairs.reserve(min(len(src), usageBytes) / 8) // about one new pair in eight bytes
	u.fours.reserve(min(len(src), usageBytes) / 4)
	var a, b, c rune // the runes before
	opening, starting := true, true
	for i, r := range src {
		if i > usageBytes {
			break
		}
		if !char.IsHan(r) && char.Digit(r) < 0 {
			if b != 0 && c != 0 {
				u.pairs.of(pair(b, c)).ends++
			}
			a, b, c = 0, 0, 0
			opening = r != '、' && !char.Closes(r)
			starting = char.EndsSentence(r) || char.IsSpace(r)
			continue
		}
		if c != 0 {
			e := u.pairs.of(pair(c, r))
			e.all++
			if opening {
				e.opens++
				if starting {
					e.starts++
				}
				opening, starting = false, false
			}
		}
		if a != 0 {
			*u.fours.of(four(a, b, c, r))++
		}
		a, b, c = b, c, r
	}
	return u
}

// customs appends what this text and others say about a cut of text at a byte:
// how its two sides end and open clauses elsewhere, and whether they stand
// together elsewhere.
func (f *flat) customs(has []feature, text string, at int) []feature {
	if f.own == nil {
		f.own = usageOf(f.src)
	}
	l, r := pairBefore(text, at), pairAt(text, at)
	e, g := f.own.pairs.get(l), f.own.pairs.get(r)
	if e.all >= 2 {
		has = append(has, share(e.ends, e.all, endsNever))
	}
	if g.all >= 2 {
		has = append(has, share(g.opens, g.all, opensNever))
	}
	e, g = f.usage.pairs.get(l), f.usage.pairs.get(r)
	if e.all >= 5 {
		has = append(has, share(e.ends, e.all, usedEndsNever))
	}
	if g.all >= 5 {
		has = append(has, share(g.opens, g.all, usedOpensNever))
		has = append(has, share(g.starts, g.all, usedStartsNever))
	}
	_, n := utf8.DecodeLastRuneInString(text[:at])
	across := pairAt(text, at-n)
	switch n := f.own.pairs.get(across).all; {
	case n >= 8:
		has = append(has, across8)
	case n >= 3:
		has = append(has, across3)
	}
	_, m := utf8.DecodeLastRuneInString(text[:at-n])
	if k := fourAt(text, at-n-m); k != 0 {
		has = when(has, f.own.fours.get(k) >= 2, fourHere)
		has = when(has, f.usage.fours.get(k) > 0, fourUsed)
	}
	return has
}

// share is the feature for part of all, of four that begin with never.
func share(part, all int32, never feature) feature {
	switch {
	case part*50 < all:
		return never
	case part*5 < all:
		return never + 1
	case part*2 < all:
		return never + 2
	}
	return never + 3
}

func pair(a, b rune) uint64 { return uint64(a)<<32 | uint64(b) }

func four(a, b, c, d rune) uint64 {
	return uint64(a)<<48 ^ uint64(b)<<32 ^ uint64(c)<<16 ^ uint64(d)
}

// fourAt is the four characters at s[at:], 0 when there are fewer.
func fourAt(s string, at int) uint64 {
	var r [4]rune
	for i := range r {
		if at < 0 || at >= len(s) {
			return 0
		}
		c, n := utf8.DecodeRuneInString(s[at:])
		if !char.IsHan(c) {
			return 0
		}
		r[i], at = c, at+n
	}
	return four(r[0], r[1], r[2], r[3])
}

// pairAt is the pair of characters at s[at:], 0 when there are no two.
func pairAt(s string, at int) uint64 {
	if at < 0 || at >= len(s) {
		return 0
	}
	a, n := utf8.DecodeRuneInString(s[at:])
	b, m := utf8.DecodeRuneInString(s[at+n:])
	if m == 0 {
		return 0
	}
	return pair(a, b)
}

func pairBefore(s string, at int) uint64 {
	b, n := utf8.DecodeLastRuneInString(s[:at])
	a, m := utf8.DecodeLastRuneInString(s[:at-n])
	if m == 0 {
		return 0
	}
	return pair(a, b)
}
