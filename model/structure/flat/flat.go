package flat

import (
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/structure/number"
	"juan/model/structure/sentence"
)

// A flat text is one that lost its line breaks.
type flat struct {
	src     string
	weights []float32 // of the features of a cut
	stats   pairTable // of pairs of characters
	counted bool      // stats is filled
	spaced  bool      // white space stands where paragraphs began
}

// opener reports whether s opens a body, 各位代表 or 2020年, rather than being
// half of a heading.
func (f *flat) opener(s string) bool {
	return sentence.OpensParagraph(s) || number.Year(s) || sentence.OpensWithTime(s) || sentence.OpensWithPlace(s)
}

// bias is what the whole text says about a cut of text at a byte: how its two
// sides end and open clauses elsewhere, and whether they stand together elsewhere.
func (f *flat) bias(text string, at int) float32 {
	f.count()
	l, r := pairBefore(text, at), pairAt(text, at)
	s := float32(0)
	if e := f.stats.get(l); e.all >= 2 {
		s += 1.5 * float32(e.ends) / float32(e.all+2)
	}
	if e := f.stats.get(r); e.all >= 2 {
		s += 1.5 * float32(e.opens) / float32(e.all+2)
	}
	_, n := utf8.DecodeLastRuneInString(text[:at])
	_, m := utf8.DecodeRuneInString(text[at:])
	if across := pairAt(text, at-n); n > 0 && m > 0 && f.stats.get(across).all >= 3 {
		s -= 1
	}
	return s
}

// count fills stats from at most the first megabytes of the text.
func (f *flat) count() {
	if f.counted {
		return
	}
	f.counted = true
	var a, b rune // the two runes before
	opening := true
	for i, r := range f.src {
		if i > 2<<20 {
			break
		}
		if !char.IsHan(r) && char.Digit(r) < 0 {
			if a != 0 && b != 0 {
				f.stats.of(pair(a, b)).ends++
			}
			a, b = 0, 0
			opening = r != '、' && !char.Closes(r)
			continue
		}
		if b != 0 {
			e := f.stats.of(pair(b, r))
			e.all++
			if opening {
				e.opens++
				opening = false
			}
		}
		a, b = b, r
	}
}

func pair(a, b rune) uint64 { return uint64(a)<<32 | uint64(b) }

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

// isSpaced reports whether white space stands where the paragraphs of src began.
func isSpaced(src string) bool {
	return strings.Count(src, "。 ")+strings.Count(src, "。\u3000")+strings.Count(src, "。\n") >= 2
}
