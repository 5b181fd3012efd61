package flat

import (
	"slices"
	"strings"

	"juan/model/char"
)

// A phrase is what several siblings may have in common: the words up to here
// from the start of the heading, or of its second or third clause.
type phrase struct {
	clause int // 0 the first
	words  string
}

// The longest phrase that is compared, in characters.
const longestPhrase = 12

// shared takes from siblings the cuts that would leave to their bodies what
// their headings have in common: the words that they begin with, 五年来,我们坚持把…,
// and the word that opens their second or third clause, 坚持…,着力….
func (f *flat) shared(heads []*head) {
	if len(heads) < 3 {
		return
	}
	count := map[phrase]int{}
	for _, h := range heads {
		f.phrases(h, func(p phrase, _ int) { count[p]++ })
	}
	for _, h := range heads {
		least := 0
		f.phrases(h, func(p phrase, end int) {
			if n := count[p]; n >= 3 && n*10 >= len(heads)*6 {
				least = max(least, end+char.Cut(f.src[end:h.limit], 2))
			}
		})
		h.cuts = slices.DeleteFunc(h.cuts, func(c cutPlace) bool { return c.at < least && !c.stop })
	}
}

// phrases calls yield with the phrases of h and the byte where each ends.
func (f *flat) phrases(h *head, yield func(p phrase, end int)) {
	from := h.at + int(h.n)
	from += char.Spaces(f.src[from:h.limit])
	text := f.src[from:window(f.src, from, h.limit)]
	for n := 2; n <= longestPhrase; n++ {
		if end := char.Cut(text, n); end < len(text) {
			yield(phrase{0, text[:end]}, from+end)
		}
	}
	at := 0
	for clause := 1; clause <= 2; clause++ {
		i := strings.IndexAny(text[at:], "，,")
		if i < 0 {
			return
		}
		at += i + char.Cut(text[at+i:], 1)
		end := at + char.Cut(text[at:], 2)
		yield(phrase{clause, text[at:end]}, from+end)
	}
}
