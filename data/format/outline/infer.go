package outline

import (
	"strings"

	"juan/data/limit"
	"juan/model"
	"juan/model/structure"
)

// Infer finds the headings of a body that has none marked: lines by
// themselves and the openings of paragraphs that are numbered as headings.
func Infer(body []model.Block) []model.Block { return infer(body, false) }

// InferAlone is [Infer] for a body whose source nobody else holds: the
// paragraphs of a large one move to the text that is read for headings, so that
// this and the source are not both held while it is read.
func InferAlone(body []model.Block) []model.Block { return infer(body, true) }

func infer(body []model.Block, alone bool) []model.Block {
	size, count := unmarked(body)
	if count < 3 {
		return body
	}
	limit.GiveBack(size)
	text, all := joined(body, size, count)
	if alone && limit.IsLarge(size) {
		for _, one := range all {
			p := body[one.block].(model.Paragraph)
			p.Prose = p.Prose.MovedTo(text[one.at : one.at+len(p.Text())])
			body[one.block] = p
		}
		limit.GiveBack(size)
	}
	for _, part := range structure.Infer(text) {
		for len(all) > 0 && all[0].at < part.From {
			all = all[1:]
		}
		if len(all) > 0 && all[0].at == part.From && part.Heads() {
			i := all[0].block
			body[i] = headed(body[i].(model.Paragraph), part)
		}
	}
	return body
}

// unmarked counts the paragraphs that stand in nothing, and the bytes of a text
// of them; there are none where a heading is marked.
func unmarked(body []model.Block) (size, count int) {
	for _, b := range body {
		if len(b.In()) > 0 {
			continue
		}
		switch b := b.(type) {
		case model.Heading:
			return 0, 0
		case model.Paragraph:
			size, count = size+len(b.Text())+len("\n"), count+1
		}
	}
	return size, count
}

// A start is where a paragraph begins in a text of several.
type start struct{ at, block int }

// joined returns a text of the count paragraphs that stand in nothing, each a
// line, and where they begin in it.
func joined(body []model.Block, size, count int) (string, []start) {
	var text strings.Builder
	text.Grow(size)
	all := make([]start, 0, count)
	for i, b := range body {
		if p, ok := b.(model.Paragraph); ok && len(p.Nest) == 0 {
			all = append(all, start{text.Len(), i})
			text.WriteString(p.Text())
			text.WriteByte('\n')
		}
	}
	return text.String(), all
}

// headed returns a paragraph as a heading, where part finds that all of it is one, or
// with its run-in heading.
func headed(p model.Paragraph, part structure.Part) model.Block {
	switch whole := part.To-part.From == len(p.Text()); {
	case part.Kind == structure.Heading && whole:
		return model.Heading{Leaf: p.Leaf, Prose: p.Prose, Level: max(1, part.Level), Number: part.Number}
	case part.Kind == structure.Paragraph && part.Lead <= len(p.Text()):
		p.Lead = Lead(part, part.Lead)
	}
	return p
}

// Lead returns the heading of end bytes that a part opens with.
func Lead(p structure.Part, end int) model.Lead {
	l := model.Lead{End: end, Number: min(p.Number, end), Level: max(1, p.Level), Certain: p.Certain}
	if p.LeadKind == structure.RunIn {
		l.Kind = model.RunIn
	}
	return l
}
