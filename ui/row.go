package ui

import (
	"strings"

	"juan/ui/cell"
	"juan/ui/repair"
	"juan/ui/role"
	"juan/ui/theme"
)

// A seg is a stretch of a screen row in one ink.
type seg struct {
	text string
	w    int // cells
	ink  theme.Ink
	link string // where it leads, "" for nowhere
}

// A row is one row of a pane or of the screen, not yet painted: so it can be
// cut and covered without looking into control sequences.
type row []seg

// A canvas is what a pane may know of the screen: its size, how wide the
// terminal draws, and the signs to draw with.
type canvas struct {
	w, h    int
	focused bool
	policy  cell.Policy
	glyphs  glyphs
	links   bool   // the terminal has hyperlinks
	repair  bool   // punctuation is shown repaired
	nothing string // what is said where no article is open
	replace bool   // ambiguous characters are shown as look-alikes
}

// say returns a row of one role, cut or padded to the canvas.
func (c canvas) say(r role.Role, s string) row {
	return row{c.seg(r, c.fit(c.shown(s), c.w))}
}

// fit returns s in exactly n cells, cut with a sign that every terminal draws
// as wide as we count it.
func (c canvas) fit(s string, n int) string {
	if c.replace {
		wide := cell.Policy{WideAmbiguous: true, Clusters: c.policy.Clusters}
		s = wide.Fit(s, n)
	}
	return c.policy.Fit(s, n)
}

// shown returns text of an article as it may stand on the screen.
func (c canvas) shown(s string) string {
	if steps := (repair.Steps{Punctuation: c.repair, Replace: c.replace}); steps != (repair.Steps{}) {
		s, _ = steps.Show(s)
	}
	return cell.Visible(s)
}

func (c canvas) seg(r role.Role, s string) seg {
	return seg{text: s, w: c.policy.Width(s), ink: theme.Ink{Role: r}}
}

// spread returns a row with left at its left and right at its right end, left
// cut where both do not fit.
func (c canvas) spread(left, right seg) row {
	if right.w+1 > c.w {
		right = seg{}
	}
	left.text = c.fit(left.text, c.w-right.w)
	left.w = c.w - right.w
	if right.w == 0 {
		return row{left}
	}
	return row{left, right}
}

// fill pads rows with blank ones to the height of the canvas.
func (c canvas) fill(rows []row) []row {
	for len(rows) < c.h {
		rows = append(rows, c.say(role.Body, ""))
	}
	return rows[:c.h]
}

// width returns the cells of the row.
func (r row) width() int {
	n := 0
	for _, s := range r {
		n += s.w
	}
	return n
}

// pad returns the row with blanks behind it to n cells, or cut to them.
func (r row) pad(n int, p cell.Policy, k theme.Ink) row {
	w := r.width()
	switch {
	case w > n:
		return r.cut(0, n, p)
	case w < n:
		return append(r, seg{text: blanks(n - w), w: n - w, ink: k})
	}
	return r
}

// blanks returns n spaces.
func blanks(n int) string {
	const some = "                                                                                                                                "
	if n <= len(some) {
		return some[:n]
	}
	return strings.Repeat(" ", n)
}

// cut returns exactly the cells from up to to; the half of a wide character
// that lies on an edge becomes a blank.
func (r row) cut(from, to int, p cell.Policy) row {
	var out row
	at := 0
	for _, s := range r {
		if at+s.w <= from || at >= to {
			at += s.w
			continue
		}
		if from <= at && at+s.w <= to {
			out = append(out, s)
			at += s.w
			continue
		}
		var b strings.Builder
		w := 0
		for g, gw := range p.Graphemes(s.text) {
			if gw == 0 {
				if w > 0 {
					b.WriteString(g)
				}
				continue
			}
			in := min(at+gw, to) - max(at, from)
			switch {
			case in == gw:
				b.WriteString(g)
			case in > 0:
				b.WriteString(strings.Repeat(" ", in))
			}
			w += max(in, 0)
			at += gw
		}
		out = append(out, seg{b.String(), w, s.ink, s.link})
	}
	return out
}

// cover lays top over the row from cell x on.
func (r row) cover(x int, top row, p cell.Policy) row {
	out := r.cut(0, x, p)
	out = append(out, top...)
	return append(out, r.cut(x+top.width(), r.width(), p)...)
}

// paint appends the row to b, neighbours in the same ink in one go: the
// renderer reads every control sequence again.
func (r row) paint(b *strings.Builder, t *theme.Theme) {
	for i := 0; i < len(r); {
		s := r[i]
		for i++; i < len(r) && r[i].ink == s.ink && r[i].link == s.link; i++ {
			s.text += r[i].text
		}
		if s.text != "" {
			t.PaintLink(b, s.ink, s.text, s.link)
		}
	}
}

// Glyphs are the signs that the program draws itself. On terminals that draw
// ambiguous characters wide there are only unambiguous ones among them.
type glyphs struct {
	rule, cursor, open, shut, here, hit, dot string
	left, right, top, bottom                 string // the border of a popup, and its corners:
	topLeft, topRight, bottomLeft, bottomRight,
	more, span string
}

func glyphsFor(plain bool) glyphs {
	if plain {
		return glyphs{"|", ">", "-", "+", "<", "*", " ", "|", "|", "-", "-", "+", "+", "+", "+", ">", ":"}
	}
	return glyphs{"│", "▌", "▾", "▸", "◀", "▪", " · ", "│", "│", "─", "─", "┌", "┐", "└", "┘", "›", "▐"}
}
