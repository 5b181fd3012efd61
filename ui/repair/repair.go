// Package repair shows a text with its typography mended and leaves the text
// as it is: punctuation that was normalised to ASCII in full width again, a
// gap between Han and Latin, ambiguous characters as unambiguous look-alikes,
// Chinese in its other script.
//
// It knows texts of one paragraph and offsets into them, no blocks and no
// screen. Since places, search and copying count in the bytes of the source, a
// [Map] goes with what is shown.
package repair

import (
	"strings"
	"unicode/utf8"

	"juan/ui/script"
)

// Steps are the things that can be mended. The zero value mends nothing.
type Steps struct {
	Punctuation bool // ,:;!?() beside Han to full width
	Gap         bool // a space between Han and Latin letters or digits
	Replace     bool // East Asian ambiguous characters (UAX #11) to look-alikes
	Compose     bool // letters of Hangul to syllables

	Script *script.Converter // Chinese written in another script, nil as it is
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
	d := mender{Steps: s, text: text, keep: addresses(text, keep)}
	if s.Punctuation {
		d.wide = widened(text, d.keep)
	}
	s.Script.Changes(text, func(from, to int, out string) {
		if !within(from, from+1, d.keep) {
			d.script = append(d.script, written{from, to, out})
		}
	})
	if len(d.wide) == 0 && len(d.script) == 0 && !s.Gap && !s.Replace && !s.Compose {
		return text, nil
	}
	if s.Replace {
		d.look = lookalikesFor(text)
	}
	for i := 0; i < len(text); {
		i += d.character(i)
	}
	if len(d.changes) == 0 {
		return text, nil
	}
	d.out.WriteString(text[d.done:])
	return d.out.String(), d.changes
}

// A mender goes over a text once and writes it as it is shown.
type mender struct {
	Steps
	text string
	keep []Range
	wide []int // the bytes of marks, from here on, that are shown in full width
	look lookalikes

	script []written // what is written in another script, from here on

	out     strings.Builder
	done    int // bytes of text written
	changes Map
	before  rune // the last rune shown
}

// Written is a stretch of text, in bytes, that is written otherwise in another
// script.
type written struct {
	from, to int
	out      string
}

// character mends the character at byte i, and the place before it, and returns
// how many bytes it has.
func (d *mender) character(i int) (size int) {
	r, size := utf8.DecodeRuneInString(d.text[i:])
	out := ""
	if len(d.wide) > 0 && d.wide[0] == i {
		out, d.wide = string(fullWidth(r)), d.wide[1:]
	} else if d.Replace && r >= 0x80 {
		out = d.look.of(r, d.before, d.text[i+size:])
	}
	if d.Compose && r >= 0x1100 {
		if composed, n := syllable(d.text[i:]); n > 0 {
			out, size = composed, n
		}
	}
	if len(d.script) > 0 && d.script[0].from == i {
		out, size = d.script[0].out, d.script[0].to-i
		d.script = d.script[1:]
	}
	first, last := r, r
	if out != "" {
		first, _ = utf8.DecodeRuneInString(out)
		last, _ = utf8.DecodeLastRuneInString(out)
	}
	if d.Gap && gap(d.before, first) && !within(i-1, i+1, d.keep) {
		d.change(i, i, blank(d.before, first))
	}
	if out != "" {
		d.change(i, i+size, out)
	}
	d.before = last
	return size
}

// change shows out in place of what stands between two bytes.
func (d *mender) change(from, to int, out string) {
	d.out.WriteString(d.text[d.done:from])
	d.changes = append(d.changes, Change{Source: from, SourceLen: to - from, Shown: d.out.Len(), ShownLen: len(out)})
	d.out.WriteString(out)
	d.done = to
}

// within reports whether the bytes [from, to) lie in one of keep.
func within(from, to int, keep []Range) bool {
	for _, k := range keep {
		if k.From <= from && to <= k.To {
			return true
		}
	}
	return false
}
