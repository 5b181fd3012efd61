package ui

import (
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

// beyond is how many bytes are read on both sides of a line, so that a quantity
// which goes on in the next one is told whole.
const beyond = 48

// quantities returns the quantities in what runs show of a block, as bytes of its
// text; none in headings, whose numbers are their own, and in code.
func quantities(b model.Block, runs []typeset.Run) []extentOf {
	switch b.(type) {
	case model.Heading, model.Code:
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
	var out []extentOf
	for i, j := range numeral.Quantities(text[start:end]) {
		if start+j > from && start+i < to {
			out = append(out, extentOf{start + i, start + j})
		}
	}
	return out
}

// An extentOf is a stretch of the text of a block, in bytes.
type extentOf struct{ from, to int }

// underline lays over over the stretches of parts of a run over which nothing lies.
func underline(parts []lit, found []extentOf, over role.Role) []lit {
	for _, f := range found {
		var out []lit
		for _, p := range parts {
			if p.over != role.Body || p.Role == role.NoteMark {
				out = append(out, p)
				continue
			}
			before, in, behind := p.Split(f.from, f.to)
			for _, q := range []lit{{before, role.Body}, {in, over}, {behind, role.Body}} {
				if q.Text != "" {
					out = append(out, q)
				}
			}
		}
		parts = out
	}
	return parts
}
