package ui

import (
	"slices"

	"juan/model"
)

// A named section is one that the text on screen names.
type namedSection struct {
	model.Reference
	text string
}

// references returns the sections that the text on screen names, each once.
func (a *App) references() []namedSection {
	art := a.reading.Article()
	if art == nil {
		return nil
	}
	var out []namedSection
	for _, l := range a.text.page(&a.reading, a.canvas(onText)) {
		if l.From >= l.To {
			continue
		}
		for _, r := range art.References(l.Block, l.From, l.To) {
			if !slices.ContainsFunc(out, func(n namedSection) bool { return n.Section == r.Section }) {
				out = append(out, namedSection{r, art.Body[l.Block].Text()[r.From:r.To]})
			}
		}
	}
	return out
}
