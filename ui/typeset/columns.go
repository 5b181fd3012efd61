package typeset

import (
	"strings"

	"juan/model"
	"juan/ui/linebreak"
)

// A column of a table, in cells.
type column struct {
	align   model.Align
	least   int // narrower, it would cut words or be a ribbon
	ideal   int // so wide nothing in it wraps
	width   int // what it gets
	figures bool
	whole   int // of its figures: before the decimal point
	// and from there on, unit included
	fraction int
}

const (
	ribbon = 8  // cells; a column of several lines should not be narrower
	tower  = 12 // lines; a row should not be taller
)

func (g *grid) measure(t model.Table) {
	n := 0
	for _, row := range g.rows {
		n = max(n, len(row))
	}
	g.columns = make([]column, n)
	for j := range g.columns {
		if j < len(t.Align) {
			g.columns[j].align = t.Align[j]
		}
		g.measureFigures(j)
		g.measureColumn(j)
	}
}

// measureColumn finds the cells that column j needs and those it can use.
func (g *grid) measureColumn(j int) {
	c := &g.columns[j]
	word := 0
	for _, row := range g.rows {
		if j >= len(row) {
			continue
		}
		for line := range strings.SplitSeq(row[j].text, "\n") {
			c.ideal = max(c.ideal, g.policy.Width(line))
		}
		if c.ideal > word {
			word = max(word, linebreak.MinWidth(row[j].text, g.policy))
		}
	}
	c.ideal = max(c.ideal, 1)
	c.least = min(c.ideal, max(min(word, g.cells-ribbon), ribbon)) // a longer word is cut in a record too
}

// alignFigures gives the columns of figures the cells that aligning them takes, where
// the table has these to spare; else it does without, so that it costs no line.
func (g *grid) alignFigures(room int) {
	for _, c := range g.columns {
		room -= max(c.ideal, c.whole+c.fraction)
	}
	for j := range g.columns {
		c := &g.columns[j]
		switch n := c.whole + c.fraction; {
		case n <= c.ideal && n <= c.least:
		case room >= 0:
			c.ideal = max(c.ideal, n)
			c.least = c.ideal
		default:
			c.whole, c.fraction = 0, 0
		}
	}
}

// fit gives each column its width and reports whether the table fits so. What
// is left over the least widths goes to the narrowest columns that want it, and
// from there to where it saves lines.
func (g *grid) fit() bool {
	room := g.cells - columnGap*(len(g.columns)-1)
	g.alignFigures(room)
	for j := range g.columns {
		c := &g.columns[j]
		c.width = c.least
		room -= c.width
	}
	if room < 0 && len(g.columns) > 1 {
		return false
	}
	for room > 0 {
		k := -1
		for j, c := range g.columns {
			if c.width < c.ideal && (k < 0 || c.width < g.columns[k].width) {
				k = j
			}
		}
		if k < 0 {
			break
		}
		g.columns[k].width++
		room--
	}
	if room == 0 && len(g.columns) > 1 {
		g.trade()
	}
	for j := range g.columns {
		c := &g.columns[j]
		if len(g.columns) == 1 {
			c.width = min(c.ideal, g.cells)
		}
		if c.width < c.ideal && c.width > c.least {
			c.width &^= 1 // Han would leave the odd cell empty
		}
		if len(g.columns) > 1 && c.ideal > tower*c.width {
			return false
		}
	}
	return true
}
