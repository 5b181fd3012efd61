package flat

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/sentence"
)

// longestSpaced is the most runes that a heading may have which white space ends.
const longestSpaced = 60

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

// spacedOut reports whether one character stands alone at i, as after the
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

// secondHalf returns the white space after what may be the second half of a
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
