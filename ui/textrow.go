package ui

import (
	"sort"

	"juan/model"
	"juan/ui/role"
	"juan/ui/screen"
	"juan/ui/theme"
	"juan/ui/typeset"
)

// draw returns rows that hold until it is called again.
func (t *textPane) draw(r *model.Reading, c canvas) []screen.Row {
	doc := t.lay(r, c)
	if c.blank {
		return c.Fill(nil)
	}
	if doc == nil {
		return c.Fill([]screen.Row{c.Say(role.Body, ""), c.Say(role.RowDim, " "+c.nothing)})
	}
	if c.lines {
		return t.drawLines(r, c)
	}
	left := (c.W - t.width(c)) / 2
	margin := t.margin(r, c)
	if len(t.rows) != c.H {
		t.rows = make([]screen.Row, c.H)
	}
	on := t.page(r, c)
	selected, signs := selectedIn(r), t.signs(r, on, c)
	for y, row := range t.rows {
		row = row[:0]
		if y < len(on) {
			l := on[y]
			row = row.Pad(left-1, c.Policy, theme.Ink{})
			if signs == nil || signs[y] == "" {
				row = row.Pad(left, c.Policy, theme.Ink{})
			} else {
				row = append(row, c.Seg(role.MarkSign, signs[y]))
			}
			row = t.runs(row, model.Pos{Block: l.Block, Byte: l.From}, t.visible(l, c), r, c, selected)
		}
		t.rows[y] = append(row.Pad(c.W-1, c.Policy, theme.Ink{}), margin[y])
	}
	return t.rows
}

// drawLines draws a text made of lines, which may take all columns; signs in the first
// and last column cover them.
func (t *textPane) drawLines(r *model.Reading, c canvas) []screen.Row {
	on, selected := t.page(r, c), selectedIn(r)
	signs, margin := t.signs(r, on, c), t.margin(r, c)
	if len(t.rows) != c.H {
		t.rows = make([]screen.Row, c.H)
	}
	for y, row := range t.rows {
		row = row[:0]
		if y < len(on) {
			row = t.runs(row, model.Pos{Block: on[y].Block, Byte: on[y].From}, t.visible(on[y], c), r, c, selected)
		}
		row = row.Pad(c.W, c.Policy, theme.Ink{})
		if y < len(on) && signs != nil && signs[y] != "" {
			row = row.Cover(0, screen.Row{c.Seg(role.MarkSign, signs[y])}, c.Policy)
		}
		if margin[y].Text != " " {
			row = row.Cover(c.W-1, screen.Row{margin[y]}, c.Policy)
		}
		t.rows[y] = row
	}
	return t.rows
}

// runs appends runs of the line that begins at from to out, hits lit and what is
// selected seen as such. Where a sentence of its block is being said, that is lit
// instead of hits.
func (t *textPane) runs(out screen.Row, from model.Pos, runs []typeset.Run, r *model.Reading, c canvas, selected extent) screen.Row {
	var hits []model.Hit
	if !r.Query().Empty() {
		hits = r.HitsOn(from.Block)
	}
	chosen, ok := r.Chosen()
	if !ok {
		chosen.Block = -1
	}
	over := role.Hit
	if len(hits) == 0 && len(t.seen) > 0 && t.seen[0].From().Block == from.Block {
		hits, over = t.seen, role.LastSeen
	}
	if s := t.spoken; s.article == r.Article() && int(s.at.Block) == from.Block {
		hits, over, chosen.Block = []model.Hit{s.at}, role.Spoken, -1
	}
	hits = hits[first(hits, from):]
	var counted []model.Stretch
	if t.counts {
		counted = quantities(r.Article().Body[from.Block], runs)
	}
	low, high := selected.in(from.Block)
	marks := highlightsIn(r, from.Block)
	for _, run := range runs {
		switch {
		case run.Figure.Row > 0:
			out = append(out, t.figures.row(run)...)
		case len(hits) == 0 && low == high && len(marks) == 0 && len(counted) == 0:
			out = append(out, c.run(run, role.Body))
		default:
			parts := light(run, from.Block, hits, chosen, over)
			for _, q := range counted {
				parts = lay(parts, q.From, q.To, role.Quantity, false)
			}
			for _, m := range marks {
				parts = lay(parts, m.From, m.To, role.Highlighted, false)
			}
			for _, part := range lay(parts, low, high, role.Selected, true) {
				out = append(out, c.run(part.Run, part.over))
			}
		}
	}
	return out
}

