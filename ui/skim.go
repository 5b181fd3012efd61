package ui

import (
	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui/typeset"
)

// A skimming is what of an article is left out while one skims it; nil where one
// reads it whole. What was opened belongs to that article.
type skimming struct {
	of string // its key
	*typeset.Skim
}

// toggleSkim shows headings and of each paragraph its first sentence, or all.
func (a *App) toggleSkim() tea.Cmd {
	if a.text.skim != nil {
		a.text.skim = nil
		a.say("status.noskim")
		return nil
	}
	a.text.skim = &skimming{a.reading.At().Key, new(typeset.Skim)}
	a.say("status.skim")
	return nil
}

// skimOf returns the skim of the open article. A paragraph with a hit that one went to
// is open, as the hit may be after its first sentence.
func (t *textPane) skimOf(r *model.Reading) *typeset.Skim {
	if t.skim == nil {
		return nil
	}
	if key := r.Article().Key; t.skim.of != key {
		t.skim = &skimming{key, new(typeset.Skim)}
	}
	if hit, ok := r.Chosen(); ok && !t.skim.Opens(hit.Block) && typeset.Shortened(r.Article(), hit.Block) > 0 {
		t.skim.Skim = t.skim.With(hit.Block)
	}
	return t.skim.Skim
}

// shortened returns the first block that is cut short on screen, -1 where none is.
func (a *App) shortened() int {
	if a.text.skim == nil || a.reading.Article() == nil {
		return -1
	}
	for _, l := range a.text.page(&a.reading, a.canvas(onText)) {
		if art := a.reading.Article(); !a.text.skim.Opens(l.Block) && typeset.Shortened(art, l.Block) > 0 && l.To == len(art.Body[l.Block].Text()) {
			return l.Block
		}
	}
	return -1
}

// unfoldBlock shows a paragraph whole while one skims, or its first sentence again,
// and reports whether there is more of it than that.
func (a *App) unfoldBlock(i int) bool {
	art, skim := a.reading.Article(), a.text.skim
	if skim == nil || art == nil || i < 0 || typeset.Shortened(art, i) == 0 {
		return false
	}
	if skim.Opens(i) {
		skim.Skim = skim.Without(i)
	} else {
		skim.Skim = skim.With(i)
	}
	return true
}
