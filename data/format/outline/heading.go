// Package outline makes the outline of a body: headings with their numbers, the
// title among them, levels, headings inferred where none is marked, and what
// front matter or a side file corrects. It knows no format.
package outline

import (
	"strings"

	"juan/data/limit"
	"juan/model"
	"juan/model/structure"
)

// Heading returns a heading with its number told from its title.
func Heading(at model.Leaf, p model.Prose, level int) model.Heading {
	return model.Heading{Leaf: at, Prose: p, Level: level, Number: number(p.Text())}
}

// number returns how many bytes the section number at the start of s takes.
func number(s string) int { return structure.Number(s) }

// Raise makes the highest level of an outline level 1; the others keep their
// distance.
func Raise(body []model.Block) {
	top := 0
	for _, b := range body {
		if level := Level(b); level > 0 && len(b.In()) == 0 && (top == 0 || level < top) {
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

// Level returns the level of the heading that b is or opens with, 0 for
// none.
func Level(b model.Block) int {
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

// Infer finds the headings of a body that has none marked: lines by
// themselves and the openings of paragraphs that are numbered as headings.
func Infer(body []model.Block) []model.Block { return infer(body, false) }

// InferAlone is [Infer] for a body whose source nobody else holds: the
// paragraphs of a large one move to the text that is read for headings, so that
// this and the source are not both held while it is read.
func InferAlone(body []model.Block) []model.Block { return infer(body, true) }

func infer(body []model.Block, alone bool) []model.Block {
	size, count := 0, 0
	for _, b := range body {
		switch b := b.(type) {
		case model.Heading:
			if len(b.Nest) == 0 {
				return body
			}
		case model.Paragraph:
			if len(b.Nest) == 0 {
				size, count = size+len(b.Text())+len("\n"), count+1
			}
		}
	}
	if count < 3 {
		return body
	}
	limit.GiveBack(size)
	var text strings.Builder
	text.Grow(size)
	type place struct{ at, block int } // where a paragraph begins in text
	all := make([]place, 0, count)
	for i, b := range body {
		if p, ok := b.(model.Paragraph); ok && len(p.Nest) == 0 {
			all = append(all, place{text.Len(), i})
			text.WriteString(p.Text())
			text.WriteByte('\n')
		}
	}
	if alone && limit.IsLarge(size) {
		for _, one := range all {
			p := body[one.block].(model.Paragraph)
			p.Prose = p.Prose.MovedTo(text.String()[one.at : one.at+len(p.Text())])
			body[one.block] = p
		}
		limit.GiveBack(size)
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
			p.Lead = Lead(part, part.Lead)
			body[i] = p
		}
	}
	return body
}

// Lead returns the heading of end bytes that a part opens with.
func Lead(p structure.Part, end int) model.Lead {
	l := model.Lead{End: end, Number: min(p.Number, end), Level: max(1, p.Level), Certain: p.Certain}
	if p.LeadKind == structure.RunIn {
		l.Kind = model.RunIn
	}
	return l
}
