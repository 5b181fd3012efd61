package typeset

import (
	"strings"

	"juan/model"
	"juan/ui/linebreak"
	"juan/ui/role"
)

// between two columns stand a blank, the rule and a blank.
const columnGap = 3

// A grid is a table on its way to lines.
type grid struct {
	*builder
	rows    [][]slot
	columns []column
	ends    []int // bytes of the table's text at which the rows end
	head    bool
}

// A slot is a cell of a table: what is shown, and the byte of the table's text
// at which it begins.
type slot struct {
	shown
	at, size int
	figure   figure
}

// table sets a table with inner rules only: in columns, or row by row where
// the columns would be too narrow.
func (b *builder) table(t model.Table) {
	cells := b.cells
	b.cells -= b.over()
	defer func() { b.cells = cells }()
	g := b.grid(t)
	if g.fit() {
		g.setRows()
	} else {
		g.setRecords()
	}
	if len(b.lines) == 0 {
		b.begin()
		b.end(0, 0)
	}
}

func (b *builder) grid(t model.Table) *grid {
	g := &grid{builder: b, head: t.Head}
	at := 0
	for i, row := range t.Rows {
		slots := make([]slot, len(row))
		for j, c := range row {
			r := role.TableCell
			if i == 0 && t.Head {
				r = role.TableHead
			}
			slots[j] = slot{shown: b.compile(c, r, layout{}), at: at, size: len(c.Text())}
			at += len(c.Text()) + 1
		}
		if len(row) == 0 {
			at++
		}
		g.rows, g.ends = append(g.rows, slots), append(g.ends, at-1)
	}
	g.measure(t)
	return g
}

// setRows sets the table in columns. A rule stands under the head; a blank line
// separates two rows where one of them takes several lines.
func (g *grid) setRows() {
	before := 0
	for i := range g.rows {
		cells := g.wrapRow(i)
		height := heightOf(cells)
		switch {
		case i == 0:
		case i == 1 && g.head:
			g.ruleRow(g.ends[0])
		case max(before, height) > 1:
			g.blankRow(g.ends[i-1])
		}
		g.setRow(i, cells)
		before = height
	}
	if len(g.rows) == 1 && g.head {
		g.ruleRow(g.ends[0])
	}
}

func (g *grid) wrapRow(i int) [][]linebreak.Line {
	cells := make([][]linebreak.Line, len(g.rows[i]))
	for j := range cells {
		cells[j] = g.wrapCell(i, j)
	}
	return cells
}

// heightOf returns the lines of a row.
func heightOf(cells [][]linebreak.Line) int {
	height := 1
	for _, c := range cells {
		height = max(height, len(c))
	}
	return height
}

// wrapCell returns the lines of a cell. The text of a cell is a label more often
// than prose: it breaks between words, and no line of it is shortened for the
// sake of the last.
func (g *grid) wrapCell(i, j int) []linebreak.Line {
	text := g.rows[i][j].text
	w := g.columns[j].width
	if cells := g.policy.Width(text); g.aligned(i, j) || cells <= w && !strings.Contains(text, "\n") {
		return []linebreak.Line{{To: len(text), Cells: cells}}
	}
	o := linebreak.Options{Strict: g.doc.settings.Strict, Script: linebreak.ScriptOf(text)}
	return linebreak.Column(nil, text, w, g.policy, o, cuts(text))
}

// setRow sets one row. Its lines have the last places in it, but the first: a
// search that leads anywhere in the row then shows all of it.
func (g *grid) setRow(i int, cells [][]linebreak.Line) {
	height := heightOf(cells)
	start := g.ends[i]
	if len(g.rows[i]) > 0 {
		start = g.rows[i][0].at
	}
	for k := range height {
		g.begin()
		from, to := g.ends[i], start
		for j := range g.columns {
			if j > 0 {
				g.blank(1)
				g.ours(upright(g.doc.settings), role.TableRule)
				g.blank(1)
			}
			if j >= len(cells) || k >= len(cells[j]) {
				g.blank(g.columns[j].width)
				continue
			}
			s, c := &g.rows[i][j], cells[j][k]
			free := g.columns[j].width - c.Cells
			left := g.left(i, j, free)
			g.blank(left)
			g.show(&s.shown, c.From, c.To, c.Cells, s.at)
			g.blank(free - left)
			from, to = min(from, s.at+s.source(c.From, s.size)), max(to, s.at+s.source(c.To, s.size))
		}
		l := g.end(min(from, to), to)
		if l.At = start; k > 0 {
			l.At = g.ends[i] - (height - k)
		}
	}
}

// blankRow parts two rows quietly; at is the byte between them.
func (g *grid) blankRow(at int) {
	g.begin()
	for j, c := range g.columns[:len(g.columns)-1] {
		g.blank(c.width + 1)
		if j > 0 {
			g.blank(1)
		}
		g.ours(upright(g.doc.settings), role.TableRule)
	}
	g.end(at, at)
}

// ruleRow parts two rows; at is the byte between them.
func (g *grid) ruleRow(at int) {
	g.begin()
	s := g.doc.settings
	rule := ""
	for j, c := range g.columns {
		n := c.width
		if j > 0 {
			rule += cross(s)
			n++
		}
		if j+1 < len(g.columns) {
			n++
		}
		rule += level(s, n)
	}
	g.ours(rule, role.TableRule)
	g.end(at, at)
}

// left returns how many of the free cells of a cell's line stand at its left.
func (g *grid) left(i, j, free int) int {
	c := &g.columns[j]
	switch {
	case g.aligned(i, j):
		return c.width - c.whole - c.fraction + c.whole - g.rows[i][j].figure.whole
	case c.align == model.Right || c.align == model.Natural && c.figures:
		return max(free, 0)
	case c.align == model.Center:
		return max(free, 0) / 2
	}
	return 0
}
