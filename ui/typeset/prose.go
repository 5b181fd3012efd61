package typeset

import (
	"strings"

	"juan/model"
	"juan/ui/repair"
	"juan/ui/role"
)

// set lays out block i.
func (d *Doc) set(i int) []Line {
	b := d.builder(i)
	block := d.article.Body[i]
	size := len(block.Text())
	b.open(i)
	switch x := block.(type) {
	case model.Heading:
		b.heading(x)
	case model.Paragraph:
		b.paragraph(x)
	case model.Verse:
		b.verse(x)
	case model.Code:
		b.code(x)
	case model.Output:
		b.output(x)
	case model.Rule:
		b.rule()
	case model.Table:
		b.table(x)
	}
	if i+1 < len(d.article.Body) && size > 0 {
		b.gap(d.between(i+1), size, b.through(d.article.Body[i+1]))
	}
	return b.done(model.Places(block))
}

// open writes the lines over block i: the title over the first block, and blank lines
// where the block before, having no text, has no places for them.
func (b *builder) open(i int) {
	if i == 0 && b.doc.settings.Titled && !b.doc.article.Written() {
		b.title()
	}
	if i > 0 && b.doc.article.Body[i-1].Text() == "" {
		b.gap(b.doc.between(i), 0, b.through(b.doc.article.Body[i-1]))
	}
	if opensNotes(b.doc.article, i) {
		boxes := b.boxes
		b.boxes = nil
		b.begin()
		b.ours(level(b.doc.settings, min(measure(b.doc.settings), 2*least)), role.Rule)
		b.end(0, 0)
		b.boxes, b.opened = boxes, false
	}
}

// opensNotes reports whether block i is the first of the notes that stand
// behind the rest of a body.
func opensNotes(a *model.Article, i int) bool {
	return noted(a.Body[i]) && i > 0 && !noted(a.Body[i-1])
}

func noted(b model.Block) bool {
	nest := b.In()
	return len(nest) > 0 && nest[0].Kind == model.Note
}

// rule draws a quiet rule in the middle of the measure.
func (b *builder) rule() {
	cells := b.begin()
	n := min(cells, max(cells/4&^1, 6))
	b.blank((cells - n) / 2)
	b.ours(level(b.doc.settings, n), role.Rule)
	b.end(0, 0)
}

// text returns the role of running text where the block is.
func (b *builder) text() role.Role {
	for _, x := range b.boxes {
		if x.kind == model.Quote {
			return role.Quote
		}
	}
	return role.Body
}

func (b *builder) paragraph(p model.Paragraph) {
	lead := role.Lead
	if p.Lead.Kind == model.OwnLine {
		lead = role.Heading(p.Lead.Level)
	}
	l := layout{first: b.doc.indent(b.block, b.cells), lead: p.Lead.End, leadRole: lead}
	if b.short(p.Text(), l.first) {
		l.rest = l.first
	}
	if p.Hang > 0 && p.Hang <= len(p.Text()) {
		if hang := l.first + even(b.policy.Width(p.Text()[:p.Hang])); b.cells-hang >= least {
			l.rest = hang
		}
	}
	if target, ok := model.PictureOf(p); ok {
		b.figure(p, target)
		s := b.compile(p.Prose, b.text(), l)
		l.first = max(b.cells-b.over()-b.policy.Width(s.text), 0) / 2
	}
	if !b.skimmed(p, l) {
		b.prose(p.Prose, b.text(), l)
	}
}

// short reports whether text is several lines that all fit after an indent:
// an address, say, which then stands there as a block.
func (b *builder) short(text string, indent int) bool {
	if !strings.Contains(text, "\n") {
		return false
	}
	for line := range strings.SplitSeq(text, "\n") {
		if b.policy.Width(line)+indent > b.room() {
			return false
		}
	}
	return true
}

// layout says where the lines of a prose begin, in even cells, and what its
// first bytes are.
type layout struct {
	first, rest int
	lead        int
	leadRole    role.Role
	mark        string // ours, at the start of the first line: part of first
	markRole    role.Role
}

// compile returns what is shown of p, mended as the settings and the nature of
// the article have it.
func (b *builder) compile(p model.Prose, r role.Role, l layout) shown {
	s := b.doc.settings
	steps := repair.Steps{
		Punctuation: b.doc.Repaired(),
		Gap:         s.Gap,
		Replace:     s.Replace,
		Compose:     s.Compose,
		Script:      s.Script,
	}
	return compile(p, r, l.lead, l.leadRole, s.Image, steps)
}

// prose sets p, a "\n" in it being a hard break.
func (b *builder) prose(p model.Prose, r role.Role, l layout) {
	s := b.compile(p, r, l)
	first := len(b.lines)
	b.wrap(&s, absorbed(s.text), len(s.text), len(p.Text()), l)
	b.lines[first].From = 0 // the absorbed indent is part of this line too
}

// wrap sets the bytes [from, to) of s, which shows a text of size bytes.
func (b *builder) wrap(s *shown, from, to, size int, l layout) {
	in, left := l.first, b.begin()
	for k, c := range b.fill(s, from, to, left-in, b.cells-l.rest) {
		if k > 0 {
			b.begin()
			in = l.rest
		}
		if k == 0 && l.mark != "" {
			b.ours(l.mark, l.markRole)
			in -= b.policy.Width(l.mark)
		}
		b.blank(in)
		b.show(s, from+c.From, from+c.To, c.Cells, 0)
		b.end(s.source(from+c.From, size), s.source(from+c.To, size))
	}
}

// absorbed returns how many bytes of blanks s begins with: the indent that the
// source spelled out.
func absorbed(s string) int {
	return len(s) - len(strings.TrimLeft(s, " \u3000\u00a0"))
}

// verse keeps the lines of v: indented together where they fit, and what does
// not fit turned and hung.
func (b *builder) verse(v model.Verse) {
	steps := repair.Steps{Replace: b.doc.settings.Replace, Compose: b.doc.settings.Compose, Script: b.doc.settings.Script}
	s := compile(v.Prose, role.Verse, 0, 0, b.doc.settings.Image, steps)
	l := layout{first: 4, rest: 8}
	for line := range strings.SplitSeq(s.text, "\n") {
		if l.first+b.policy.Width(line) > b.room() {
			l = layout{rest: 4}
		}
	}
	if b.cells-l.rest < least {
		l.rest = l.first
	}
	at := 0
	for line := range strings.SplitSeq(s.text, "\n") {
		b.wrap(&s, at, at+len(line), len(v.Text()), l)
		at += len(line) + 1
	}
}
