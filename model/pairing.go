package model

import (
	"math"
	"slices"
	"sort"
	"unicode/utf8"
)

// A Pairing is two corresponding places, each in a section of its article. Places at
// the same distance from these correspond too: n sections further on, at the same share
// of the section.
type Pairing struct{ mine, other paired }

// A paired section is identified by its path: its index at each level, counted from 1
// among the subsections of one section; 0 is the text before the first.
type paired struct {
	article *Article
	path    []int
}

// Pair pairs the sections that two places are in.
func Pair(a *Article, p Pos, b *Article, q Pos) Pairing {
	return Pairing{
		paired{a, a.Outline.ordinals(a.Outline.At(a.after(p)))},
		paired{b, b.Outline.ordinals(b.Outline.At(b.after(q)))},
	}
}

// Of reports whether the pairing is one of a and b, in this order.
func (r Pairing) Of(a, b *Article) bool { return r.mine.article == a && r.other.article == b }

// Reversed returns the pairing as it is seen from the other place.
func (r Pairing) Reversed() Pairing { return Pairing{r.other, r.mine} }

// Across returns the place in the other article that belongs to p: where its section
// has none that belongs to it, the nearest before or after.
func (r Pairing) Across(p Pos) Pos {
	a, b := r.mine.article, r.other.article
	if len(a.Outline) == 0 || len(b.Outline) == 0 {
		return b.between(Pos{}, b.End(), a.shareOf(p, Pos{}, a.End()))
	}
	section := a.Outline.At(a.after(p))
	path := a.Outline.ordinals(section)
	to, n := b.Outline.follow(r.shift(path))
	switch {
	case n == beyond:
		return b.Outline.ends(to, b)
	case n == before:
		return b.Outline.starts(to)
	}
	for range n { // a subsection without a counterpart: the section around it has one
		section = a.Outline.Parent(section)
	}
	if p == a.Outline.starts(section) {
		return b.Outline.starts(to)
	}
	own := n == 0 && a.Outline.hasInside(section) && b.Outline.hasInside(to)
	aEnd, bEnd := a.Outline.ends(section, a), b.Outline.ends(to, b)
	if own { // each has text before its first section
		aEnd, bEnd = a.Outline[section+1].Start, b.Outline[to+1].Start
	}
	return b.between(b.Outline.starts(to), bEnd, a.shareOf(p, a.Outline.starts(section), aEnd))
}

// shift returns the path at the same distance from the other section as path has from
// mine. Where the two are at different levels, distances count at their own levels.
func (r Pairing) shift(path []int) []int {
	mine, other := r.mine.path, r.other.path
	k := 0
	for k < len(mine) && k < len(path) && mine[k] == path[k] {
		k++
	}
	if k == len(mine) { // inside
		return slices.Concat(other, path[k:])
	}
	at := max(0, len(other)-(len(mine)-k)) // the level of the other where the two part
	if k == len(path) {                    // around
		return other[:max(1, at)]
	}
	out := slices.Concat(other[:at], []int{other[at] + path[k] - mine[k]}, path[k+1:])
	if at > 0 {
		out[at] = max(1, out[at])
	}
	return out
}

// ordinals returns the position of section i as the path of [paired]; -1 is before the
// first.
func (o Outline) ordinals(i int) []int {
	if i < 0 {
		return []int{0}
	}
	up := o.Parent(i)
	n := 1
	for j := up + 1; j < i; j = o.Next(j) {
		n++
	}
	if up < 0 {
		return []int{n}
	}
	return append(o.ordinals(up), n)
}

// What follow returns in the place of a number.
const (
	before = -1 - iota // the path leads before the first section
	beyond             // it leads after the last one, which is returned
)

// follow returns the section that a path leads to, as far as it goes: n parts of it
// are left where a section has none inside.
func (o Outline) follow(path []int) (section, n int) {
	section = -1
	if path[0] <= 0 {
		if path[0] < 0 {
			return section, before
		}
		return section, 0
	}
	for k, want := range path {
		end := len(o)
		if section >= 0 {
			end = o.Next(section)
		}
		next := -1
		for i, nth := section+1, 0; i < end && nth < want; i, nth = o.Next(i), nth+1 {
			next = i
			if nth+1 < want && o.Next(i) >= end {
				return i, beyond
			}
		}
		if next < 0 {
			return section, len(path) - k
		}
		section = next
	}
	return section, 0
}

// starts returns where section i starts; -1 is the text before the first.
func (o Outline) starts(i int) Pos {
	if i < 0 {
		return Pos{}
	}
	return o[i].Start
}

// ends returns where section i ends.
func (o Outline) ends(i int, a *Article) Pos {
	switch {
	case i >= 0:
		return o[i].End
	case len(o) > 0:
		return o[0].Start
	}
	return a.End()
}

// hasInside reports whether section i has sections inside.
func (o Outline) hasInside(i int) bool { return i >= 0 && i+1 < len(o) && o[i+1].Level > o[i].Level }

// shareOf returns how much of the text from one place to another lies before p.
func (a *Article) shareOf(p, from, to Pos) float64 {
	all := a.Share(to) - a.Share(from)
	if all <= 0 {
		return 0
	}
	return min(max((a.Share(p)-a.Share(from))/all, 0), 1)
}

// between returns the place before which share of the text from one place to another
// lies: the start of the nearest character.
func (a *Article) between(from, to Pos, share float64) Pos {
	if share <= 0 {
		return from
	}
	if share >= 1 {
		return to
	}
	const rounding = 1e-6 // of a character
	chars := (a.Share(from)+share*(a.Share(to)-a.Share(from)))*float64(a.Chars) + rounding
	i := sort.Search(len(a.Body)-1, func(i int) bool { return float64(a.chars[i+1]) > chars })
	text, at := a.Body[i].Text(), 0
	if size := float64(a.chars[i+1] - a.chars[i]); size > 0 {
		at = int(math.Round((chars - float64(a.chars[i]) - rounding) / size * float64(len(text))))
	}
	at = min(max(at, 0), len(text))
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return Pos{i, at}
}
