package typeset

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"juan/model"
	"juan/model/clause"
	"juan/ui/role"
)

// A Skim shows only the first sentence of each paragraph, after its run-in heading if
// it has one; paragraphs that are open are shown whole. It is immutable: opening or
// closing a paragraph makes another Skim, so a layout can be identified by its Skim.
type Skim struct{ open map[int]bool }

// With returns a skim in which block i is open.
func (s *Skim) With(i int) *Skim {
	open := maps.Clone(s.open)
	if open == nil {
		open = make(map[int]bool)
	}
	open[i] = true
	return &Skim{open}
}

// Without returns a skim in which block i is not open.
func (s *Skim) Without(i int) *Skim {
	open := maps.Clone(s.open)
	delete(open, i)
	return &Skim{open}
}

// Opens reports whether block i is shown whole.
func (s *Skim) Opens(i int) bool { return s.open[i] }

// Shortened returns how many bytes of block i of an article a skim shows, its open
// ones not counted; 0 where that is all of it. Notes, and whatever is no paragraph,
// are shown whole.
func Shortened(a *model.Article, i int) int {
	p, ok := a.Body[i].(model.Paragraph)
	if !ok || noted(p) {
		return 0
	}
	text := p.Text()
	_, to := clause.At(text, p.Lead.End, clause.Sentence)
	if lead := p.Lead.End; lead > 0 && lead <= to && strings.IndexFunc(text[lead:to], isWord) < 0 {
		_, to = clause.At(text, to, clause.Sentence) // that was the full stop of the heading
	}
	if _, end := clause.Trim(text, 0, len(text)); to == 0 || to >= end {
		return 0
	}
	return to
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// more is the sign after a paragraph that is cut short. It is narrow on every terminal,
// and the blank before it does not allow a line break.
const more = "\u00a0⋯"

// skimmed sets what a skim shows of a paragraph, and reports whether that is less
// than all of it.
func (b *builder) skimmed(p model.Paragraph, l layout) bool {
	skim := b.doc.settings.Skim
	if skim == nil || skim.Opens(b.block) {
		return false
	}
	to := Shortened(b.doc.article, b.block)
	if to == 0 {
		return false
	}
	s := b.compile(upTo(p.Prose, to), b.text(), l)
	s.pieces = append(slices.Clip(s.pieces), piece{at: len(s.text), from: -1, to: -1, span: max(0, len(s.spans)-1), role: role.Continued})
	s.text += more
	first := len(b.lines)
	b.wrap(&s, absorbed(s.text), len(s.text), len(p.Text()), l)
	b.lines[first].From = 0
	return true
}

// upTo returns the first bytes of p, up to to.
func upTo(p model.Prose, to int) model.Prose {
	var spans []model.Span
	for _, s := range p.Spans() {
		if s.From < to {
			s.To = min(s.To, to)
			spans = append(spans, s)
		}
	}
	return model.NewProse(p.Text()[:to], spans)
}
