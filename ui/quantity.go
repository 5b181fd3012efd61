package ui

import (
	"slices"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/model/numeral"
	"juan/ui/role"
	"juan/ui/typeset"
)

// toggleQuantities lights amounts, dates and shares in the text, or no longer.
func (a *App) toggleQuantities() tea.Cmd {
	a.text.counts = !a.text.counts
	if a.text.counts {
		a.say("status.quantities")
	} else {
		a.say("status.noquantities")
	}
	return nil
}

// beyond is how many bytes are read on both sides of a line, so that a quantity which
// goes on in the next one is recognised as a whole.
const beyond = 48

// quantities returns the quantities in the part of a block that runs show, as bytes of
// its text; none in headings, whose numbers are section numbers, in code and in output
// of programs.
func quantities(b model.Block, runs []typeset.Run) []model.Stretch {
	switch b.(type) {
	case model.Heading, model.Code, model.Output:
		return nil
	}
	from, to := -1, 0
	for _, r := range runs {
		if r.From >= 0 && (from < 0 || r.From < from) {
			from = r.From
		}
		to = max(to, r.To)
	}
	text := b.Text()
	if from < 0 || to > len(text) {
		return nil
	}
	start, end := max(0, from-beyond), min(len(text), to+beyond)
	for start > 0 && !utf8.RuneStart(text[start]) {
		start--
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	var out []model.Stretch
	for i, j := range numeral.Quantities(text[start:end]) {
		if start+j > from && start+i < to && !isMark(runs, start+i) {
			out = append(out, model.Stretch{From: start + i, To: start + j})
		}
	}
	return out
}

// isMark reports whether byte at of a block is in the mark of a note.
func isMark(runs []typeset.Run, at int) bool {
	return slices.ContainsFunc(runs, func(r typeset.Run) bool { return r.Role == role.NoteMark && r.From <= at && at < r.To })
}
