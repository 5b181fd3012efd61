package typeset

import (
	"math"
	"sort"

	"juan/model"
	"juan/ui/repair"
	"juan/ui/role"
)

// outputTab is how far apart tabs stop in what was written for a terminal, in cells.
const outputTab = 8

// output sets a line of a program's as it stands. One that is too long is folded
// where Settings.Fold is set, and left Wide where not.
func (b *builder) output(o model.Output) {
	looks := looksOf(o)
	b.cells = max(b.doc.settings.Width, 1)
	s := codeLine(o.Line, 0, outputTab, &looks.tokens, repair.Steps{Replace: b.doc.settings.Replace})
	s.styles = &looks
	b.codeRows(&s, 0, len(o.Line), 0)
}

// styles are the looks of a line, by the bytes of it.
type styles struct {
	tokens // their ends; the role of all is the same
	of     []model.Style
}

// looksOf returns the looks of a line without gaps.
func looksOf(o model.Output) (s styles) {
	at := 0
	put := func(end int, style model.Style) {
		if end > at {
			s.ends, s.roles, s.of = append(s.ends, end), append(s.roles, role.Output), append(s.of, style)
			at = end
		}
	}
	for _, l := range o.Looks {
		put(int(l.From), model.Style{})
		put(int(l.To), l.Style)
	}
	put(math.MaxInt32, model.Style{})
	return s
}

// at returns the style of byte i of the line; nil has none.
func (s *styles) at(i int) model.Style {
	if s == nil || i < 0 {
		return model.Style{}
	}
	return s.of[sort.SearchInts(s.ends, i+1)]
}
