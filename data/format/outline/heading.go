// Package outline makes the outline of a body: headings with their numbers, the
// title among them, levels, headings inferred where none is marked, and what
// front matter or a side file corrects. It knows no format.
package outline

import (
	"juan/model"
	"juan/model/structure"
)

// Heading returns a heading with its number separated from its title.
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
