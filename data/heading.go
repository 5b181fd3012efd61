package data

import (
	"strings"

	"juan/model"
	"juan/model/structure"
)

// newHeading returns a heading with its number told from its title.
func newHeading(at model.Leaf, p model.Prose, level int) model.Heading {
	return model.Heading{Leaf: at, Prose: p, Level: level, Number: number(p.Text())}
}

// number returns how many bytes the section number at the start of s takes.
func number(s string) int { return structure.Number(s) }

// takeTitle finds the title of an article in its body where title is "": the
// first heading of level 1. Where the body opens with that heading and has no
// other of its level, or with one that only repeats the title, the heading is
// taken out: the title is shown above the text anyway. The badges of a project
// may stand before it or in it; they stay.
func takeTitle(body []model.Block, title string) ([]model.Block, string) {
	tops, first, at := 0, "", 0
	for i, b := range body {
		if h, ok := b.(model.Heading); ok && h.Level == 1 && len(h.Nest) == 0 {
			if tops++; tops == 1 {
				first, at = titleOf(h), i
			}
		}
	}
	sole := tops == 1 && title == ""
	if title == "" {
		title = first
	}
	if tops == 0 || !sole && (first != title || tops > 1) || !allBadges(body[:at]) {
		return body, title
	}
	rest := body[at+1:]
	if badges := badgesOf(body[at].(model.Heading)); badges != nil {
		rest = append([]model.Block{badges}, rest...)
	}
	if at == 0 {
		return rest, title
	}
	return append(body[:at:at], rest...), title
}

// titleOf returns what a heading says but for the pictures in it.
func titleOf(h model.Heading) string {
	var b strings.Builder
	for _, s := range h.Spans() {
		if s.Voice&model.Picture == 0 {
			b.WriteString(h.Text()[s.From:s.To])
		}
	}
	if title := strings.Join(strings.Fields(b.String()), " "); title != "" {
		return title
	}
	return strings.ReplaceAll(h.Text(), "\n", " ")
}

// allBadges reports whether blocks are rows of pictures and nothing else.
func allBadges(body []model.Block) bool {
	for _, b := range body {
		p, ok := b.(model.Paragraph)
		if !ok {
			return false
		}
		for _, s := range p.Spans() {
			if s.Voice&model.Picture == 0 && strings.TrimSpace(p.Text()[s.From:s.To]) != "" {
				return false
			}
		}
	}
	return true
}

// badgesOf returns the pictures of a heading as a paragraph, nil where it has
// none or nothing else.
func badgesOf(h model.Heading) model.Block {
	var b strings.Builder
	var spans []model.Span
	for _, s := range h.Spans() {
		if s.Voice&model.Picture == 0 {
			continue
		}
		text := h.Text()[s.From:s.To]
		s.From, s.To = b.Len(), b.Len()+len(text)
		b.WriteString(text)
		spans = append(spans, s)
	}
	if len(spans) == 0 || b.Len() == len(h.Text()) {
		return nil
	}
	return model.Paragraph{Leaf: model.Leaf{Src: spans[0].Src}, Prose: model.NewProse(b.String(), spans)}
}

// raise makes the highest level of an outline level 1; the others keep their
// distance.
func raise(body []model.Block) {
	top := 0
	for _, b := range body {
		if level := levelOf(b); level > 0 && len(b.In()) == 0 && (top == 0 || level < top) {
			top = level
		}
	}
	if top < 2 {
		return
	}
	for i, b := range body {
		switch b := b.(type) {
		case model.Heading:
			b.Level = max(1, b.Level-top+1)
			body[i] = b
		case model.Paragraph:
			if b.Lead.End > 0 {
				b.Lead.Level = max(1, b.Lead.Level-top+1)
				body[i] = b
			}
		}
	}
}

// levelOf returns the level of the heading that b is or opens with, 0 for
// none.
func levelOf(b model.Block) int {
	switch b := b.(type) {
	case model.Heading:
		return b.Level
	case model.Paragraph:
		if b.Lead.End > 0 {
			return b.Lead.Level
		}
	}
	return 0
}

// inferHeadings finds the headings of a body that has none marked: lines by
// themselves and the openings of paragraphs that are numbered as headings.
func inferHeadings(body []model.Block) []model.Block {
	var text strings.Builder
	type place struct{ at, block int } // where a paragraph begins in text
	var all []place
	for i, b := range body {
		switch b := b.(type) {
		case model.Heading:
			if len(b.Nest) == 0 {
				return body
			}
		case model.Paragraph:
			if len(b.Nest) == 0 {
				all = append(all, place{text.Len(), i})
				text.WriteString(b.Text())
				text.WriteByte('\n')
			}
		}
	}
	if len(all) < 3 {
		return body
	}
	for _, part := range structure.Infer(text.String()) {
		for len(all) > 0 && all[0].at < part.From {
			all = all[1:]
		}
		if len(all) == 0 || all[0].at > part.From || !part.Heads() {
			continue
		}
		i := all[0].block
		p := body[i].(model.Paragraph)
		switch whole := part.To-part.From == len(p.Text()); {
		case part.Kind == structure.Heading && whole:
			body[i] = model.Heading{Leaf: p.Leaf, Prose: p.Prose, Level: max(1, part.Level), Number: part.Number}
		case part.Kind == structure.Paragraph && part.Lead <= len(p.Text()):
			p.Lead = newLead(part, part.Lead)
			body[i] = p
		}
	}
	return body
}

// newLead returns the heading of end bytes that a part opens with.
func newLead(p structure.Part, end int) model.Lead {
	l := model.Lead{End: end, Number: min(p.Number, end), Level: max(1, p.Level), Certain: p.Certain}
	if p.LeadKind == structure.RunIn {
		l.Kind = model.RunIn
	}
	return l
}
