package typeset

import (
	"juan/model"
	"juan/ui/linebreak"
	"juan/ui/role"
)

// Title returns the lines that stand over an article: its title in balanced
// lines, the byline (see [Join]), both centred, a rule and a blank line. They
// show no byte of the body; with Settings.Titled they are part of Block(0).
func Title(a *model.Article, s Settings) []Line {
	var d *Doc
	d = d.For(a, s)
	b := &builder{doc: d, policy: s.Policy, cells: measure(s)}
	b.title()
	return b.done(len(b.lines))
}

func (b *builder) title() {
	a, s := b.doc.article, b.doc.settings
	boxes := b.boxes
	b.boxes = nil
	if a.Title != "" {
		b.centred(a.Title, role.Title)
	}
	if s.Byline != "" {
		b.centred(s.Byline, role.Byline)
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
