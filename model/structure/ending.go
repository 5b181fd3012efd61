package structure

import (
	"strings"
	"unicode/utf8"
)

// ending is what follows a heading's words.
type ending uint8

const (
	nothing  ending = iota // the body, without a break
	space                  // white space
	stop                   // a full stop
	nextHead               // the next heading
	endings  = 4
)

// The most runes that a heading may have, by what ends it.
const (
	longestSpaced  = 60
	longestStopped = 52
)

// end decides where each heading ends. Siblings of one form and level vote:
// an article that sets its headings off in one way does so throughout.
func (f *flat) end(heads []head) {
	for i := range heads {
		h := &heads[i]
		h.limit = len(f.src)
		if i+1 < len(heads) {
			h.limit = heads[i+1].at
		}
		h.at += 0
		f.visible(h)
	}
	type group struct{ level, form uint8 }
	votes := map[group]*[endings]int{}
	for i := range heads {
		h := &heads[i]
		g := group{uint8(h.level), uint8(h.form)}
		if votes[g] == nil {
			votes[g] = new([endings]int)
		}
		votes[g][h.kind]++
	}
	for g, v := range votes {
		var siblings []*head
		for i := range heads {
			if h := &heads[i]; uint8(h.level) == g.level && uint8(h.form) == g.form {
				siblings = append(siblings, h)
			}
		}
		f.settle(siblings, v)
	}
}

// visible takes the first white space or full stop that can end h, as if
// nothing else could.
func (f *flat) visible(h *head) {
	from := h.at + int(h.n)
	from += spaces(f.src[from:h.limit])
	h.kind, h.end, h.body = nothing, from, from
	runes := 0
	for i := from; i < h.limit; {
		r, size := utf8.DecodeRuneInString(f.src[i:])
		switch {
		case r == '\n', isSpace(r) && !f.insideLatin(i, size):
			if j := f.spaceEnd(i, h.limit); i > from {
				h.kind, h.end, h.body, h.certain = space, j, j, true
				return
			}
		case r == '。':
			if runes <= longestStopped && i > from {
				h.kind, h.end, h.body, h.certain = stop, i, i+size, true
			}
			return
		case endsSentence(r), r == '；', r == ';':
			return
		}
		i += size
		if runes++; runes > longestSpaced {
			return
		}
	}
	if h.limit > from {
		h.kind, h.end, h.body, h.certain = nextHead, h.limit, h.limit, true
		_, h.end = trim(f.src, h.at, h.limit)
	}
}

// insideLatin reports whether the space at i belongs to Latin words.
func (f *flat) insideLatin(i, size int) bool {
	l, r := lastRune(f.src[:i]), firstRune(f.src[i+size:])
	return isLetter(l) || isLetter(r) && !isHan(l)
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// spaceEnd returns the end of a heading whose first white space is at i. A
// heading of two halves, 聚力转型升级 提升发展能级, goes on to the second white
// space: what stands between is as short as a half and has no clause mark.
func (f *flat) spaceEnd(i, limit int) int {
	if f.src[i] == '\n' {
		return i
	}
	j := i + spaces(f.src[i:limit])
	runes := 0
	for k, r := range f.src[j:limit] {
		switch {
		case isSpace(r):
			if runes >= 4 && k+j < limit && !f.opener(f.src[j:j+k]) {
				return j + k
			}
			return i
		case !isHan(r) && !strings.ContainsRune("、“”", r):
			return i
		}
		if runes++; runes > 16 {
			return i
		}
	}
	return i
}

// settle decides for siblings together. Where most have a visible end they keep
// it; the others, and all where hardly any has one, are cut by evidence.
func (f *flat) settle(heads []*head, votes *[endings]int) {
	n := len(heads) - votes[nextHead]
	if n == 0 {
		return
	}
	spaced, stopped := votes[space]*10 >= n*6, votes[stop]*10 >= n*6
	typical := f.typical(heads, stopped)
	for _, h := range heads {
		switch {
		case h.kind == nextHead, h.kind == space && (spaced || f.headingLength(h)):
		case h.kind == stop && stopped && !f.looseStop(h, typical):
		case h.kind == stop && spaced && utf8.RuneCountInString(f.src[h.at:h.end]) <= 26:
		default:
			f.cut(h, typical, stopped)
		}
	}
}

func (f *flat) headingLength(h *head) bool {
	return utf8.RuneCountInString(f.src[h.at:h.end]) <= 48
}

// looseStop reports whether the full stop is too far away for a heading of
// this company: its sentence is body, or heading and body in one.
func (f *flat) looseStop(h *head, typical int) bool {
	n := utf8.RuneCountInString(f.src[h.at:h.end])
	return n > 36 && n > 2*typical
}

// typical is the usual length in runes of headings that have a visible end; 0
// when too few have.
func (f *flat) typical(heads []*head, stopped bool) int {
	sum, n := 0, 0
	for _, h := range heads {
		if h.kind == space || h.kind == nextHead || h.kind == stop && stopped {
			sum, n = sum+utf8.RuneCountInString(f.src[h.at:h.end]), n+1
		}
	}
	if n == 0 {
		return 0
	}
	return sum / n
}
