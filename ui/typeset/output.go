package typeset

import (
	"math"
	"sort"

	"juan/model"
	"juan/ui/repair"
	"juan/ui/role"
)

// TerminalTab is how far apart tabs stop on a terminal, in cells.
const TerminalTab = 8

// output sets a line of a program's as it stands. One that is too long is folded
// where Settings.Fold is set, and left Wide where not.
func (b *builder) output(o model.Output) {
	styles := stylesOf(o)
	b.cells = max(b.doc.settings.Width, 1)
	s := codeLine(o.Line, 0, TerminalTab, &styles.tokens, repair.Steps{Replace: b.doc.settings.Replace})
	s.styles = &styles
	b.codeRows(&s, 0, len(o.Line), 0)
}

// styles are how the bytes of a line look.
type styles struct {
	tokens // their ends; the role of all is the same
	of     []model.Style
}

// stylesOf returns the styles of a line, and that of what stands after it.
func stylesOf(o model.Output) (s styles) {
	put := func(end int, style model.Style) {
		s.ends, s.roles, s.of = append(s.ends, end), append(s.roles, role.Output), append(s.of, style)
	}
	for end, style := range o.Styles() {
		put(end, style)
	}
	put(math.MaxInt32, model.Style{}) // what stands after the line
	return s
}

// at returns the style of byte i of the line; nil has none.
func (s *styles) at(i int) model.Style {
	if s == nil || i < 0 {
		return model.Style{}
	}
	return s.of[sort.SearchInts(s.ends, i+1)]
}
