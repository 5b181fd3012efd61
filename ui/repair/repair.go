// Package repair shows a text with its typography mended and leaves the text
// as it is: punctuation that was normalised to ASCII in full width again, a
// gap between Han and Latin, ambiguous characters as unambiguous look-alikes.
//
// It knows texts of one paragraph and offsets into them, no blocks and no
// screen. Since places, search and copying count in the bytes of the source, a
// [Map] goes with what is shown.
package repair

import (
	"strings"
	"unicode/utf8"
)

// Steps are the things that can be mended. The zero value mends nothing.
type Steps struct {
	Punctuation bool // ,:;!?() beside Han to full width
	Gap         bool // a space between Han and Latin letters or digits
	Replace     bool // East Asian ambiguous characters (UAX #11) to look-alikes
	Compose     bool // letters of Hangul to syllables
}

// Punctuation returns text with its punctuation repaired.
func Punctuation(text string) (shown string, m Map) {
	return Steps{Punctuation: true}.Show(text)
}

// A Range is a part of a text, in bytes: code and such, whose punctuation and
// spacing stay as they are.
type Range struct{ From, To int }

// Show returns text as the steps show it, and the way between the two. The
// ranges in keep rise and do not overlap. A text in which there is nothing to
// mend is returned as it is, with an empty Map.
func (s Steps) Show(text string, keep ...Range) (shown string, m Map) {
	s.Compose = s.Compose && hasJamo(text)
	if s == (Steps{}) {
		return text, nil
	}
	keep = addresses(text, keep)
	var wide []int
	if s.Punctuation {
		wide = widened(text, keep)
	}
	if len(wide) == 0 && !s.Gap && !s.Replace && !s.Compose {
		return text, nil
	}
	var (
		look   lookalikes
		b      strings.Builder
		done   int  // bytes of text written
		before rune // the last rune shown
	)
	if s.Replace {
		look = lookalikesFor(text)
	}
	change := func(from, to int, out string) {
		b.WriteString(text[done:from])
		m = append(m, Change{Source: from, SourceLen: to - from, Shown: b.Len(), ShownLen: len(out)})
		b.WriteString(out)
		done = to
	}
	for i, n := 0, 0; i < len(text); i += n {
		r := rune(0)
		r, n = utf8.DecodeRuneInString(text[i:])
		out := ""
		if len(wide) > 0 && wide[0] == i {
			out, wide = string(fullWidth(r)), wide[1:]
		} else if s.Replace && r >= 0x80 {
			out = look.of(r, before, text[i+n:])
		}
		if s.Compose && r >= 0x1100 {
			if composed, size := syllable(text[i:]); size > 0 {
				out, n = composed, size
			}
		}
		first, last := r, r
		if out != "" {
			first, _ = utf8.DecodeRuneInString(out)
			last, _ = utf8.DecodeLastRuneInString(out)
		}
		if s.Gap && gap(before, first) && !kept(i, keep) {
			change(i, i, blank(before, first))
		}
		if out != "" {
			change(i, i+n, out)
		}
		before = last
	}
	if len(m) == 0 {
		return text, nil
	}
	b.WriteString(text[done:])
	return b.String(), m
}

// kept reports whether byte i is inside one of keep, not at its start.
func kept(i int, keep []Range) bool {
	for _, k := range keep {
		if k.From < i && i < k.To {
			return true
		}
	}
	return false
}
