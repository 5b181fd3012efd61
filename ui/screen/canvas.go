package screen

import (
	"slices"
	"unicode/utf8"

	"juan/ui/cell"
	"juan/ui/repair"
	"juan/ui/role"
	"juan/ui/script"
	"juan/ui/theme"
)

// A Canvas is what is known of a part of the screen that is drawn on: its size
// in cells, how wide the terminal draws, and the signs to draw with.
type Canvas struct {
	W, H    int
	Policy  cell.Policy
	Glyphs  Glyphs
	Links   bool // the terminal has hyperlinks
	Repair  bool // punctuation is shown repaired
	Replace bool // ambiguous characters are shown as look-alikes

	Script *script.Converter // Chinese is shown in this script, nil as it is written
}

// Say returns a row of one role, cut or padded to the canvas.
func (c Canvas) Say(r role.Role, s string) Row {
	return Row{c.Seg(r, c.Fit(c.Shown(s), c.W))}
}

// Fit returns s in exactly n cells, cut with a sign that every terminal draws
// as wide as we count it.
func (c Canvas) Fit(s string, n int) string {
	if c.Replace {
		wide := c.Policy
		wide.WideAmbiguous = true
		s = wide.Fit(s, n)
	}
	return c.Policy.Fit(s, n)
}

// Shown returns text of an article as it may stand on the screen, and of a long one
// no more than there is room for.
func (c Canvas) Shown(s string) string {
	s = c.Head(s)
	s, _ = repair.Steps{Punctuation: c.Repair, Replace: c.Replace, Compose: true, Script: c.Script}.Show(s)
	return cell.Visible(s)
}

// Head returns the start of s, which is longer than the canvas is wide where s is: a
// title may be many megabytes, and is shown in every frame.
func (c Canvas) Head(s string) string {
	const plenty, least = 32, 1 << 10 // bytes a cell, and bytes
	n := max(plenty*c.W, least)
	if len(s) <= n {
		return s
	}
	for !utf8.RuneStart(s[n]) && n > least-utf8.UTFMax {
		n--
	}
	return s[:n]
}

// Seg returns a stretch of one role.
func (c Canvas) Seg(r role.Role, s string) Seg {
	return Seg{Text: s, W: c.Policy.Width(s), Ink: theme.Ink{Role: r}}
}

// Spread returns a row with left at its left and right at its right end. Left is
// cut with a sign where both do not fit; else its last stretch is padded.
func (c Canvas) Spread(left, right Row) Row {
	n := c.W - right.Width()
	if n < 1 {
		right, n = nil, c.W
	}
	out := make(Row, 0, len(left)+len(right))
	for i, s := range left {
		if s.W > n || i == len(left)-1 {
			s.Text, s.W = c.Fit(s.Text, n), n
			out = append(out, s)
			break
		}
		out = append(out, s)
		n -= s.W
	}
	return append(out, right...)
}

// Fill pads rows with blank ones to the height of the canvas.
func (c Canvas) Fill(rows []Row) []Row {
	if len(rows) < c.H {
		rows = slices.Grow(rows, c.H-len(rows))
		blank := c.Say(role.Body, "") // one for all: whoever draws copies rows
		for len(rows) < c.H {
			rows = append(rows, blank)
		}
	}
	return rows[:c.H]
}
