package typeset

import (
	"strings"

	"juan/model"
	"juan/ui/linebreak"
	"juan/ui/role"
)

// title writes the lines over an article: its title in balanced lines and the byline,
// both centred, a rule and a blank line. They show no byte of the body.
func (b *builder) title() {
	a, s := b.doc.article, b.doc.settings
	boxes := b.boxes
	b.boxes = nil
	if a.Title != "" {
		b.centred(a.Title, role.Title)
	}
	for line := range strings.SplitSeq(s.Byline, "\n") {
		if line != "" {
			b.centred(line, role.Byline)
		}
	}
	if len(b.lines) > 0 {
		b.begin()
		b.ours(level(s, b.cells), role.Rule)
		b.end(0, 0)
		b.gap(1, 0, nil)
	}
	b.boxes, b.opened = boxes, false
}

// centred sets words that are not in the text.
func (b *builder) centred(words string, r role.Role) {
	s := b.compile(model.Plain(words), r, layout{})
	for _, c := range linebreak.Balance(nil, s.text, b.cells, b.policy, linebreak.Options{}) {
		b.begin()
		text := s.text[c.From:c.To]
		b.blank((b.cells - c.Cells) / 2)
		b.ours(text, r)
		b.end(0, 0)
	}
}
