package outline

import (
	"strings"

	"juan/model"
)

// TakeTitle finds the title of an article in its body where title is "": the
// first heading of level 1. Where the body opens with that heading and has no
// other of its level, or with one that only repeats the title, the heading is
// taken out: the title is shown above the text anyway. The badges of a project
// may stand before it or in it; they stay.
func TakeTitle(body []model.Block, title string) ([]model.Block, string) {
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

// titleOf returns the text of a heading without the pictures in it.
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