// run returns a run as a stretch of a row, with what lies over it.
func (c canvas) run(r typeset.Run, over role.Role) screen.Seg {
	s := screen.Seg{Text: r.Text, W: c.Policy.Width(r.Text), Ink: theme.Ink{Role: r.Role, Voice: r.Voice, Over: over, Style: r.Style}}
	if c.Links && r.Voice&model.Link != 0 {
		s.Link = r.Target
	}
	return s
}

// first returns the index of the first hit that ends after p.
func first(hits []model.Hit, p model.Pos) int {
	return sort.Search(len(hits), func(i int) bool { return p.Before(hits[i].To()) })
}

// A lit is a part of a run and what lies over it.
type lit struct {
	typeset.Run
	over role.Role
}

// light cuts a run at the edges of the hits in it, over which over lies; the
// current one looks different.
func light(run typeset.Run, block int, hits []model.Hit, chosen model.Pos, over role.Role) []lit {
	var out []lit
	for _, h := range hits {
		if int(h.Block) != block || run.From < 0 || int(h.Start) >= run.To {
			break
		}
		before, in, after := run.Split(int(h.Start), int(h.Stop))
		if before.Text != "" {
			out = append(out, lit{before, role.Body})
		}
		look := over
		if h.From() == chosen {
			look = role.HitCurrent
		}
		if in.Text != "" {
			out = append(out, lit{in, look})
		}
		run = after
	}
	if run.Text != "" {
		out = append(out, lit{run, role.Body})
	}
	return out
}

// lay cuts the parts of a run at the edges of the bytes [from, to) and puts the style
// over on those: on all, or only where no other is yet.
func lay(parts []lit, from, to int, over role.Role, all bool) []lit {
	if from >= to {
		return parts
	}
	out := make([]lit, 0, len(parts)+2)
	add := func(run typeset.Run, over role.Role) {
		if run.Text != "" {
			out = append(out, lit{run, over})
		}
	}
	for _, p := range parts {
		if !all && p.over != role.Body {
			out = append(out, p)
			continue
		}
		before, in, after := p.Split(from, to)
		add(before, p.over)
		add(in, over)
		add(after, p.over)
	}
	return out
}

// margin returns the last column of the pane: where in the whole article the
// hits are, and which of it is on screen.
func (t *textPane) margin(r *model.Reading, c canvas) []screen.Seg {
	out := make([]screen.Seg, c.H)
	for y := range out {
		out[y] = c.Seg(role.Body, " ")
	}
	if c.H == 0 || r.Query().Empty() || len(r.Hits()) == 0 {
		return out
	}
	a := r.Article()
	row := func(p model.Pos) int { return min(int(a.Share(p)*float64(c.H)), c.H-1) }
	for y := row(r.At().Pos); y <= row(t.bottom(r, c)); y++ {
		out[y] = c.Seg(role.Separator, c.Glyphs.Span)
	}
	hits := r.Hits()
	for i := 0; i < len(hits); { // a row is looked at once, however many hits it stands for
		y := row(hits[i].From())
		out[y] = c.Seg(role.HitMargin, c.Glyphs.Hit)
		i += sort.Search(len(hits)-i, func(k int) bool { return row(hits[i+k].From()) > y })
	}
	if p, ok := r.Chosen(); ok {
		out[row(p)] = c.Seg(role.HitCurrent, c.Glyphs.Hit)
	}
	return out
}
