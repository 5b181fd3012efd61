package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// segment folds what is neither ASCII nor Han: a character and the marks that
// combine with it, by NFKC and full case folding.
func (f *Folder) segment(i int) int {
	n := norm.NFKC.NextBoundaryInString(f.src[i:], true)
	if n <= 0 {
		n = 1
	}
	source := f.src[i : i+n]
	s := norm.NFKC.String(source)
	if strings.ContainsFunc(s, mayHaveCase) {
		if folded := f.foldCase(s); folded != s {
			s = norm.NFKC.String(folded)
		}
	}
	first, size := utf8.DecodeRuneInString(source)
	kept := false
	for _, r := range s {
		if r = plain(r); isInvisible(r) || r == ' ' && !kept {
			continue // NFKC sets an accent that stands alone on a blank
		}
		if form(r) != 0 {
			f.mark(i, kindOf(aside, first))
			continue
		}
		if r < utf8.RuneSelf && isClausal(byte(r)) {
			r = widened(byte(r))
		}
		switch {
		case kept:
			f.mark(i, kindOf(spelling, more))
		case size < n:
			f.markEach(i, source, s)
		case r != first || utf8.RuneLen(r) < len(s):
			f.mark(i, kindOfRune(first, r))
		}
		f.keep(i, n) // each stands for all of it
		kept = true
		f.out = utf8.AppendRune(f.out, r)
		f.tight = isTight(r)
	}
	return n
}

// mayHaveCase is false for the scripts of East Asia and most symbols, which have
// no case.
func mayHaveCase(r rune) bool { return !(0x2e00 <= r && r < 0xa640 || 0xac00 <= r && r < 0xfb00) }

// foldCase folds case in full: ß is ss, ς is σ.
func (f *Folder) foldCase(s string) string {
	if f.caser == nil {
		c := cases.Fold()
		f.caser = &c
	}
	return strings.ToLower(f.caser.String(s)) // it folds the small letters of Cherokee to capitals, and the reverse
}

// markEach marks each character of a segment that is not folded to itself.
func (f *Folder) markEach(i int, source, folded string) {
	if source == folded {
		return
	}
	for at, r := range source {
		f.mark(i+at, kindOf(spelling, r))
	}
}

// kindOfRune returns the kind of r where it is folded to another character.
func kindOfRune(r, folded rune) Kind {
	switch {
	case isCompatible(r):
		return kindOf(compatible, r)
	case 0xff21 <= r && r <= 0xff3a:
		return kindOf(spelling, wideCapital)
	case 0xff01 <= r && r <= 0xff5e:
		return kindOf(spelling, width)
	case r != folded && unicode.ToLower(r) == folded && unicode.ToUpper(folded) == r:
		return kindOf(spelling, capital)
	}
	return kindOf(spelling, r)
}

// plain returns the one form of dashes, slashes, radicals and variants that NFKC leaves
// apart.
func plain(r rune) rune {
	if d := dash(r); d != 0 {
		return d
	}
	if r == '○' {
		return '〇'
	}
	if 0x2e80 <= r && r <= 0x2eff {
		r = radical(r)
	}
	r, _ = variant(r)
	return r
}
